import {
  type DeliveryOutcome,
  type PartyId,
  RecordDelivery,
  StartSending,
  WithdrawReminder,
} from '@trackrecord/domain';
import { Instant } from '@trackrecord/kernel';
import {
  debtKey,
  type PartyState,
  type ReminderMessage,
  type ReminderRun,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import type { Delivery, Letter } from '../ports/mailer.ts';
import { digestOf } from './digest-of.ts';
import { loadParty } from './load-party.ts';
import { endedWhileSending } from './ended-while-sending.ts';
import type { PlanSituation } from './load-situation.ts';
import { recordOfRun } from './record-run.ts';
import type { Reminding } from './reminding.ts';
import { lookupSameAddress } from './same-address.ts';
import { withoutAddresses } from './without-addresses.ts';

/**
 * How long after each attempt the next is made: greylisting lets in after minutes, a server that is mended after hours.
 * After the last of them in vain a message has failed.
 */
const pauses_minutes = [5, 15, 45, 120, 240];

/** Whoever has been sending for longer than this has ended without telling; no mailer waits as long. */
const longestSending_minutes = 15;

const later = (instant: Instant, minutes: number): Instant => {
  const at = new Date(Date.parse(instant) + minutes * 60_000).toISOString();
  if (Instant.is(at)) return at;
  throw new Error(`${at} is no instant`);
};

const outcomeOf = (
  delivery: Delivery,
  { messageId, date, to }: Letter,
  attempt: number,
): DeliveryOutcome => {
  if (delivery._tag === 'Sent') return { is: 'sent', messageId, at: date };
  const why = withoutAddresses(delivery.why, to.address);
  switch (delivery._tag) {
    case 'Bounced':
      return { is: 'bounced', why };
    case 'Failed':
      return { is: 'failed', why };
    case 'Unknown':
      return { is: 'unknown', why };
    case 'Deferred': {
      const pause = pauses_minutes[attempt - 1];
      return pause === undefined
        ? { is: 'failed', why: `after ${attempt} attempts: ${why}` }
        : { is: 'deferred', why, until: later(date, pause) };
    }
  }
};

/** What became of a message in this turn. */
export type Turn = 'sent' | 'not sent' | 'withdrawn' | 'not due';

const isAbandoned = (since: Instant, now: Instant): boolean =>
  later(since, longestSending_minutes) <= now;

/** Takes out what was answered since the run; tells what is left of the message. */
const withoutAnswered = (
  reminding: Reminding,
  run: ReminderRun,
  situation: PlanSituation,
  message: ReminderMessage,
): TE.TaskEither<Failure, ReminderMessage> => {
  const { dueKeys: due } = situation;
  const isAnswered = ({ debt, withdrawn }: ReminderMessage['items'][number]): boolean =>
    withdrawn === null && message.linkAgain === null && !due.has(debtKey(debt));
  const answered = message.items.filter(isAnswered).map(({ item }) => item);
  const why = 'it was answered, or is owed no longer';
  return answered.length === 0
    ? TE.right(message)
    : pipe(
        recordOfRun(
          reminding,
          run,
        )(WithdrawReminder.of({ message: message.message, items: answered, why })),
        TE.map(() => ({
          ...message,
          items: message.items.map((item) =>
            answered.includes(item.item) ? { ...item, withdrawn: why } : item,
          ),
        })),
      );
};

/**
 * Whom a message goes to now; `undefined` where it goes nowhere. They may have stopped their reminders, or have another
 * address, since the plan was looked at: other messages left meanwhile.
 */
const recipientOf = (
  reminding: Reminding,
  run: ReminderRun,
  message: ReminderMessage,
): E.Either<Failure, PartyState | undefined> =>
  pipe(
    message.linkAgain === null
      ? pipe(
          reminding.views.head(),
          E.mapLeft(storage),
          E.chain((head) => loadParty(reminding, message.to, head)),
        )
      : // Whoever asked for a link again may answer for nothing in the plan by now.
        pipe(lookupSameAddress(reminding, run, message), E.map(O.toUndefined)),
    E.map((party) => (party?.declines === true ? undefined : party)),
  );

const withParty = (situation: PlanSituation, id: PartyId, party: PartyState): PlanSituation => {
  const { contacts } = situation;
  const directory = new Map([...contacts.directory, [id, { ...party, mergedInto: null }]]);
  return { ...situation, contacts: { ...contacts, directory } };
};

const letterOf = (
  reminding: Reminding,
  situation: PlanSituation,
  run: ReminderRun,
  message: ReminderMessage,
): E.Either<Failure, Letter | undefined> => {
  const { publicUrl, writeLetter, clock } = reminding;
  const { hostname } = new URL(publicUrl);
  return pipe(
    recipientOf(reminding, run, message),
    E.chain((party) => {
      const address = party?.address ?? null;
      return party === undefined || address === null
        ? E.right(undefined)
        : pipe(
            digestOf(reminding, withParty(situation, message.to, party), run.on, message),
            E.map((digest) => ({
              ...writeLetter(digest),
              messageId: `${run.plan}.${run.on}.${message.message}@${hostname}`,
              thread: `${run.plan}.${message.to}@${hostname}`,
              to: { name: party.name, address },
              date: clock.now(),
              unsubscribe: digest.stopAt ?? undefined,
            })),
          );
    }),
  );
};

const send = (
  reminding: Reminding,
  situation: PlanSituation,
  run: ReminderRun,
  message: ReminderMessage,
  attempt: number,
): TE.TaskEither<Failure, Turn> => {
  const record = recordOfRun(reminding, run);
  const tell = (outcome: DeliveryOutcome): TE.TaskEither<Failure, Turn> =>
    pipe(
      record(RecordDelivery.of({ message: message.message, attempt, outcome })),
      TE.map(() => (outcome.is === 'sent' ? 'sent' : 'not sent')),
    );
  return pipe(
    TE.fromEither(letterOf(reminding, situation, run, message)),
    TE.chain((letter) =>
      pipe(
        record(StartSending.of({ message: message.message, since: reminding.clock.now() })),
        TE.chain((isOurs) => {
          if (!isOurs) return TE.right<Failure, Turn>('not due');
          if (letter === undefined)
            return tell({
              is: 'failed',
              why: 'there is no address that it could go to, or they asked for no more reminders',
            });
          return pipe(
            TE.fromTask(reminding.mailer.send(letter)),
            TE.chain((delivery) => tell(outcomeOf(delivery, letter, attempt))),
          );
        }),
      ),
    ),
  );
};

/** Reminders that were paused since the run leave no more; a link that somebody asked for is none of them. */
const isPaused = ({ policy }: PlanSituation, { linkAgain }: ReminderMessage): boolean =>
  policy.paused && linkAgain === null;

/**
 * Does with a message what is to be done with it now: takes out what was answered, records that it is about to leave,
 * lets it leave, records what became of it. Of several processes the log lets one.
 * @param situation the plan as it is known now
 */
export const takeTurn = (
  reminding: Reminding,
  situation: PlanSituation,
  run: ReminderRun,
  message: ReminderMessage,
): TE.TaskEither<Failure, Turn> => {
  const now = reminding.clock.now();
  const { state } = message;
  switch (state.is) {
    case 'due':
    case 'deferred':
      return (state.is === 'deferred' && state.until > now) || isPaused(situation, message)
        ? TE.right('not due')
        : pipe(
            withoutAnswered(reminding, run, situation, message),
            TE.chain((left) =>
              left.items.every(({ withdrawn }) => withdrawn !== null)
                ? TE.right<Failure, Turn>('withdrawn')
                : send(reminding, situation, run, left, state.attempt + 1),
            ),
          );
    case 'sending':
      return isAbandoned(state.since, now)
        ? pipe(
            recordOfRun(reminding, run)(endedWhileSending(message.message, state.attempt)),
            TE.map((): Turn => 'not sent'),
          )
        : TE.right('not due');
    case 'sent':
    case 'failed':
    case 'bounced':
    case 'unknown':
    case 'withdrawn':
      return TE.right('not due');
  }
};
