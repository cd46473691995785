import { describe, expect, it } from 'vitest';
import { heading, listItem, paragraph, table } from './testing/document-of.ts';
import { messagesOf, notesOf, planRead, ratingsOf, titlesOf } from './testing/plan-read.ts';

const heads = ['Ref', 'Action', 'Lead', 'By when', 'RAG'];

const priorityOf = (plan: ReturnType<typeof planRead>) =>
  plan.actions.map(({ ref, under }) => [ref, under.priority, under.theme]);

const structureOf = (plan: ReturnType<typeof planRead>) =>
  plan.priorities.map(({ ref, title }) => [ref, title]);

describe('given actions one a paragraph', () => {
  const plan = planRead(
    heading('Priority 1 – Safe'),
    paragraph('1. Open the centre. Lead: J Fox. AMBER'),
    paragraph('2. Light the path. Lead: Council. By when: June 2027. GREEN'),
  );

  it('when read then each has its fields', () => {
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Amber'],
      ['2', 'Green'],
    ]);
    expect(plan.actions.map(({ owners }) => owners.map(({ name }) => name))).toEqual([
      ['J Fox'],
      ['Council'],
    ]);
    expect(plan.actions[1]?.timescale?.latest).toBe('2027-06-30');
    expect(plan.actions.map(({ under }) => under.priority)).toEqual(['1', '1']);
  });
});

describe('given priorities and actions that Word counts, in one list of several levels', () => {
  it.each([
    ['Priority 1', 'Priority 2', '1.1', '1.2', '2.1'],
    ['Priority 1:', 'Priority 2:', 'Action 1.1', 'Action 1.2', 'Action 2.1'],
  ])('when they are counted “%s” then each action stands under its own', (one, two, a, b, c) => {
    const plan = planRead(
      listItem(one, 'Safe'),
      listItem(a, 'Open the hall'),
      listItem(b, 'Light the path'),
      listItem(two, 'well enough to take part in what goes on around them'),
      listItem(c, 'Plant trees'),
    );
    expect(structureOf(plan)).toEqual([
      ['1', 'Safe'],
      ['2', 'well enough to take part in what goes on around them'],
    ]);
    expect(priorityOf(plan)).toEqual([
      ['1.1', '1', undefined],
      ['1.2', '1', undefined],
      ['2.1', '2', undefined],
    ]);
    expect(titlesOf(plan)).toEqual(['Open the hall', 'Light the path', 'Plant trees']);
  });

  it('when a bullet speaks of a priority then it heads nothing', () => {
    const plan = planRead(listItem('•', 'Priority 1: Safe'), listItem('1.', 'Open the hall'));
    expect(structureOf(plan)).toEqual([]);
  });
});

describe('given a heading above each table', () => {
  const one = (title: string, ref: string) => [heads, [ref, title, 'J Fox', 'June 2027', 'G']];

  it('when it names a priority then the actions stand under it', () => {
    const plan = planRead(
      heading('Priority 1 – Safe'),
      table(1, one('Open the hall', '1.1')),
      heading('Priority 2: Well'),
      table(2, one('Plant trees', '2.1')),
    );
    expect(structureOf(plan)).toEqual([
      ['1', 'Safe'],
      ['2', 'Well'],
    ]);
    expect(priorityOf(plan)).toEqual([
      ['1.1', '1', undefined],
      ['2.1', '2', undefined],
    ]);
  });

  it('when it is nothing but a title then that is a priority, and it is said', () => {
    const plan = planRead(
      heading('Marlow Bay Plan 2026–2029'),
      heading('Safe and well', 2),
      table(1, one('Open the hall', '1')),
      heading('2. Heard and valued', 2),
      paragraph('What young people told us in the autumn of 2026.'),
      table(2, one('Plant trees', '2')),
    );
    expect(structureOf(plan)).toEqual([
      ['Safe and well', 'Safe and well'],
      ['2', 'Heard and valued'],
    ]);
    expect(priorityOf(plan)).toEqual([
      ['1', 'Safe and well', undefined],
      ['2', '2', undefined],
    ]);
    expect(messagesOf(plan).filter((message) => message.startsWith('Taken for'))).toHaveLength(2);
  });

  it.each(['Actions', 'Sheet1', 'Action plan'])(
    'when it says nothing of what the actions are for, "%s", then it is no priority',
    (title) => {
      const plan = planRead(
        heading(title),
        table(1, one('Open the hall', '1')),
        heading('Well'),
        table(2, one('Plant trees', '2')),
      );
      expect(structureOf(plan)).toEqual([]);
      expect(titlesOf(plan)).toEqual(['Open the hall', 'Plant trees']);
    },
  );

  it('when there is one table then its heading is no priority', () => {
    expect(structureOf(planRead(heading('Well'), table(1, one('Open the hall', '1'))))).toEqual([]);
  });
});

describe('given rows across a table that head the actions below them', () => {
  const plan = planRead(
    table(1, [
      heads,
      [{ text: 'Safe and well', columns: 5 }, null, null, null, null],
      ['1', 'Open the hall', 'J Fox', '', 'G'],
      [{ text: 'Heard and valued', columns: 5 }, null, null, null, null],
      ['2', 'Elect a mayor', 'Council', '', 'A'],
    ]),
  );

  it('when nothing else is called a priority then they are', () => {
    expect(structureOf(plan)).toEqual([
      ['Safe and well', 'Safe and well'],
      ['Heard and valued', 'Heard and valued'],
    ]);
    expect(priorityOf(plan)).toEqual([
      ['1', 'Safe and well', undefined],
      ['2', 'Heard and valued', undefined],
    ]);
  });

  it('when priorities have headings of their own then they are headings of text', () => {
    const other = planRead(
      heading('Priority 3: Home'),
      table(1, [
        heads,
        ['1', 'Open the hall', 'J Fox', '', 'G'],
        [{ text: 'Heard and valued', columns: 5 }, null, null, null, null],
        ['2', 'Elect a mayor', 'Council', '', 'A'],
      ]),
    );
    expect(structureOf(other)).toEqual([['3', 'Home']]);
    expect(titlesOf(other)).toEqual(['Open the hall', 'Elect a mayor']);
    expect(other.narratives.map(({ heading: words }) => words)).toEqual(['Heard and valued']);
  });
});

describe('given a title in a row of its own above each header', () => {
  const across = (text: string) => [{ text, columns: 5 }, null, null, null, null];

  it('when tables have one each then these are priorities', () => {
    const plan = planRead(
      table(1, [across('Safe and well'), heads, ['1', 'Open the hall', 'J Fox', '', 'G']]),
      table(2, [across('Heard and valued'), heads, ['2', 'Elect a mayor', 'J Fox', '', 'G']]),
    );
    expect(priorityOf(plan)).toEqual([
      ['1', 'Safe and well', undefined],
      ['2', 'Heard and valued', undefined],
    ]);
  });

  it('when one sheet has several headers, each with one, then it is the same', () => {
    const plan = planRead(
      table(1, [
        ['Marlow Bay Action Plan', '', '', '', ''],
        ['Safe and well', '', '', '', ''],
        heads,
        ['1', 'Open the hall', 'J Fox', '', 'G'],
        ['', '', '', '', ''],
        ['Heard and valued', '', '', '', ''],
        heads,
        ['2', 'Elect a mayor', 'J Fox', '', 'G'],
      ]),
    );
    expect(plan.title).toBe('Marlow Bay Action Plan');
    expect(priorityOf(plan)).toEqual([
      ['1', 'Safe and well', undefined],
      ['2', 'Heard and valued', undefined],
    ]);
  });
});

describe('given a column of priorities', () => {
  it('when its cells span rows then the priority holds for them', () => {
    const plan = planRead(
      table(1, [
        ['Priority', 'Theme', 'Action', 'Lead', 'RAG'],
        [
          { text: 'Priority 1: Safe', rows: 3 },
          { text: 'Streets', rows: 2 },
          'Open the hall',
          'J Fox',
          'G',
        ],
        [null, null, 'Light the path', '', ''],
        [null, 'Homes', 'Plant trees', 'J Fox', 'A'],
        ['Priority 2: Heard', '', 'Elect a mayor', 'Council', 'R'],
      ]),
    );
    expect(structureOf(plan)).toEqual([
      ['1', 'Safe'],
      ['2', 'Heard'],
    ]);
    expect(plan.themes.map(({ ref, priority }) => [ref, priority])).toEqual([
      ['Streets', '1'],
      ['Homes', '1'],
    ]);
    expect(
      plan.actions.map(({ ref, title, under }) => [ref, title, under.priority, under.theme]),
    ).toEqual([
      ['1.1', 'Open the hall', '1', 'Streets'],
      ['1.2', 'Light the path', '1', 'Streets'],
      ['1.3', 'Plant trees', '1', 'Homes'],
      ['2.1', 'Elect a mayor', '2', undefined],
    ]);
  });

  it('when it stands under the heading of a priority then its cells are themes of that', () => {
    const rows = (one: string, ...others: ReadonlyArray<string>) => [
      ['Ref', 'Objective', 'Action', 'RAG'],
      [`${one}1`, ...others, 'Red'],
      [`${one}2`, '', 'Train the wardens', 'Green'],
    ];
    const plan = planRead(
      heading('Priority 1: Safe'),
      table(1, rows('1.', 'Fewer knives', 'Fit knife bins')),
      heading('Priority 2: Heard'),
      table(2, [
        ...rows('2.', 'Seen more', 'Walk the beat'),
        ['2.3', 'Priority 1', 'Light the path', 'Amber'],
      ]),
    );
    expect(structureOf(plan)).toEqual([
      ['1', 'Safe'],
      ['2', 'Heard'],
    ]);
    expect(priorityOf(plan)).toEqual([
      ['1.1', '1', 'Fewer knives'],
      ['1.2', '1', 'Fewer knives'],
      ['2.1', '2', 'Seen more'],
      ['2.2', '2', 'Seen more'],
      ['2.3', '1', undefined],
    ]);
  });

  it('when its cells say that they are priorities then that is no part of their titles', () => {
    const plan = planRead(
      table(1, [
        ['Priority', 'Action', 'Lead'],
        ['Priority: Safe', 'Open the hall', 'J Fox'],
        ['Aim – Heard', 'Light the path', 'Council'],
      ]),
    );
    expect(structureOf(plan)).toEqual([
      ['Safe', 'Safe'],
      ['Heard', 'Heard'],
    ]);
  });

  it('when headings above tables say that they are priorities then it is the same', () => {
    const actions = (number: string, words: string) => [
      ['No.', 'Action', 'RAG'],
      [number, words, 'Red'],
    ];
    const plan = planRead(
      heading('Priority: Housing'),
      table(1, actions('1', 'Build a house')),
      heading('Objective – Streets'),
      table(2, actions('2', 'Light the path')),
    );
    expect(structureOf(plan)).toEqual([
      ['Housing', 'Housing'],
      ['Streets', 'Streets'],
    ]);
  });

  it('when its cells begin with figures and words that belong together then they stay whole', () => {
    const names = [
      '5 Ways to Wellbeing',
      '5 Year Plan',
      '3D Printing',
      'Goal-setting',
      'Priority-based budgets',
    ];
    const plan = planRead(
      table(1, [
        ['Priority', 'Action', 'Lead'],
        ...names.map((name, at) => [name, `Open hall ${String.fromCharCode(65 + at)}`, 'J Fox']),
      ]),
    );
    expect(structureOf(plan)).toEqual(names.map((name) => [name, name]));
  });

  it('when the priorities have their headings before the table then its cells name those', () => {
    const cells = ['Safe', '2. Heard', '1'];
    const plan = planRead(
      heading('Priority 1: Safe'),
      paragraph('We keep everybody safe.'),
      heading('Priority 2: Heard'),
      paragraph('We hear everybody.'),
      table(1, [
        ['Ref', 'Priority', 'Action'],
        ...cells.map((cell, at) => [
          `${at + 1}`,
          cell,
          `Open hall ${String.fromCharCode(65 + at)}`,
        ]),
      ]),
    );
    expect(priorityOf(plan).map(([, priority, theme]) => [priority, theme])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['1', undefined],
    ]);
  });

  it('when its cells begin with a number then that is what the priority is known by', () => {
    const plan = planRead(
      table(1, [
        ['Priority', 'Action', 'Lead'],
        ['1. Safe', 'Open the hall', 'J Fox'],
        ['2) Heard: by all', 'Elect a mayor', 'Council'],
        ['24 hours a day', 'Ask the schools', 'Council'],
      ]),
    );
    expect(structureOf(plan)).toEqual([
      ['1', 'Safe'],
      ['2', 'Heard: by all'],
      ['24 hours a day', '24 hours a day'],
    ]);
  });

  it('when two priorities have a theme of the same name then these are two', () => {
    const plan = planRead(
      table(1, [
        ['Priority', 'Theme', 'Action'],
        ['Safe', 'Streets', 'Open the hall'],
        ['Heard', 'Streets', 'Elect a mayor'],
        ['', 'Homes', 'Ask the schools'],
      ]),
    );
    expect(plan.themes.map(({ ref, title, priority }) => [ref, title, priority])).toEqual([
      ['Streets', 'Streets', 'Safe'],
      ['Streets (Heard)', 'Streets', 'Heard'],
      ['Homes', 'Homes', 'Heard'],
    ]);
    expect(plan.actions.map(({ under }) => under.theme)).toEqual([
      'Streets',
      'Streets (Heard)',
      'Homes',
    ]);
  });

  it('when it is blank below then the priority goes on', () => {
    const plan = planRead(
      table(1, [
        ['Priority', 'Action', 'Lead'],
        ['Safe', 'Open the hall', 'J Fox'],
        ['', 'Light the path', 'J Fox'],
        ['Heard', 'Elect a mayor', 'Council'],
        ['', 'Ask the schools', 'Council'],
      ]),
    );
    expect(plan.actions.map(({ ref, under }) => [ref, under.priority])).toEqual([
      ['1', 'Safe'],
      ['2', 'Safe'],
      ['3', 'Heard'],
      ['4', 'Heard'],
    ]);
  });

  it('when it says how pressing an action is then it is no priority of the plan', () => {
    const plan = planRead(
      table(1, [
        ['Action', 'Lead', 'Priority'],
        ['Open the hall', 'J Fox', 'High'],
        ['Light the path', 'J Fox', 'Low'],
      ]),
    );
    expect(structureOf(plan)).toEqual([]);
    expect(plan.narratives.map(({ parts }) => parts)).toEqual([
      [{ kind: 'table', rows: [['High']] }],
      [{ kind: 'table', rows: [['Low']] }],
    ]);
  });
});

describe('given ratings as letters', () => {
  it('when they are of BRAG then each is read, also in a cell of that colour', () => {
    const plan = planRead(
      table(1, [
        ['Ref', 'Action', 'Lead', 'BRAG'],
        ['1', 'Open the hall', 'J Fox', { text: 'B', fill: '#0070C0' }],
        ['2', 'Light the path', 'J Fox', 'R'],
        ['3', 'Plant trees', 'J Fox', 'a'],
        ['4', 'Mend the fence', 'J Fox', { text: 'G', fill: '#00B050' }],
      ]),
    );
    expect(ratingsOf(plan).map(([, rating]) => rating)).toEqual([
      'Complete',
      'Red',
      'Amber',
      'Green',
    ]);
    expect(plan.actions[0]?.ratingAsWritten).toBe('B');
  });
});

describe('given two header rows', () => {
  it('when groups stand above the heads then these are the header', () => {
    const plan = planRead(
      table(1, [
        ['', '', { text: 'Delivery', columns: 2 }, null, { text: 'Progress', columns: 2 }, null],
        ['Ref', 'Action', 'Lead', 'By when', 'Q1', 'Q2'],
        ['1', 'Open the hall', 'J Fox', 'June 2027', 'Keys found.', 'Doors open.'],
      ]),
    );
    expect(titlesOf(plan)).toEqual(['Open the hall']);
    expect(notesOf(plan)).toEqual([['Keys found.', 'Doors open.']]);
    expect(plan.actions[0]?.timescale?.latest).toBe('2027-06-30');
  });

  it('when merged heads are parted by the row below then both are the header', () => {
    const plan = planRead(
      table(1, [
        [
          { text: 'Ref', rows: 2 },
          { text: 'Action', rows: 2 },
          { text: 'Lead', rows: 2 },
          { text: 'RAG', columns: 3 },
          null,
          null,
        ],
        [null, null, null, 'Q1', 'Q2', 'Q3'],
        ['1', 'Open the hall', 'J Fox', 'A', 'G', ''],
        ['2', 'Light the path', 'J Fox', 'R', '', ''],
      ]),
    );
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Green'],
      ['2', 'Red'],
    ]);
  });

  it('when nothing is merged then words go on over the blank heads beside them', () => {
    const plan = planRead(
      table(1, [
        ['Ref', 'Action', 'Lead', 'Progress', ''],
        ['', '', '', 'Q1', 'Q2'],
        ['1', 'Open the hall', 'J Fox', 'Keys found.', 'Doors open.'],
      ]),
    );
    expect(titlesOf(plan)).toEqual(['Open the hall']);
    expect(notesOf(plan)).toEqual([['Keys found.', 'Doors open.']]);
  });

  it('when the header comes again on the next page then it is no action', () => {
    const group = ['', '', { text: 'Progress', columns: 2 }, null];
    const head = ['Ref', 'Action', 'Q1', 'Q2'];
    const plan = planRead(
      table(1, [
        group,
        head,
        ['1', 'Open the hall', 'Keys found.', ''],
        group,
        head,
        ['2', 'Light the path', '', 'Lit.'],
      ]),
    );
    expect(titlesOf(plan)).toEqual(['Open the hall', 'Light the path']);
    expect(notesOf(plan)).toEqual([['Keys found.'], ['Lit.']]);
  });
});

describe('given a table that was parted at the end of a page', () => {
  const first = table(1, [heads, ['1', 'Open the hall', 'J Fox', '', 'G']]);

  it('when the rest has no header then it goes on with the same columns', () => {
    const rest = [
      ['', '', 'Council', '', ''],
      ['2', 'Light the path', 'J Fox', 'June 2027', 'R'],
    ];
    const plan = planRead(first, table(2, rest), table(3, [['3', 'Plant trees', '', '', 'A']]));
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Green'],
      ['2', 'Red'],
      ['3', 'Amber'],
    ]);
    expect(plan.actions[0]?.owners.map(({ name }) => name)).toEqual(['J Fox', 'Council']);
  });

  it.each([
    ['it has other columns', [['2', 'Light the path', 'R']]],
    ['its first column holds no numbers', [['Year', 'Families', 'Staff', 'Cost', 'Total']]],
  ])('when %s then it is another table', (_, rows) => {
    expect(titlesOf(planRead(first, table(2, rows)))).toEqual(['Open the hall']);
  });

  it('when something stands between then it is another table', () => {
    const plan = planRead(
      first,
      paragraph('Costs of the year before, as they were told to the board.'),
      table(2, [['2', 'Light the path', 'J Fox', '', '£400']]),
    );
    expect(titlesOf(plan)).toEqual(['Open the hall']);
  });
});

describe('given rows that sum up', () => {
  const plan = planRead(
    table(1, [
      heads,
      ['1', 'Open the hall', 'J Fox', '', 'R'],
      ['2', 'Light the path', 'J Fox', '', 'G'],
      ['Total actions: 2', '', '', '', ''],
      ['', 'Total', '', '', '2'],
      ['Red', '1', '', '', ''],
      ['Green', '1', '', '', ''],
    ]),
  );

  it('when read then they are text, and no action', () => {
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Red'],
      ['2', 'Green'],
    ]);
    expect(plan.narratives.map(({ under }) => under)).toEqual([undefined]);
  });
});

describe('given notes over several rows', () => {
  it('when number and title are blank then a row goes on about the action above', () => {
    const plan = planRead(
      table(1, [
        ['Ref', 'Action', 'Lead', 'Progress', 'RAG', 'Cost'],
        ['1', 'Open the hall', 'J Fox', 'Keys found.', 'A', '£400'],
        ['', '', 'Council', 'Doors open.', '', '£50'],
        ['', '', '', 'All done.', 'G', ''],
        ['2', 'Light the path', '', '', 'R', ''],
      ]),
    );
    expect(notesOf(plan)).toEqual([['Keys found.', 'Doors open.', 'All done.'], []]);
    expect(plan.actions[0]?.owners.map(({ name }) => name)).toEqual(['J Fox', 'Council']);
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Amber'],
      ['2', 'Red'],
    ]);
    expect(messagesOf(plan)).toEqual([
      'A second rating of the same action: the first one is kept.',
    ]);
    expect(
      plan.narratives.flatMap(({ under, parts }) =>
        parts.flatMap((part) => (part.kind === 'table' ? [[under?.action, part.rows]] : [])),
      ),
    ).toEqual([['1', [['£400'], ['£50'], ['G']]]]);
  });

  it('when number and title span rows then these are of one action', () => {
    const plan = planRead(
      table(1, [
        ['Ref', 'Action', 'Progress'],
        [{ text: '1', rows: 2 }, { text: 'Open the hall', rows: 2 }, 'Keys found.'],
        [null, null, 'Doors open.'],
      ]),
    );
    expect(titlesOf(plan)).toEqual(['Open the hall']);
    expect(notesOf(plan)).toEqual([['Keys found.', 'Doors open.']]);
  });

  it('when only a priority’s cell spans rows then a row with a title alone is an action', () => {
    const plan = planRead(
      table(1, [
        ['Priority', 'Action', 'Lead'],
        [{ text: 'Safe', rows: 2 }, 'Open the hall', 'J Fox'],
        [null, 'Light the path', ''],
      ]),
    );
    expect(titlesOf(plan)).toEqual(['Open the hall', 'Light the path']);
  });
});

describe('given ratings of several quarters', () => {
  const rated = (names: ReadonlyArray<string>, ...cells: ReadonlyArray<string>) =>
    planRead(
      table(1, [
        ['Ref', 'Action', ...names],
        ['1', 'Open the hall', ...cells],
      ]),
    );

  it.each([
    [['Q1 RAG', 'Q2 RAG', 'Q3 RAG'], ['R', 'A', ''], 'Amber'],
    [['RAG Apr', 'RAG Jul'], ['R', 'G'], 'Green'],
    [['RAG Apr', 'RAG Jul'], ['R', '-'], 'Red'],
    [['Current RAG', 'Previous RAG'], ['A', 'R'], 'Amber'],
    [['Previous RAG', 'Current RAG'], ['A', 'R'], 'Red'],
    [['Current RAG', 'Previous RAG'], ['', 'R'], undefined],
    [['RAG (June)', 'RAG (current)', 'RAG (March)'], ['R', 'G', 'A'], 'Green'],
  ])('when the heads are %j and the cells %j then it is %s', (names, cells, expected) => {
    expect(rated(names, ...cells).actions[0]?.rating).toBe(expected);
  });

  it('when one is taken then the others are kept as text, and that is said once', () => {
    const plan = rated(['Q1 RAG', 'Q2 RAG'], 'Red', 'Amber');
    expect(plan.narratives.map(({ parts }) => parts)).toEqual([
      [{ kind: 'table', rows: [['Red']] }],
    ]);
    expect(messagesOf(plan)).toEqual([
      'Ratings stand in several columns ("Q1 RAG", "Q2 RAG"): the last one that is filled is taken, but for previous ones; the others are kept beside the action.',
    ]);
  });

  it('when "Status" stands beside "RAG" then it is no rating', () => {
    const plan = rated(['RAG', 'Status'], 'A', 'In progress');
    expect(plan.actions[0]?.rating).toBe('Amber');
    expect(messagesOf(plan)).toEqual([]);
  });
});

describe('given several owners in a cell', () => {
  it.each([
    ['J Fox / Council', ['J Fox', 'Council']],
    ['J Fox\nCouncil', ['J Fox', 'Council']],
    ['J Fox/Council', ['J Fox', 'Council']],
    ['J Fox/ Health Trust', ['J Fox', 'Health Trust']],
    ['J Fox and T Reed', ['J Fox', 'T Reed']],
    ['Health and Housing Team', ['Health and Housing Team']],
    ['Health/Housing Team', ['Health/Housing Team']],
  ])('when it is %j then they are %j', (text, names) => {
    const plan = planRead(
      table(1, [
        ['Ref', 'Action', 'Lead\nofficer'],
        ['1', 'Open', text],
      ]),
    );
    expect(plan.actions[0]?.owners.map(({ name }) => name)).toEqual(names);
  });
});

describe('given a sheet with its title above the header', () => {
  const plan = planRead(
    heading('Actions'),
    table(1, [
      ['Marlow Bay Young People’s Plan 2026–2029', '', '', '', ''],
      ['Updated June 2026', '', '', '', ''],
      ['', '', '', '', ''],
      heads,
      ['1', 'Open the hall', 'J Fox\nT Reed', '30/06/2027', 'G'],
    ]),
  );

  it('when read then title and period are the plan’s', () => {
    expect(plan.title).toBe('Marlow Bay Young People’s Plan 2026–2029');
    expect(plan.period).toEqual({
      asWritten: '2026–2029',
      earliest: '2026-01-01',
      latest: '2029-12-31',
    });
    expect(titlesOf(plan)).toEqual(['Open the hall']);
  });

  it('when sheets are called after priorities then the title is the plan’s alone', () => {
    const other = planRead(
      heading('Safe and well'),
      paragraph('Marlow Bay Action Plan 2026–2029'),
      table(1, [heads, ['1', 'Open the hall', 'J Fox', '', 'G']]),
      heading('Heard and valued'),
      table(2, [heads, ['2', 'Elect a mayor', 'J Fox', '', 'G']]),
    );
    expect(other.title).toBe('Marlow Bay Action Plan 2026–2029');
    expect(structureOf(other).map(([ref]) => ref)).toEqual(['Safe and well', 'Heard and valued']);
  });

  it('when the period has a cell of its own then it is the plan’s', () => {
    const other = planRead(
      table(1, [
        ['Marlow Bay Action Plan', '', ''],
        ['Period', 'April 2026 – March 2029', ''],
        ['Ref', 'Action', 'Lead'],
        ['1', 'Open the hall', 'J Fox'],
      ]),
    );
    expect(other.title).toBe('Marlow Bay Action Plan');
    expect(other.period).toMatchObject({ earliest: '2026-04-01', latest: '2029-03-31' });
  });
});

describe('given dates as people write them in sheets', () => {
  const at = (text: string) => {
    const plan = planRead(
      table(1, [
        ['Ref', 'Action', 'By when?'],
        ['1', 'Open the hall', text],
      ]),
    );
    const { timescale } = plan.actions[0] ?? {};
    return [timescale?.asWritten, timescale?.earliest, timescale?.latest];
  };

  it.each([
    ['30/06/2027', '2027-06-30', '2027-06-30'],
    ['June 27', '2027-06-01', '2027-06-30'],
    ['Jun-27', '2027-06-01', '2027-06-30'],
    ['end of Q2', undefined, undefined],
    ['Q3 2026/27', '2026-10-01', '2026-12-31'],
    ['Autumn term 2027', '2027-09-01', '2027-12-31'],
    ['2026-06-30', '2026-06-30', '2026-06-30'],
    ['2026-06-30T00:00:00', '2026-06-30', '2026-06-30'],
  ])('when it is "%s" then it spans %s to %s', (text, earliest, latest) => {
    expect(at(text)).toEqual([text, earliest, latest]);
  });

  it('when it is a spreadsheet’s number of a day then it is that day, and that is said', () => {
    // Day 1 is 1 January 1900, and the 29 February 1900 that there never was is counted: 46,203 is 30 June 2026.
    const plan = planRead(
      table(1, [
        ['Ref', 'Action', 'By when?'],
        ['1', 'Open the hall', '46203'],
      ]),
    );
    expect(plan.actions[0]?.timescale).toEqual({
      asWritten: '30 June 2026',
      earliest: '2026-06-30',
      latest: '2026-06-30',
    });
    expect(messagesOf(plan)).toEqual([
      '"46203" is read as a spreadsheet\'s number of a day: 30 June 2026.',
    ]);
  });
});

describe('given tables that differ in small ways', () => {
  it('when there are no numbers then actions are known by their places', () => {
    const plan = planRead(
      table(1, [
        ['What we will do', 'Who', '% complete', 'RAG\n(June)'],
        ['Open the hall', 'J Fox', '75%', 'G'],
        ['Light the path', 'Council', '10%', 'R'],
      ]),
    );
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Green'],
      ['2', 'Red'],
    ]);
    expect(plan.narratives.map(({ under, parts }) => [under?.action, parts])).toEqual([
      ['1', [{ kind: 'table', rows: [['75%']] }]],
      ['2', [{ kind: 'table', rows: [['10%']] }]],
    ]);
  });

  it('when "Action" stands over numbers and titles then each is what it is', () => {
    const plan = planRead(
      table(1, [
        [{ text: 'Action', columns: 2 }, null, 'Lead'],
        ['1.', 'Open the hall', 'J Fox'],
        ['2.', 'Light the path', 'J Fox'],
      ]),
    );
    expect(plan.actions.map(({ ref, title }) => [ref, title])).toEqual([
      ['1', 'Open the hall'],
      ['2', 'Light the path'],
    ]);
  });

  it('when a header row only numbers its columns then it is no action', () => {
    const plan = planRead(
      table(1, [heads, ['1', '2', '3', '4', '5'], ['1', 'Open the hall', 'J Fox', '', 'G']]),
    );
    expect(titlesOf(plan)).toEqual(['Open the hall']);
  });
});

describe('given formulas that found nothing', () => {
  const plan = planRead(
    table(1, [
      ['Priority', 'Ref', 'Action', 'Lead', 'By when', 'RAG', 'Notes'],
      ['Safe', '1', 'Open the hall', '#N/A', '#REF!', 'Green', '#VALUE!'],
      ['#N/A', '2', 'Light the path', 'Council', 'June 2027', '#N/A', 'Met #N/A twice'],
    ]),
  );

  it('when they stand in fields of actions then they are no leads, dates, notes or priorities', () => {
    expect(plan.actions.map(({ owners }) => owners.map(({ name }) => name))).toEqual([
      [],
      ['Council'],
    ]);
    expect(plan.actions.map(({ timescale }) => timescale?.asWritten)).toEqual([
      undefined,
      'June 2027',
    ]);
    expect(structureOf(plan)).toEqual([['Safe', 'Safe']]);
    expect(notesOf(plan)).toEqual([[], ['Met #N/A twice']]);
  });

  it('then each is said, and a rating that is one is not rated', () => {
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Green'],
      ['2', 'Not rated'],
    ]);
    const said = messagesOf(plan).filter((message) => message.includes('holds the error'));
    expect(said).toEqual(
      ['#N/A', '#REF!', '#VALUE!', '#N/A'].map(
        (error) =>
          `The cell holds the error ${error}, which says nothing of the action; write what is meant.`,
      ),
    );
  });
});

describe('given a table of its own for each action, with the names of fields beside them', () => {
  const card = (number: number, ref: string, title: string, rating: string) =>
    table(number, [
      ['Action no.', ref],
      ['Action', title],
      ['Lead officer', 'J Fox'],
      ['Target date', '31 March 2027', 'RAG status', rating],
      ['Cost', '£200'],
      ['Update', 'Work has begun.'],
    ]);

  it('when read then each is an action with its fields, under the heading above', () => {
    const plan = planRead(
      heading('Priority 1 – Safe'),
      card(1, '4', 'Open the hall', 'Green'),
      paragraph('The board meets in May.'),
      heading('Priority 2 – Well'),
      card(2, '5', 'Plant trees\nand hedges', 'Red'),
    );
    expect(priorityOf(plan)).toEqual([
      ['4', '1', undefined],
      ['5', '2', undefined],
    ]);
    expect(titlesOf(plan)).toEqual(['Open the hall', 'Plant trees\nand hedges']);
    expect(ratingsOf(plan)).toEqual([
      ['4', 'Green'],
      ['5', 'Red'],
    ]);
    expect(plan.actions.map(({ owners }) => owners.map(({ name }) => name))).toEqual([
      ['J Fox'],
      ['J Fox'],
    ]);
    expect(plan.actions.map(({ timescale }) => timescale?.latest)).toEqual([
      '2027-03-31',
      '2027-03-31',
    ]);
    // What stands after a card is of no action.
    expect(notesOf(plan)).toEqual([['Work has begun.'], ['Work has begun.']]);
  });

  it('when a rating is nothing but the colour of its place then it rates', () => {
    const plan = planRead(
      table(1, [
        ['Action', 'Open the hall'],
        ['Lead', 'J Fox'],
        ['RAG', { fill: '#FFC000' }],
      ]),
    );
    expect(ratingsOf(plan).map(([, rating]) => rating)).toEqual(['Amber']);
  });

  it.each([
    [
      'two known names',
      [
        ['Action', 'Open the hall'],
        ['Lead', 'J Fox'],
        ['Weather', 'Fine'],
      ],
    ],
    [
      'mostly names of other things',
      [
        ['Action', 'Open the hall'],
        ['Lead', 'J Fox'],
        ['RAG', 'Red'],
        ['Roof', 'Slate'],
        ['Floor', 'Oak'],
        ['Doors', 'Two'],
      ],
    ],
    [
      'nothing beside the name of the action',
      [
        ['Action', ''],
        ['Lead', 'J Fox'],
        ['RAG', 'Red'],
      ],
    ],
    [
      'an odd cell',
      [
        ['Action', 'Open the hall'],
        ['Lead', 'J Fox', 'Council'],
        ['RAG', 'Red'],
        ['By when', 'June 2027'],
      ],
    ],
  ])('when it has %s then it is no action', (_, rows) => {
    expect(planRead(table(1, rows)).actions).toEqual([]);
  });
});
