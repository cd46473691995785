import { MessageState, messageState, messageSubject, type PlanId } from '@trackrecord/domain';
import type { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import type { AssertionRecord, ReminderMessage, ReminderRun } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, missing, storage } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import { type NamedParty, namedParty } from '../questions/naming.ts';
import { resolveQuestion } from '../questions/resolve-question.ts';
import type { Readable } from '../trackrecord.ts';
import { type MessageAnswer, messageAnswerOf } from './asked-answer.ts';
import { loadRun, runStream } from './reminder-streams.ts';
import { namesFor } from './reminders-answer.ts';
import { trackrecord } from './reminding.ts';

/** What a message became, and when; `by` is `null` where nobody did it: the product does it by itself. */
export type MessageStep = Readonly<{
  ordinal: Ordinal;
  at: Instant;
  by: NamedParty | null;
  state: MessageState;
}>;

/** One message with its whole history, the first step first. */
export type MessageInFull = MessageAnswer & Readonly<{ steps: ReadonlyArray<MessageStep> }>;

/** Which message of which day. */
export type WhichMessage = Readonly<{ plan: PlanId; on: LocalDate; message: number }>;

/** A message, and the run that it is of; failures name the day or the number. */
export const loadMessage = (
  deps: Readable,
  { plan, on, message }: WhichMessage,
  knownAt: Ordinal,
): E.Either<Failure, Readonly<{ run: ReminderRun; message: ReminderMessage }>> =>
  pipe(
    loadRun(deps, plan, on, knownAt),
    E.chain(
      E.fromOption(() => missing(`No reminders of the plan "${plan}" went out on ${on}.`, 'day')),
    ),
    E.chain((run) =>
      pipe(
        run.messages.find((one) => one.message === message),
        E.fromNullable(
          missing(
            `There is no message ${message} of ${on}: they are numbered 1 to ${run.messages.length}.`,
            'message',
          ),
        ),
        E.map((found) => ({ run, message: found })),
      ),
    ),
  );

const stepOf =
  (name: (id: string) => NamedParty) =>
  ({ ordinal, recordedAt, recordedBy, value }: AssertionRecord): ReadonlyArray<MessageStep> =>
    MessageState.is(value)
      ? [
          {
            ...{ ordinal, at: recordedAt, state: value },
            by: recordedBy.party === trackrecord ? null : name(recordedBy.party),
          },
        ]
      : [];

/** One message of a plan's reminders: what it asks, what came of it, and all that became of it itself. */
export const messageAnswer =
  (deps: Readable) =>
  (which: WhichMessage): E.Either<Failure, MessageInFull> =>
    pipe(
      E.Do,
      E.bind('resolved', () => resolveQuestion(deps)(which.plan, {})),
      E.bind('found', ({ resolved }) => loadMessage(deps, which, resolved.point.knownAt)),
      E.bind('named', ({ resolved, found }) => namesFor(deps, resolved, [found.run])),
      E.bind('records', ({ resolved }) =>
        E.mapLeft(storage)(
          deps.views.recordsOf(runStream(which.plan, which.on), resolved.point.knownAt, {
            subject: messageSubject(which.message),
            field: messageState.name,
          }),
        ),
      ),
      E.bind('people', ({ records }) =>
        loadParties(
          deps,
          records.map(({ recordedBy }) => recordedBy.party),
        ),
      ),
      E.map(({ found, named, records, people }) => ({
        ...messageAnswerOf(named, which.on)(found.message),
        steps: records.flatMap(stepOf(namedParty(people))),
      })),
    );
