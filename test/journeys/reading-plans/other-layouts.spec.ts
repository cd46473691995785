import { type ProposedAction, type ProposedPlan } from '@trackrecord/documents';
import { describe, expect, it } from 'vitest';
import { documentOf, planOf } from './plan-of.ts';

/** Ref, rating, lead and latest date of each action: what most people want of a plan. */
const gist = ({ actions }: ProposedPlan) =>
  actions.map(({ ref, rating, owners, timescale }) => [
    ref,
    rating ?? 'Not rated',
    owners.filter(({ role }) => role === 'lead').map(({ name }) => name),
    timescale?.latest,
  ]);

const titles = ({ actions }: ProposedPlan) => actions.map(({ title }) => title);

const leads = ({ owners }: ProposedAction) => owners.map(({ name, role }) => `${role}: ${name}`);

const everyBlockIsAccountedFor = (text: string): void => {
  const { blocks } = documentOf(text);
  const accounted = new Set(planOf(text).accounts.map(({ block }) => block));
  expect(blocks.filter(({ index }) => !accounted.has(index))).toEqual([]);
  expect(blocks.map(({ raw }) => raw).join('')).toBe(text);
};

describe('given a numbered list with owners and dates on lines of their own', () => {
  const text = `Marlow Bay Young People's Plan 2026-2028

Priority 1: Somewhere safe to go

1. Open the boathouse on Friday evenings
Lead officer: Ada Finch
By when: 30 June 2027
RAG: Green
The rota is full until Easter.

2. Light the path to the bus stop
Lead officer: Harbour Council
By when: Autumn 2027
Status: Off track

Priority 2: A say in what happens

3) Elect a youth mayor
Who: Ada Finch and Tom Reed
Timescale: by March 2028
`;
  const plan = planOf(text);

  it('when read then each number is an action with its fields', () => {
    expect(gist(plan)).toEqual([
      ['1', 'Green', ['Ada Finch'], '2027-06-30'],
      ['2', 'Red', ['Harbour Council'], '2027-11-30'],
      ['3', 'Not rated', ['Ada Finch', 'Tom Reed'], '2028-03-31'],
    ]);
    expect(plan.actions.map(({ label }) => label)).toEqual(['1.', '2.', '3)']);
    expect(plan.actions.map(({ under }) => under.priority)).toEqual(['1', '1', '2']);
    expect(plan.actions[0]?.notes.map((note) => note.text)).toEqual([
      'The rota is full until Easter.',
    ]);
    expect(plan.parties.map(({ name, kind }) => [name, kind])).toEqual([
      ['Ada Finch', 'person'],
      ['Harbour Council', 'organisation'],
      ['Tom Reed', 'person'],
    ]);
  });

  it('then title and period come from the title', () => {
    expect(plan.title).toBe("Marlow Bay Young People's Plan 2026-2028");
    expect(plan.period).toEqual({
      asWritten: '2026-2028',
      earliest: '2026-01-01',
      latest: '2028-12-31',
    });
  });

  it('then every block is accounted for', () => everyBlockIsAccountedFor(text));
});

describe('given a table with a header row, its columns in an order of their own', () => {
  const text = [
    'Fenwick Road Action Plan',
    '',
    'RAG\tBy when\tAction\tWho\tNo.\tComments\tBudget',
    'A\t31/03/2027\tRepaint the hall\tLena Moss; Fenwick Road School\t7\tPaint bought.\t£400',
    'R\tQ2 2026/27\tMend the roof\tSurveyors Ltd\t8\t\t',
    'Blue\t2026\tClear the gutters\t\t9\tDone in May\t£0',
    '\t\tNew kitchen\tTBC\t10\t\t',
  ].join('\n');
  const plan = planOf(text);

  it('when read then each row is an action', () => {
    expect(gist(plan)).toEqual([
      ['7', 'Amber', ['Lena Moss', 'Fenwick Road School'], '2027-03-31'],
      ['8', 'Red', ['Surveyors Ltd'], '2026-09-30'],
      ['9', 'Complete', [], '2026-12-31'],
      ['10', 'Not rated', [], undefined],
    ]);
    expect(titles(plan)).toEqual([
      'Repaint the hall',
      'Mend the roof',
      'Clear the gutters',
      'New kitchen',
    ]);
    expect(plan.actions[0]?.notes.map((note) => note.text)).toEqual(['Paint bought.']);
  });

  it('then a column that means none of these is kept beside its action', () => {
    expect(plan.narratives.find(({ under }) => under?.action === '7')?.parts).toEqual([
      { kind: 'table', rows: [['£400']] },
    ]);
  });

  it('then every block is accounted for', () => everyBlockIsAccountedFor(text));
});

describe('given a table drawn with bars, with headings of priorities between its rows', () => {
  const text = `| Ref | What we will do | Lead | Target date | RAG rating |
|-----|-----------------|------|-------------|------------|
| Priority 1: Cleaner air | | | | |
| 1.1 | Plant forty trees | Parks Team | Dec 2026 | AMBER |
| 1.2 | Close Mill Lane to lorries | Ivy Cole | 2027 | GREEN/AMBER |
| Priority 2: Quieter nights | | | | |
| 2.1 | Talk to the landlords | Ivy Cole | ongoing | purple |
`;
  const plan = planOf(text);

  it('when read then actions stand under the priorities', () => {
    expect(gist(plan)).toEqual([
      ['1.1', 'Amber', ['Parks Team'], '2026-12-31'],
      ['1.2', 'Amber/Green', ['Ivy Cole'], '2027-12-31'],
      ['2.1', 'Not rated', ['Ivy Cole'], undefined],
    ]);
    expect(plan.priorities.map(({ ref, title }) => [ref, title])).toEqual([
      ['1', 'Cleaner air'],
      ['2', 'Quieter nights'],
    ]);
    expect(plan.actions.map(({ under }) => under.priority)).toEqual(['1', '1', '2']);
    expect(plan.actions[2]?.timescale).toEqual({ asWritten: 'ongoing' });
  });

  it('then a rating that is no rating is named with its place, value and what is accepted', () => {
    const [warning] = plan.warnings.filter(({ message }) => message.includes('purple'));
    expect(warning?.line).toBe(7);
    expect(warning?.text).toBe('purple');
    expect(warning?.message).toContain('Accepted are Red, Amber, Green');
    expect(plan.actions[2]?.ratingAsWritten).toBe('purple');
  });

  it('then every block is accounted for', () => everyBlockIsAccountedFor(text));
});

describe('given one cell a line, as a word processor saves a table', () => {
  const text = `Objective 1 – Warm homes

\tAction
\tLead
\tBy when
\tStatus

\tDraught-proof the flats
and the shop
\tOrla Dunn
\t1 May 2027
\tOn track

\tRead every meter
\tEnergy Team
\t
\t

`;
  const plan = planOf(text);

  it('when read then a cell that runs on is one cell, and an empty one says nothing', () => {
    expect(titles(plan)).toEqual(['Draught-proof the flats\nand the shop', 'Read every meter']);
    expect(gist(plan)).toEqual([
      ['1.1', 'Green', ['Orla Dunn'], '2027-05-01'],
      ['1.2', 'Not rated', ['Energy Team'], undefined],
    ]);
  });

  it('then every block is accounted for', () => everyBlockIsAccountedFor(text));
});

describe('given bullets with everything in one line', () => {
  const text = `Priority One: Reading for pleasure

Actions
- Start a book swap (Lead: Mina Shah; by: September 2026) – GREEN
- Invite an author every term (Lead: Hill Library, support: Friends of Hill Library) [Amber]
- Paint the reading room green

Priority Two: Counting with confidence

Actions
• Train six number champions. Lead: Sam Oyelaran. Target date: 12.01.2027. RAG: red
`;
  const plan = planOf(text);

  it('when read then bullets are known by their priority and position', () => {
    expect(gist(plan)).toEqual([
      ['1.1', 'Green', ['Mina Shah'], '2026-09-30'],
      ['1.2', 'Amber', ['Hill Library'], undefined],
      ['1.3', 'Not rated', [], undefined],
      ['2.1', 'Red', ['Sam Oyelaran'], '2027-01-12'],
    ]);
    expect(titles(plan)).toEqual([
      'Start a book swap',
      'Invite an author every term',
      'Paint the reading room green',
      'Train six number champions.',
    ]);
    expect(plan.actions.map(leads)[1]).toEqual([
      'lead: Hill Library',
      'support: Friends of Hill Library',
    ]);
  });

  it('then every block is accounted for', () => everyBlockIsAccountedFor(text));
});

describe('given numbers of three parts under themes of two', () => {
  const text = `Priority 4: Getting about

4.1 Buses
4.1.1 Ask for a later bus
RED
4.1.2 Mend the shelter
AMBER
4.2 Walking
4.2.1 Paint the crossing
Progress: painted in March.
`;
  const plan = planOf(text);

  it('when read then the finer numbers are actions and the coarser ones themes', () => {
    expect(plan.themes.map(({ ref, title, priority }) => [ref, title, priority])).toEqual([
      ['4.1', 'Buses', '4'],
      ['4.2', 'Walking', '4'],
    ]);
    expect(plan.actions.map(({ ref, rating, under }) => [ref, rating, under.theme])).toEqual([
      ['4.1.1', 'Red', '4.1'],
      ['4.1.2', 'Amber', '4.1'],
      ['4.2.1', undefined, '4.2'],
    ]);
    expect(plan.actions[2]?.notes.map((note) => note.text)).toEqual(['painted in March.']);
  });

  it('then every block is accounted for', () => everyBlockIsAccountedFor(text));
});

describe('given a legend', () => {
  const text = `Key to ratings
Green: on track
Amber: some delay
Red: will not be met

Action 1. Count the swifts
AMBER

Action 2. Put up boxes
Green = on track

Action 3. Thank the volunteers

\tGreen
\tOn track

`;
  const plan = planOf(text);

  it('when read then it rates nothing', () => {
    expect(gist(plan).map(([ref, rating]) => [ref, rating])).toEqual([
      ['1', 'Amber'],
      ['2', 'Not rated'],
      ['3', 'Not rated'],
    ]);
  });

  it('then every block is accounted for', () => everyBlockIsAccountedFor(text));
});

describe('given two actions of one number', () => {
  const text = `Action 1. Sweep
Action 2. Dust
Action 2. Polish
Action 4. Wax
`;
  const plan = planOf(text);

  it('when read then the second gets a ref of its own, and both it and the gap are reported', () => {
    expect(plan.actions.map(({ ref, number, title }) => [ref, number, title])).toEqual([
      ['1', '1', 'Sweep'],
      ['2', '2', 'Dust'],
      ['2-2', '2', 'Polish'],
      ['4', '4', 'Wax'],
    ]);
    expect(plan.duplicates.map(({ number, ref, from }) => [number, ref, from.line])).toEqual([
      ['2', '2-2', 3],
    ]);
    expect(plan.missingNumbers).toEqual([3]);
    expect(plan.warnings.map(({ line, message }) => [line, message])).toEqual([
      [2, 'After this one no action has the number 3.'],
      [3, 'Another action has the number 2 already: this one is called 2-2.'],
    ]);
  });
});

describe('given numbers that restart under each priority', () => {
  const plan = planOf(`Priority A1: none

Priority 1: Water
Action 1. Test the well
Action 2. Fix the pump
Priority 2: Light
Action 1. Hang the lamps
`);

  it('when read then they are known by their priority too, and none is a duplicate', () => {
    expect(plan.actions.map(({ ref }) => ref)).toEqual(['1.1', '1.2', '2.1']);
    expect(plan.duplicates).toEqual([]);
    expect(plan.missingNumbers).toEqual([]);
  });
});

describe('given a date that does not exist', () => {
  const plan = planOf(`Action 1. Launch
By when: 31 June 2027
Action 2. Land
By when: 29/02/2028
`);

  it('when read then it is kept as written, without a date, and named', () => {
    expect(plan.actions[0]?.timescale).toEqual({ asWritten: '31 June 2027' });
    expect(plan.actions[1]?.timescale?.latest).toBe('2028-02-29');
    expect(plan.warnings.map(({ line, message }) => [line, message.split(':')[0]])).toEqual([
      [2, '"31 June 2027" is a date that does not exist'],
    ]);
  });
});

describe('given prose that only sounds like a plan', () => {
  const text = `Minutes of the allotment society

1. Apologies
There were none.
2. Red spider mite
Amber Jones spoke of greenhouses. Green manure was praised. The leader said: lead by example.
`;
  const plan = planOf(text);

  it('when read then nothing is invented, and it says what it looks for', () => {
    expect(plan.actions).toEqual([]);
    expect(plan.priorities).toEqual([]);
    expect(plan.parties).toEqual([]);
    expect(plan.warnings.at(-1)?.message ?? '').toContain('No action was recognised');
  });

  it('then every block is accounted for', () => everyBlockIsAccountedFor(text));
});

describe('given a file with line ends of Windows and a byte order mark', () => {
  const text = '\uFEFFAction 1. Ring the bell\r\n\tAMBER\r\n\r\n\r\nNotes: rung twice\r\n';

  it('when read then it is read as any other', () => {
    const [action] = planOf(text).actions;
    expect([action?.title, action?.rating, action?.notes[0]?.text]).toEqual([
      'Ring the bell',
      'Amber',
      'rung twice',
    ]);
    everyBlockIsAccountedFor(text);
  });
});
