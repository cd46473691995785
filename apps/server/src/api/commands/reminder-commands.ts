import { onItsOwnDay, previewPolicy, runStream } from '@trackrecord/application';
import {
  decideReminders,
  type ReminderOrder,
  ReminderPolicy,
  RetryReminder,
  RevokeAnswerLinks,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { DoneCodec } from '../answers/done-codec.ts';
import { PolicyPreviewCodec } from '../answers/reminder-codecs.ts';
import { type Changing, change } from '../change.ts';
import type { Endpoint } from '../endpoint.ts';
import { planIn } from '../questions/on-plan.ts';
import { carriedOutOn } from './own-command.ts';

const tag = 'Reminders';

const dayIn = ({ exchange: { params } }: Changing): LocalDate => {
  const { day } = params;
  if (LocalDate.is(day)) return day;
  throw new Error('the path names a day');
};

const messageIn = ({ exchange: { params } }: Changing): number => Number(params['message']);

const onMessage = (
  changing: Changing,
  order: (message: number) => ReminderOrder,
): ReturnType<typeof carriedOutOn> =>
  carriedOutOn(
    changing,
    runStream(planIn(changing), dayIn(changing)),
    decideReminders,
    order(messageIn(changing)),
  );

const preview: Endpoint = change({
  operationId: 'previewReminderPolicy',
  method: 'POST',
  path: '/plans/{plan}/reminder-policy/preview',
  summary: 'See what a policy would do, before it is saved',
  description:
    'What would go out to whom on the next day, how much in four weeks if nobody answered, who cannot be reached, and whether it would send nothing, or a flood. Nothing is recorded.',
  tag,
  may: 'manage',
  asks: t.type({ policy: ReminderPolicy }),
  example: {
    policy: {
      paused: false,
      daysBefore: [7],
      daysAfter: [1, 15],
      escalation: { manager: 21 },
      quiet: { weekends: true, holidays: 'Scotland' },
      at: '09:00',
      form: 'digest',
    },
  },
  answers: PolicyPreviewCodec,
  change: (changing, { policy }) =>
    TE.fromEither(previewPolicy(changing.desk)(planIn(changing), policy)),
});

const retry: Endpoint = change({
  operationId: 'retryReminder',
  method: 'POST',
  path: '/plans/{plan}/reminders/{day}/{message}/retry',
  summary: 'Have a message sent again',
  description:
    'One that failed, that came back, or of which nobody knows whether it arrived. Of today: what is owed of earlier messages is in later ones. It leaves with the next round.',
  tag,
  may: 'manage',
  asks: t.type({}),
  answers: DoneCodec,
  change: (changing) =>
    pipe(
      TE.fromEither(onItsOwnDay(changing.desk, { plan: planIn(changing), on: dayIn(changing) })),
      TE.chainW(() => onMessage(changing, (message) => RetryReminder.of({ message }))),
      TE.map((done) => {
        changing.desk.ringForReminders();
        return done;
      }),
    ),
});

const endLinks: Endpoint = change({
  operationId: 'revokeAnswerLinks',
  method: 'POST',
  path: '/plans/{plan}/reminders/{day}/{message}/revocation',
  summary: 'End the links of a message before their time',
  description: 'They open no form any more.',
  tag,
  may: 'manage',
  asks: t.type({}),
  example: { why: 'Sent on to somebody else' },
  answers: DoneCodec,
  change: (changing) => onMessage(changing, (message) => RevokeAnswerLinks.of({ message })),
});

/** Every change of reminders. */
export const reminderEndpoints: ReadonlyArray<Endpoint> = [preview, retry, endLinks];
