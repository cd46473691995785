import { type DomainEvent, statementsOf } from '@trackrecord/domain';
import type { Ordinal, Said, StreamName } from '@trackrecord/kernel';
import type { AssertionRecord } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';

type Looked = Readonly<{ stream: StreamName; basedOn?: Ordinal | undefined }>;

/** When an action was last updated follows from other fields: two updates do not clash by it. */
const follows: ReadonlySet<string> = new Set(['updated']);

const clash = (record: AssertionRecord): Failure => ({
  _tag: 'Conflict',
  message: `${record.subject.replace(':', ' ')}: ${record.field} changed to ${JSON.stringify(record.value)} meanwhile (ordinal ${record.ordinal}, effective on ${record.effectiveOn}). Look again, and say it again if it still holds.`,
});

const sameRegister = (record: AssertionRecord) => (said: Said) =>
  record.subject === said.subject && record.field === said.field && !follows.has(said.field);

/**
 * Whether a field that these events say was changed by others since its author looked: then the author is
 * told, and nothing is written. Changes elsewhere in the plan are no conflict. The views catch up first: what
 * was appended a moment ago counts.
 */
export const changedMeanwhile = (
  { views }: Readable,
  { stream, basedOn }: Looked,
  events: ReadonlyArray<DomainEvent>,
): TE.TaskEither<Failure, null> => {
  if (basedOn === undefined || events.length === 0) return TE.right(null);
  const said = events.flatMap((event) => statementsOf(event).says);
  return pipe(
    views.catchUp(),
    TE.chainEitherK((head) => views.recordsOf(stream, head, {})),
    TE.mapLeft(storage),
    TE.chainEitherK((records) => {
      const since = records.findLast(
        (record) => record.ordinal > basedOn && said.some(sameRegister(record)),
      );
      return since === undefined ? E.right(null) : E.left(clash(since));
    }),
  );
};
