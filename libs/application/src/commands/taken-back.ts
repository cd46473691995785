import type { PlanId } from '@trackrecord/domain';
import { canonicalJson, type LocalDate } from '@trackrecord/kernel';
import { nameOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import type { TakenBack } from '../ports/importable.ts';
import type { AssertionRecord } from '../ports/views.ts';
import { loadParties } from '../questions/load-parties.ts';
import {
  fieldAndMember,
  registerValueInWords,
  subjectInWords,
} from '../questions/register-in-words.ts';
import { loadTrailNames } from '../questions/trail-of-plan.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

/** What somebody said of a field and a document would change back, in words. */
export type TakenBackInWords = Readonly<{
  /** "action 14", by the ref that the action has now. */
  subject: string;
  /** `null` where it is the plan itself. */
  ref: string | null;
  field: string;
  member: string | null;
  /** What was said, by whom (`null` where that cannot be told) and since when. */
  held: string | null;
  by: string | null;
  heldSince: LocalDate;
  /** What the document says. */
  says: string | null;
}>;

/** The last record that made a field what it is said to hold. */
const recordOf = (
  records: ReadonlyArray<AssertionRecord>,
  { subject, field, held, heldSince }: TakenBack,
): AssertionRecord | undefined =>
  records.findLast(
    (record) =>
      record.subject === subject &&
      record.field === field &&
      record.effectiveOn === heldSince &&
      record.retracted === undefined &&
      canonicalJson(record.value) === canonicalJson(held),
  );

/** What an import would take back of what people said, for a person: who had said it, and what the document says. */
export const takenBackInWords =
  (deps: Pick<Readable, 'views'>) =>
  (
    plan: PlanId,
    takesBack: ReadonlyArray<TakenBack>,
  ): E.Either<Failure, ReadonlyArray<TakenBackInWords>> =>
    pipe(
      E.Do,
      E.bind('head', () => E.mapLeft(storage)(deps.views.head())),
      E.bind('names', ({ head }) => loadTrailNames(deps)(plan, head)),
      E.bind('records', ({ head }) =>
        pipe(
          [...new Set(takesBack.map(({ subject }) => subject))],
          E.traverseArray((subject) =>
            deps.views.recordsOf(streamOf('plan', plan), head, { subject }),
          ),
          E.bimap(storage, (found) => found.flat()),
        ),
      ),
      E.let('found', ({ records }) =>
        takesBack.map((one) => {
          const record = recordOf(records, one);
          return { one, sayer: record?.onWordOf ?? record?.recordedBy.party };
        }),
      ),
      E.bind('directory', ({ found }) =>
        loadParties(
          deps,
          found.flatMap(({ one, sayer }) => [
            ...(sayer === undefined ? [] : [sayer]),
            ...[fieldAndMember(one.field).member ?? ''].filter(() =>
              one.field.startsWith('owner/'),
            ),
          ]),
        ),
      ),
      E.map(({ found, directory, names }) =>
        found.map(({ one: { subject, field, held, heldSince, says }, sayer }) => {
          const inWords = subjectInWords(names.refs, subject);
          const [, ...ref] = inWords.split(' ');
          return {
            subject: inWords,
            ref: ref.length === 0 ? null : ref.join(' '),
            ...fieldAndMember(field),
            held: registerValueInWords(directory, field, held),
            by: sayer === undefined ? null : nameOf(directory)(sayer),
            heldSince,
            says: registerValueInWords(directory, field, says),
          };
        }),
      ),
    );
