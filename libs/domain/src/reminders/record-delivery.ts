import { Count, Instant, JsonString } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { RemindersBody } from '../event/domain-event.ts';
import type { MessageIsOtherwise, NotFound } from '../refusals.ts';
import { messageThatIs } from './message-guards.ts';
import { ReminderBounced } from './reminder-bounced.ts';
import { ReminderDeferred } from './reminder-deferred.ts';
import { ReminderFailed } from './reminder-failed.ts';
import { ReminderOutcomeUnknown } from './reminder-outcome-unknown.ts';
import { ReminderSent } from './reminder-sent.ts';

const why = { why: JsonString };

export const DeliveryOutcome = t.union(
  [
    t.type({ is: t.literal('sent'), messageId: JsonString, at: Instant }),
    t.type({ is: t.literal('deferred'), ...why, until: Instant }),
    t.type({ is: t.literal('failed'), ...why }),
    t.type({ is: t.literal('bounced'), ...why }),
    t.type({ is: t.literal('unknown'), ...why }),
  ],
  'DeliveryOutcome',
);
export type DeliveryOutcome = t.TypeOf<typeof DeliveryOutcome>;

/** Says what became of an attempt to send a message; whoever tells of another attempt is refused. */
export const RecordDelivery = defineCommand(
  'RecordDelivery',
  t.type({ message: Count, attempt: Count, outcome: DeliveryOutcome }),
);

export type RecordDeliveryRefusal = NotFound | MessageIsOtherwise;

const bodyOf = (message: number, attempt: number, outcome: DeliveryOutcome): RemindersBody => {
  switch (outcome.is) {
    case 'sent':
      return ReminderSent.of({ message, attempt, messageId: outcome.messageId, at: outcome.at });
    case 'deferred':
      return ReminderDeferred.of({ message, attempt, why: outcome.why, until: outcome.until });
    case 'failed':
      return ReminderFailed.of({ message, attempt, why: outcome.why });
    case 'bounced':
      return ReminderBounced.of({ message, attempt, why: outcome.why });
    case 'unknown':
      return ReminderOutcomeUnknown.of({ message, attempt, why: outcome.why });
  }
};

export const recordDelivery: DecideOn<
  typeof RecordDelivery,
  RecordDeliveryRefusal,
  RemindersBody
> =
  (state) =>
  ({ message, attempt, outcome }) =>
    pipe(
      messageThatIs(state, message, ['sending']),
      E.filterOrElseW(
        (found) => found.attempt === attempt,
        (found): MessageIsOtherwise => ({
          _tag: 'MessageIsOtherwise',
          message,
          state: `in attempt ${found.attempt}`,
        }),
      ),
      E.map(() => [bodyOf(message, attempt, outcome)]),
    );
