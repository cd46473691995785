import { type EventId, type LookUpSaid, saidIn } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { EventNotFound } from '../refusals.ts';
import { type Confirmation, DocumentImported } from './document-imported.ts';

/** Records that a document was imported, and what it said again. */
export const RecordImport = defineCommand('RecordImport', DocumentImported.data);

export type RecordImportRefusal = EventNotFound;

/** The first event that is said to have said something which it did not say. */
const firstUnsaid = (
  confirmed: ReadonlyArray<Confirmation>,
  said: LookUpSaid,
): EventId | undefined =>
  confirmed.find(({ event, registers }) =>
    registers.some((register) => said(event, register) === undefined),
  )?.event;

export const recordImport: DecideOn<typeof RecordImport, RecordImportRefusal, PlanBody> =
  ({ history }) =>
  (asked) => {
    const unsaid =
      asked.confirmed.length === 0 ? undefined : firstUnsaid(asked.confirmed, saidIn(history));
    return unsaid === undefined
      ? E.right([DocumentImported.of(asked)])
      : E.left({ _tag: 'EventNotFound', event: unsaid });
  };
