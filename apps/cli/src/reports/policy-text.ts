import {
  foreseenDays,
  mostBeforeFlood,
  type PolicyAnswer,
  type PolicyPreview,
} from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { cadenceByRatingInWords } from '@trackrecord/read-models';
import { safe, type Terminal } from '../terminal/terminal.ts';
import { hanging } from '../terminal/wrapped.ts';
import { counted } from './order-words.ts';
import { dueText } from './reminder-text.ts';

const days = (numbers: ReadonlyArray<number>): string =>
  numbers.length === 0 ? 'none' : numbers.join(', ');

const after = (number: number | undefined): string =>
  number === undefined ? 'never' : `after ${number} days`;

const dueOf = ({ cadenceMonths, cadenceByRating, scale }: PolicyAnswer): string =>
  cadenceByRatingInWords(
    Object.fromEntries(
      [...scale, notRated].map((rating) => [rating, cadenceByRating[rating] ?? cadenceMonths]),
    ),
  );

const lines = (answer: PolicyAnswer): ReadonlyArray<readonly [string, string]> => {
  const { policy, managers, sponsor, timeZone } = answer;
  const { escalation, quiet } = policy;
  const quietDays = [
    ...(quiet.weekends ? ['Saturdays and Sundays'] : []),
    ...(quiet.holidays === undefined ? [] : [`bank holidays of ${quiet.holidays}`]),
    ...(quiet.days ?? []),
  ];
  return [
    ['Updates due', dueOf(answer)],
    ['Days before', days(policy.daysBefore)],
    ['Days after', days(policy.daysAfter)],
    ['Then', policy.thenEvery === undefined ? 'no more' : `every ${policy.thenEvery} days`],
    [
      'Goes up',
      `support ${after(escalation.support)}, manager ${after(escalation.manager)}, sponsor ${after(escalation.sponsor)}`,
    ],
    ['Manager', managers.length === 0 ? 'nobody' : managers.map(({ name }) => name).join(', ')],
    ['Sponsor', sponsor?.name ?? 'nobody'],
    ['Quiet days', quietDays.length === 0 ? 'none' : quietDays.join(', ')],
    ['From', `${policy.at}, ${timeZone}`],
    ['Messages', policy.form === 'digest' ? 'one a person' : 'one a thing that is owed'],
  ];
};

/** How a plan asks for updates. */
export const policyText =
  (answer: PolicyAnswer) =>
  (terminal: Terminal): string =>
    [
      ...(answer.policy.paused ? [terminal.colours.yellow('Reminders are paused.')] : []),
      ...(answer.isDefault
        ? ['Nobody has said anything else: this is how every plan begins.']
        : []),
      ...lines(answer).flatMap(([name, words]) =>
        hanging(terminal.width, `${name.padEnd(12)} `, safe(words)),
      ),
    ].join('\n');

const warnings: Readonly<Record<PolicyPreview['warnings'][number], string>> = {
  nothing: `This policy would send nothing in the next ${foreseenDays} days.`,
  flood: `This policy would send somebody more than ${mostBeforeFlood} messages in ${foreseenDays} days.`,
  paused: 'Reminders are paused: nothing goes out.',
  'nobody to ask':
    'Things that nobody owns reach nobody: say who the manager is, and their address.',
};

export const warningsIn = ({ warnings: some }: PolicyPreview): ReadonlyArray<string> =>
  some.map((one) => warnings[one]);

/** What a policy would do, before it is saved. */
export const previewText =
  (preview: PolicyPreview) =>
  (terminal: Terminal): string => {
    const { next, unreached } = preview;
    const total = preview.days.reduce((sum, { messages }) => sum + messages, 0);
    return [
      ...warningsIn(preview).map(terminal.colours.yellow),
      next === null
        ? `Nothing would go out in the next ${foreseenDays} days.`
        : `On ${next.on}, the next day on which anything may go out: ${dueText(next.reminders)(terminal)}`,
      `In ${foreseenDays} days, if nobody answered: ${counted(total, 'message')}.`,
      ...(unreached.length === 0
        ? []
        : hanging(
            terminal.width,
            'Cannot be reached: ',
            safe(unreached.map(({ name }) => name).join(', ')),
          )),
    ].join('\n');
  };
