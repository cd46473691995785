import { endOfTime, type Failure, historyAnswer } from '@trackrecord/application';
import { importedDocument, plan as planItself, type PlanId } from '@trackrecord/domain';
import type { Ordinal } from '@trackrecord/kernel';
import type { ImportedDocument } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import { uploadsByHash } from './kept-hashes.ts';

const Value = t.type({ name: t.string, on: t.string, blocks: t.number });

/** The documents that were imported into a plan, for whatever dates, as known at an ordinal; undone ones too. */
export const importedDocuments =
  (desk: Desk) =>
  (plan: PlanId, knownAt: Ordinal): TE.TaskEither<Failure, ReadonlyArray<ImportedDocument>> =>
    pipe(
      TE.fromEither(
        historyAnswer(desk)(
          { plan, point: { asOf: endOfTime, knownAt }, knownAt: null, asIn: null },
          { ref: planItself, field: importedDocument.name, withConfirmed: false },
        ),
      ),
      TE.orElse((failure) =>
        // A plan into which nothing was imported has no such field.
        failure._tag === 'Invalid' ? TE.right([]) : TE.left(failure),
      ),
      TE.bindTo('lines'),
      TE.bind('uploads', () => uploadsByHash(desk)(plan)),
      TE.map(({ lines, uploads }) =>
        lines.flatMap((line) => {
          const { value, member } = line;
          const sha256 = (member ?? '').split('@')[0] ?? '';
          return Value.is(value)
            ? [{ sha256, ...value, line, upload: uploads.get(sha256) ?? null }]
            : [];
        }),
      ),
    );

/** A document by its SHA-256; the last time that it was imported where it was several times. */
export const documentNamed = (
  documents: ReadonlyArray<ImportedDocument>,
  sha256: string | undefined,
): ImportedDocument | undefined => {
  const named = documents.filter((one) => one.sha256 === sha256);
  return named.findLast(({ line }) => line.retracted === null) ?? named.at(-1);
};
