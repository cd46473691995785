import * as E from 'fp-ts/lib/Either.js';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { DocumentImported } from './document-imported.ts';

/** Records that a document was imported, and what it said again. */
export const RecordImport = defineCommand('RecordImport', DocumentImported.data);

export type RecordImportRefusal = never;

export const recordImport: DecideOn<typeof RecordImport, RecordImportRefusal, PlanBody> =
  () => (asked) =>
    E.right([DocumentImported.of(asked)]);
