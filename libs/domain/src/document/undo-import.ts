import { assertionsIn, Sha256 } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { DocumentNotImported } from '../refusals.ts';
import { AssertionsRetracted } from './assertions-retracted.ts';

/** Takes back everything that a document said and that was not taken back before. */
export const UndoImport = defineCommand('UndoImport', t.type({ document: Sha256 }));

export type UndoImportRefusal = DocumentNotImported;

export const undoImport: DecideOn<typeof UndoImport, UndoImportRefusal, PlanBody> =
  ({ history }) =>
  ({ document }) => {
    const said = assertionsIn(history)
      .filter((one) => one.document === document && !history.retractedAt.has(one.eventId))
      .map(({ eventId }) => eventId);
    return said.length === 0
      ? E.left({ _tag: 'DocumentNotImported', document })
      : E.right([AssertionsRetracted.of({ events: [...new Set(said)], document })]);
  };
