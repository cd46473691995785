import type { LocalDate } from '@trackrecord/kernel';
import { type Change, type Paper, papers, samplePath, today } from './sample.ts';

/** A step of the tour: on which date, which command line, and in one line what it is for. */
export type Step = Readonly<{
  id: string;
  on: LocalDate;
  argv: ReadonlyArray<string>;
  /** Why somebody would want it; nothing where the command speaks for itself. */
  says?: string;
  /** The step whose event it takes back: its ordinal is known once that was recorded. */
  retracts?: string;
}>;

/** A part of the tour under a heading. */
export type Chapter = Readonly<{ heading: string; steps: ReadonlyArray<Step> }>;

const plan = 'harbour';

const ordinalWords = ['first', 'second', 'third', 'fourth'];

/** What the tour itself says on each step: who records it, and since when where that is the step's own date. */
const withoutTheObvious = ({ on, command }: Change): ReadonlyArray<string> =>
  command.filter((word, place) => {
    const option = word === '--by' || word === '--effective-on' ? word : command[place - 1];
    const value = word === '--effective-on' ? command[place + 1] : word;
    return !(option === '--by' || (option === '--effective-on' && value === on));
  });

const stepOf = (change: Change): Step => {
  const [name = '', ...rest] = withoutTheObvious(change);
  return {
    id: change.id,
    on: change.on,
    argv: [name, plan, ...rest],
    ...(change.retracts === undefined ? {} : { retracts: change.retracts }),
  };
};

/** Effective on the step's own date, which is what an import takes without a word of it. */
const importing = ({ name }: Paper): ReadonlyArray<string> => [
  'import',
  samplePath(name),
  '--plan',
  plan,
];

const importSteps = (paper: Paper, place: number): ReadonlyArray<Step> => {
  const last = { id: paper.name, on: paper.on, argv: [...importing(paper), '--brief'] };
  switch (place) {
    case 0:
      return [
        { ...last, says: 'The first paper becomes a plan; every block of it is accounted for.' },
      ];
    case 2:
      return [
        {
          id: `preview of ${paper.name}`,
          on: paper.on,
          argv: [...importing(paper), '--brief', '--dry-run'],
          says: 'A preview writes nothing. It warns: the paper is older than what people have said.',
        },
        { ...last, says: 'The board decides that its paper holds.' },
      ];
    default:
      return [{ ...last, says: 'Only what differs becomes news; the rest is confirmed.' }];
  }
};

/** The sample's year: four board papers, and after each what people recorded until the next. */
export const yearOf = (changes: ReadonlyArray<Change>): ReadonlyArray<Chapter> =>
  papers.map((paper, place) => ({
    heading: `${paper.on}: the ${ordinalWords[place] ?? ''} board meets`,
    steps: [
      ...importSteps(paper, place),
      ...changes.filter(({ after }) => after === paper.name).map(stepOf),
    ],
  }));

const question = (id: string, says: string, ...argv: ReadonlyArray<string>): Step => ({
  id,
  on: today,
  argv,
  says,
});

const second = papers[1] ?? { name: '', on: today };

/** What the board asks after that year. */
export const questions: ReadonlyArray<Chapter> = [
  {
    heading: `${today}: where does the plan stand?`,
    steps: [
      question('today', 'How many actions of each rating, by priority:', 'plan', plan, '--summary'),
    ],
  },
  {
    heading: 'What was Red at the second board meeting?',
    steps: [
      question(
        'as seen',
        'As that board saw it, in its paper:',
        'plan',
        plan,
        '--as-in',
        second.name,
        '--rating',
        'Red',
      ),
      question(
        'as known now',
        'And as is known now: the board itself rated action 22 on that day.',
        'plan',
        plan,
        '--as-of',
        second.on,
        '--rating',
        'Red',
      ),
    ],
  },
  {
    heading: 'What has changed since that meeting?',
    steps: [
      question(
        'changes',
        'The board’s agenda, by kind of change:',
        'changes',
        plan,
        '--from',
        second.on,
        '--to',
        today,
      ),
    ],
  },
  {
    heading: 'Who owes an update?',
    steps: [
      question('owed', 'Asked and not answered, no news for a quarter, never rated:', 'owed', plan),
    ],
  },
  {
    heading: 'How did action 7 come to be Green?',
    steps: [question('history', 'Who said what, since when, and why:', 'history', plan, '7')],
  },
];
