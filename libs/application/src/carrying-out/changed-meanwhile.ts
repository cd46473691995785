import { actionRef, type DomainEvent, statementsOf } from '@trackrecord/domain';
import type { Ordinal, Said, StreamName } from '@trackrecord/kernel';
import type { AssertionRecord } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type ChangedMeanwhile, type Failure, storage } from '../failure.ts';
import { fieldInWords } from '../questions/field-words.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { loadParties } from '../questions/load-parties.ts';
import { namedParty } from '../questions/naming.ts';
import {
  fieldAndMember,
  registerValueInWords,
  subjectInWords,
} from '../questions/register-in-words.ts';
import type { Readable } from '../trackrecord.ts';
import { type Change, lastChange } from './last-change.ts';

type Looked = Readonly<{ stream: StreamName; basedOn?: Ordinal | undefined }>;

/** When an action was last updated follows from other fields: two updates do not clash by it. */
const follows: ReadonlySet<string> = new Set(['updated']);

const sameRegister = (record: AssertionRecord) => (said: Said) =>
  record.subject === said.subject && record.field === said.field && !follows.has(said.field);

/** Of a set its members stand in the register's name and value, whoever else is named in a request. */
const partiesIn = ({ record: { field }, by }: Change): ReadonlyArray<string> => {
  const { field: name, member } = fieldAndMember(field);
  return [by.party, ...(name === 'owner' && member !== null ? [member] : [])];
};

const described = (
  { views }: Pick<Readable, 'views'>,
  stream: StreamName,
  change: Change,
): E.Either<Failure, ChangedMeanwhile> => {
  const { record, value, by, ordinal } = change;
  const { subject, field, effectiveOn } = record;
  return pipe(
    E.Do,
    E.bind('directory', () => loadParties({ views }, partiesIn(change))),
    E.bind('cut', () =>
      pipe(views.cutOf(stream, { asOf: endOfTime, knownAt: ordinal }, subject), E.mapLeft(storage)),
    ),
    E.map(({ directory, cut }) => {
      const id = subject.slice(subject.indexOf(':') + 1);
      const ref = subject.startsWith('action:')
        ? O.getOrElse((): string => id)(actionRef.of(cut, subject))
        : id;
      return {
        subject: subjectInWords(new Map([[id, ref]]), subject),
        ref: subject.includes(':') ? ref : null,
        field: fieldAndMember(field).field,
        value: registerValueInWords(directory, field, value),
        by: namedParty(directory)(by.party).name,
        effectiveOn,
        ordinal,
      };
    }),
  );
};

const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const clash = (changed: ChangedMeanwhile): Failure => {
  const { subject, field, value, by, ordinal, effectiveOn } = changed;
  const became = value === null ? 'was taken away' : `was changed to ${value}`;
  return {
    _tag: 'Conflict',
    message: `${capitalised(subject)}: ${fieldInWords(field)} ${became} by ${by} meanwhile (ordinal ${ordinal}, effective on ${effectiveOn}). Look again, and say it again if it still holds.`,
    changed,
  };
};

/**
 * Whether a field that these events say was changed by others since its author looked: then the author is
 * told what it is now and by whom, and nothing is written. Changes elsewhere in the plan are no conflict. The
 * views catch up first: what was appended a moment ago counts.
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
    TE.chainEitherK((head) =>
      pipe(
        // Only of what is said: a plan's whole history would be read for a rating.
        [...new Set(said.map(({ subject }) => subject))],
        E.traverseArray((subject) => views.recordsOf(stream, head, { subject })),
      ),
    ),
    TE.mapLeft(storage),
    TE.chainEitherK((found) => {
      const change = lastChange(
        found.flat().filter((record) => said.some(sameRegister(record))),
        basedOn,
      );
      return change === undefined
        ? E.right(null)
        : pipe(
            described({ views }, stream, change),
            E.chain((changed) => E.left(clash(changed))),
          );
    }),
  );
};
