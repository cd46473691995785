import { Count, Instant } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { RemindersBody } from '../event/domain-event.ts';
import type { MessageIsOtherwise, NotFound } from '../refusals.ts';
import { messageThatIs } from './message-guards.ts';
import { ReminderSending } from './reminder-sending.ts';

/** Takes a message in hand, before it leaves: of two who would send it, the log lets one. */
export const StartSending = defineCommand(
  'StartSending',
  t.type({ message: Count, since: Instant }),
);

export type StartSendingRefusal = NotFound | MessageIsOtherwise;

export const startSending: DecideOn<typeof StartSending, StartSendingRefusal, RemindersBody> =
  (state) =>
  ({ message, since }) =>
    pipe(
      messageThatIs(state, message, ['due', 'deferred']),
      E.filterOrElseW(
        (found) => found.is === 'due' || found.until <= since,
        ({ is }): MessageIsOtherwise => ({ _tag: 'MessageIsOtherwise', message, state: is }),
      ),
      E.map(({ attempt }) => [ReminderSending.of({ message, attempt: attempt + 1, since })]),
    );
