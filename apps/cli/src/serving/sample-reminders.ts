import { LocalDate } from '@trackrecord/kernel';
import type { Chapter, Step } from '../tour/story.ts';
import { samplePlan } from './sample-people.ts';

const dateOf = (text: string): LocalDate => {
  if (LocalDate.is(text)) return text;
  throw new Error(`${text} is no date`);
};

/** From when on the partnership has reminders sent: everybody in question is known by then. */
const begin = dateOf('2025-05-06');

const contacts: ReadonlyArray<readonly [name: string, address: string]> = [
  ['Rhoda Tansley', 'r.tansley@harbour-and-vale.example'],
  ['Nuala Finch', 'nuala.finch@merrowshire.example'],
  ['Desmond Okell', 'd.okell@merrowshire.example'],
];

/** Who comes into the plan later. I. Farrow and TIDE have no address: what they owe goes to somebody else. */
const laterContacts: ReadonlyArray<readonly [name: string, address: string]> = [
  ['Callum Prewitt', 'callum.prewitt@merrowshire.example'],
  ['HVVA', 'office@hvva.example'],
];

const contactStep =
  (on: LocalDate) =>
  ([name, address]: readonly [string, string]): Step => ({
    id: `address of ${name}`,
    on,
    argv: ['contact', name, address],
  });

const policy: Step = {
  id: 'policy',
  on: begin,
  argv: [
    ...['policy', 'set', samplePlan, '--manager-is', 'Rhoda Tansley'],
    ...['--why', 'She answers for what nobody leads'],
  ],
};

/** Working days on which the reminders of the sample's year go out. */
const days = [
  ...['2025-05-07', '2025-06-03', '2025-06-24', '2025-07-09', '2025-08-06', '2025-08-28'],
  ...['2025-09-24', '2025-10-28', '2025-11-05', '2025-11-19', '2025-12-03', '2025-12-24'],
  ...['2026-01-07', '2026-01-14'],
].map(dateOf);

const remindStep = (on: LocalDate): Step => ({
  id: `reminders of ${on}`,
  on,
  argv: ['remind', samplePlan],
});

const later = dateOf('2025-10-28');

const steps: ReadonlyArray<Step> = [
  ...contacts.map(contactStep(begin)),
  policy,
  ...laterContacts.map(contactStep(later)),
  ...days.map(remindStep),
];

const byDay = (some: ReadonlyArray<Step>): ReadonlyArray<Step> =>
  some.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/**
 * The sample's year with its reminders: each step where its day is, after whatever else happened on that day. The steps
 * of the year are in the order of their days already.
 */
export const withReminders = (chapters: ReadonlyArray<Chapter>): ReadonlyArray<Chapter> =>
  chapters.map(({ heading, steps: own }, place) => {
    const from = own[0]?.on;
    const until = chapters[place + 1]?.steps[0]?.on;
    return {
      heading,
      steps: byDay([
        ...own,
        ...steps.filter(
          ({ on }) => from !== undefined && on >= from && (until === undefined || on < until),
        ),
      ]),
    };
  });
