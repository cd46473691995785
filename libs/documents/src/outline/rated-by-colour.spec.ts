import { describe, expect, it } from 'vitest';
import { heading, paragraph, table } from './testing/document-of.ts';
import { messagesOf, notesOf, planRead, ratingsOf, titlesOf } from './testing/plan-read.ts';

const heads = ['No.', 'Action', 'Lead', 'RAG'];

const colour = (fill: string, text = '') => ({ fill, text });

describe('given a column of ratings that are nothing but colours', () => {
  const plan = planRead(
    table(1, [
      heads.map((text) => ({ text, fill: '#4472C4' })),
      ['1', 'Open the hall', 'J Fox', colour('#FF0000')],
      ['2', 'Light the path', 'J Fox', colour('#FFC000')],
      ['3', 'Plant trees', 'J Fox', colour('#00B050')],
      ['4', 'Map the play areas', 'J Fox', colour('#0070C0')],
      ['5', 'Count the bats', 'J Fox', ''],
      ['6', 'Mend the fence', 'J Fox', colour('#C9A86A')],
      ['7', 'Paint the gate', 'J Fox', colour('#FFC7CE', '●')],
    ]),
  );

  it('when they are clear then they rate, and an unclear one does not', () => {
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Red'],
      ['2', 'Amber'],
      ['3', 'Green'],
      ['4', 'Complete'],
      ['5', 'Not rated'],
      ['6', 'Not rated'],
      ['7', 'Red'],
    ]);
  });

  it('then a rating says that it is by a colour, and where', () => {
    const [, amber] = plan.actions;
    expect(amber?.ratingAsWritten).toBe("amber by the cell's colour #FFC000");
    expect(amber?.ratingFrom).toMatchObject({
      words: "amber by the cell's colour #FFC000",
      place: 'table 1, row 3, column 4',
    });
  });

  it('then the unclear one is named with its place, and what would be accepted', () => {
    expect(plan.warnings.map(({ place, message }) => [place, message])).toEqual([
      [
        'table 1, row 7, column 4',
        "The cell's colour #C9A86A is neither clearly red, amber nor green: not rated; write the rating in words.",
      ],
    ]);
  });
});

describe('given colours of other things than cells', () => {
  const plan = planRead(
    table(1, [
      heads,
      ['1', 'Open the hall', 'J Fox', { text: '■', fill: '#FF0000', by: 'words' }],
      ['2', 'Light the path', 'J Fox', { text: 'x', fill: '#FFFF00', by: 'highlight' }],
      ['3', 'Plant trees', 'J Fox', { fill: '#C6EFCE', by: 'rule' }],
      ['4', 'Mend the fence', 'J Fox', { text: 'See report', fill: '#0563C1', by: 'words' }],
    ]),
  );

  it('when they are clear then the rating says of what', () => {
    expect(plan.actions.map(({ rating, ratingAsWritten }) => [rating, ratingAsWritten])).toEqual([
      ['Red', 'red by the colour of its words #FF0000'],
      ['Amber', '"x", amber by its highlight #FFFF00'],
      ['Green', "green by the sheet's colour rule #C6EFCE"],
      [undefined, 'See report'],
    ]);
  });
});

describe('given words and a colour', () => {
  const plan = planRead(
    table(1, [
      heads,
      ['1', 'Open the hall', 'J Fox', colour('#00B050', 'A')],
      ['2', 'Light the path', 'J Fox', colour('#00B050', 'Complete')],
      ['3', 'Plant trees', 'J Fox', colour('#FFC000', 'In progress')],
      ['4', 'Mend the fence', 'J Fox', colour('#FF0000', 'TBC')],
      ['5', 'Paint the gate', 'J Fox', colour('#7030A0', 'Green')],
      [
        '6',
        'Count the bats',
        'J Fox',
        colour('#FF0000', 'Nobody has been found who can tell one kind from another.'),
      ],
    ]),
  );

  it('when both are clear then the words win, and a disagreement is said', () => {
    expect(plan.actions.map(({ rating }) => rating)).toEqual([
      'Amber',
      'Complete',
      'Amber',
      undefined,
      'Green',
      'Red',
    ]);
    expect(messagesOf(plan)).toEqual([
      "The words say Amber, and it is green by the cell's colour #00B050: the words are kept. Put right whichever is wrong.",
      'The words say "TBC", and it is red by the cell\'s colour #FF0000: the words are kept, so it is not rated.',
    ]);
  });

  it('when the words are no rating then they are kept beside it', () => {
    expect(plan.actions[2]?.ratingAsWritten).toBe(
      '"In progress", amber by the cell\'s colour #FFC000',
    );
    expect(notesOf(plan)[5]).toEqual(['Nobody has been found who can tell one kind from another.']);
  });
});

describe('given a cell for the rating after each title', () => {
  const plan = planRead(
    table(1, [
      ['Action 1. Open the hall', colour('#FFC000')],
      ['Action 2. Light the path', colour('#92D050', 'Nearly there')],
      ['Action 3. Plant trees', ''],
      ['Action 4. Mend the fence', colour('#808080')],
    ]),
  );

  it('when it is empty or says no rating then its colour rates', () => {
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Amber'],
      ['2', 'Green'],
      ['3', 'Not rated'],
      ['4', 'Not rated'],
    ]);
    expect(messagesOf(plan)).toEqual([
      expect.stringContaining("The cell's colour #808080 is neither"),
    ]);
  });
});

describe('given a table for each action, with the names of its fields', () => {
  const plan = planRead(
    table(1, [
      ['Action 1. Open the hall', ''],
      ['Lead', 'J Fox'],
      ['RAG', colour('#FF0000')],
    ]),
  );

  it('when the rating beside its name is a colour then it rates', () => {
    expect(ratingsOf(plan)).toEqual([['1', 'Red']]);
  });
});

describe('given actions one a paragraph, coloured', () => {
  const plan = planRead(
    heading('Priority 1: Safe'),
    paragraph('1. Open the hall. Lead: J Fox. AMBER', { fill: '#FFC000' }),
    paragraph('2. Light the path. Lead: J Fox', { fill: '#00B050' }),
    paragraph('3. Plant trees. Lead: J Fox. RED', { fill: '#00B050', by: 'highlight' }),
    paragraph('4. Mend the fence. Lead: J Fox'),
  );

  it('when a word says it then that counts, else the colour', () => {
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Amber'],
      ['2', 'Green'],
      ['3', 'Red'],
      ['4', 'Not rated'],
    ]);
    expect(titlesOf(plan)[1]).toBe('Light the path.');
    expect(plan.actions[1]?.ratingAsWritten).toBe('green by its colour #00B050');
    expect(messagesOf(plan)).toEqual([
      'The words say Red, and it is green by its highlight #00B050: the words are kept. Put right whichever is wrong.',
    ]);
  });

  it('when only one colour is used then it marks something else', () => {
    const marked = planRead(
      heading('Priority 1: Safe'),
      paragraph('1. Open the hall. Lead: J Fox', { fill: '#FFFF00', by: 'highlight' }),
      paragraph('2. Light the path. Lead: J Fox'),
    );
    expect(ratingsOf(marked)).toEqual([
      ['1', 'Not rated'],
      ['2', 'Not rated'],
    ]);
  });
});

const blue = (words: ReadonlyArray<string>) => words.map((text) => ({ text, fill: '#1F497D' }));

describe('given a table without a column of ratings', () => {
  const three = ['No.', 'Action', 'Lead'];

  it('when the numbers are coloured then their colours rate, and that is said', () => {
    const plan = planRead(
      table(1, [
        blue(three),
        [colour('#FF0000', '1'), 'Open the hall', 'J Fox'],
        [colour('#00B050', '2'), 'Light the path', 'J Fox'],
        ['3', 'Plant trees', 'J Fox'],
      ]),
    );
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Red'],
      ['2', 'Green'],
      ['3', 'Not rated'],
    ]);
    expect(messagesOf(plan)).toEqual([
      'No column of this table is for ratings: they are taken from the colours of the column "No.". Where these mean something else, write the ratings in words.',
    ]);
  });

  it('when a column without a head is coloured then it rates', () => {
    const plan = planRead(
      table(1, [
        blue([...three, '']),
        ['1', 'Open the hall', 'J Fox', colour('#FF0000')],
        ['2', 'Light the path', 'J Fox', colour('#FF0000')],
      ]),
    );
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Red'],
      ['2', 'Red'],
    ]);
  });

  it('when words are put in the place of a colour then these rate', () => {
    const plan = planRead(
      table(1, [
        blue([...three, '']),
        ['1', 'Open the hall', 'J Fox', colour('#FF0000')],
        ['2', 'Light the path', 'J Fox', colour('#00B050')],
        ['3', 'Plant trees', 'J Fox', colour('#C9A86A', 'Amber')],
      ]),
      table(2, [
        blue(three),
        [colour('#FF0000', '4'), 'Mend the fence', 'J Fox'],
        [colour('#00B050', '5'), 'Paint the gate', 'J Fox'],
        [colour('#C9A86A', '6 – Amber'), 'Count the bats', 'J Fox'],
      ]),
    );
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Red'],
      ['2', 'Green'],
      ['3', 'Amber'],
      ['4', 'Red'],
      ['5', 'Green'],
      ['6', 'Amber'],
    ]);
  });

  it('when whole rows are coloured in several colours then these rate', () => {
    const row = (fill: string, ...words: ReadonlyArray<string>) =>
      words.map((text) => ({ text, fill }));
    const plan = planRead(
      table(1, [
        blue(three),
        row('#C6EFCE', '1', 'Open the hall', 'J Fox'),
        row('#FFC7CE', '2', 'Light the path', 'J Fox'),
        row('#C6EFCE', '3', 'Plant trees', 'J Fox'),
      ]),
    );
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Green'],
      ['2', 'Red'],
      ['3', 'Green'],
    ]);
  });

  it.each([
    ['every other row is green', ['#C6E0B4', undefined, '#C6E0B4', undefined]],
    ['rows are two greens by turns', ['#C6E0B4', '#A9D08E', '#C6E0B4', '#A9D08E']],
    ['every row is blue', ['#9BC2E6', '#9BC2E6', '#9BC2E6', '#9BC2E6']],
    ['every other row is grey', ['#D9D9D9', undefined, '#D9D9D9', undefined]],
  ])('when %s then nothing is rated, and nothing said', (_, fills) => {
    const plan = planRead(
      table(1, [
        blue(three),
        ...fills.map((fill, at) =>
          [String(at + 1), `Open hall ${String(at + 1)}`, 'J Fox'].map((text) =>
            fill === undefined ? text : { text, fill },
          ),
        ),
      ]),
    );
    expect(ratingsOf(plan).map(([, rating]) => rating)).toEqual(fills.map(() => 'Not rated'));
    expect(messagesOf(plan)).toEqual([]);
  });

  it('when owners are coloured then nothing is rated, and why is said', () => {
    const plan = planRead(
      table(1, [
        three,
        ['1', 'Open the hall', colour('#FFFF00', 'J Fox')],
        ['2', 'Light the path', colour('#00B050', 'Council')],
      ]),
    );
    expect(ratingsOf(plan).map(([, rating]) => rating)).toEqual(['Not rated', 'Not rated']);
    expect(messagesOf(plan)).toEqual([expect.stringContaining('Call the column of ratings "RAG"')]);
  });

  it('when only the header is coloured then nothing is rated', () => {
    const plan = planRead(
      table(1, [three.map((text) => ({ text, fill: '#00B050' })), ['1', 'Open the hall', 'J Fox']]),
    );
    expect(ratingsOf(plan)).toEqual([['1', 'Not rated']]);
  });
});

describe('given a column of ratings in a table with bands', () => {
  const banded = (fill: string | undefined, ...words: ReadonlyArray<string>) =>
    words.map((text) => (fill === undefined ? text : { text, fill }));

  it('when a cell has nothing but its band then it is not rated, and that is no doubt', () => {
    const plan = planRead(
      table(1, [
        heads,
        banded('#E2EFDA', '1', 'Open the hall', 'J Fox', ''),
        banded(undefined, '2', 'Light the path', 'J Fox', ''),
        [...banded('#E2EFDA', '3', 'Plant trees', 'J Fox'), colour('#FF0000')],
        banded(undefined, '4', 'Mend the fence', 'J Fox', ''),
      ]),
    );
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Not rated'],
      ['2', 'Not rated'],
      ['3', 'Red'],
      ['4', 'Not rated'],
    ]);
    expect(messagesOf(plan)).toEqual([]);
  });
});

describe('given a key of colours', () => {
  const rows = [
    heads,
    ['1', 'Open the hall', 'J Fox', colour('#7030A0')],
    ['2', 'Light the path', 'J Fox', colour('#A6A6A6')],
    ['3', 'Plant trees', 'J Fox', colour('#00B050')],
    ['4', 'Mend the fence', 'J Fox', colour('#00FFFF')],
  ];

  const expected = [
    ['1', 'Red'],
    ['2', 'Not started'],
    ['3', 'Complete'],
    ['4', 'Not rated'],
  ];

  it('when it is a table then colours mean what it says', () => {
    const plan = planRead(
      paragraph('Key'),
      table(1, [
        [colour('#7030A0'), 'Overdue'],
        [colour('#A6A6A6'), 'Not yet started'],
        [colour('#00B050'), 'Completed'],
        [colour('#00FFFF'), 'Under review'],
      ]),
      table(2, rows),
    );
    expect(ratingsOf(plan)).toEqual(expected);
    expect(plan.actions[0]?.ratingAsWritten).toBe(
      'red by the cell\'s colour #7030A0 ("Overdue" in the document\'s key)',
    );
    expect(messagesOf(plan)).toEqual([
      'In the document\'s key the cell\'s colour #00FFFF means "Under review", which is no rating that is known: not rated; write the rating in words.',
    ]);
  });

  it('when its words stand in the colours, below the actions, then it is the same', () => {
    const plan = planRead(
      table(1, [
        ...rows,
        ['', '', '', ''],
        ['Key', '', '', ''],
        [colour('#7030A0', 'Overdue'), colour('#A6A6A6', 'Not started'), '', ''],
        [colour('#00B050', 'Complete'), '', '', ''],
      ]),
    );
    expect(ratingsOf(plan)).toEqual(expected);
    expect(titlesOf(plan)).toHaveLength(4);
  });

  it('when it stands below the actions without a heading then it is no action', () => {
    const plan = planRead(
      table(1, [
        ...rows,
        ['', '', '', ''],
        [colour('#7030A0'), 'Overdue', '', ''],
        [colour('#A6A6A6'), 'Not started', '', ''],
        [colour('#00B050'), 'Complete', '', ''],
      ]),
    );
    expect(ratingsOf(plan)).toEqual(expected);
  });

  it('when its heading stands between rows of a sheet then it is found below it', () => {
    const sheet = [...rows, [colour('#7030A0'), 'Overdue'], [colour('#A6A6A6'), 'Not started']];
    const cells = table(1, [...sheet, [colour('#00B050'), 'Complete']]);
    const at = rows.flat().length;
    const plan = planRead(cells.slice(0, at), paragraph('Key'), cells.slice(at));
    expect(ratingsOf(plan)).toEqual(expected);
  });

  it.each(['#0070C0', '#1F4E79', '#D9E2F3'])(
    'when it stands above heads that are filled with %s then they are heads all the same',
    (fill) => {
      const cells = table(1, [
        ['Key', '', '', ''],
        [colour('#7030A0'), 'Overdue', '', ''],
        [colour('#A6A6A6'), 'Not started', '', ''],
        [colour('#00B050'), 'Complete', '', ''],
        ['', '', '', ''],
        heads.map((text) => colour(fill, text)),
        ...rows.slice(1),
      ]);
      expect(ratingsOf(planRead(cells))).toEqual(expected);
    },
  );

  it.each([
    ['their meanings, and below them their names', ['Overdue', 'Not started', 'Complete'], true],
    ['nothing, and below them their meanings', ['', '', ''], false],
  ])('when a row shows the colours with %s then it is the same', (_what, words, isNamed) => {
    const fills = ['#7030A0', '#A6A6A6', '#00B050'];
    const below = isNamed ? ['Purple', 'Grey', 'Green'] : ['Overdue', 'Not started', 'Complete'];
    const plan = planRead(
      table(1, [fills.map((fill, at) => colour(fill, words[at])), below]),
      table(2, rows),
    );
    expect(ratingsOf(plan)).toEqual(expected);
  });

  it('when it is the names of ratings and no colours then it says nothing of any colour', () => {
    const plan = planRead(
      table(1, [['Blue', 'Green', 'Amber', 'Red']]),
      table(2, [
        heads,
        ['1', 'Open the hall', 'J Fox', colour('#FFC000')],
        ['2', 'Light the path', 'J Fox', colour('#0070C0')],
        ['3', 'Plant trees', 'J Fox', colour('#FF0000')],
      ]),
    );
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Amber'],
      ['2', 'Complete'],
      ['3', 'Red'],
    ]);
  });

  it('when it words a clear red as a risk then it is red, and when it calls amber red then nothing', () => {
    const plan = planRead(
      paragraph('Key'),
      table(1, [
        [colour('#FF0000'), 'At risk'],
        [colour('#FFC000'), 'Red'],
        [colour('#00B050'), 'On track'],
      ]),
      table(2, [
        heads,
        ['1', 'Open the hall', 'J Fox', colour('#FFC000')],
        ['2', 'Plant trees', 'J Fox', colour('#FF0000')],
        ['3', 'Light the path', 'J Fox', colour('#00B050')],
      ]),
    );
    expect(ratingsOf(plan)).toEqual([
      ['1', 'Not rated'],
      ['2', 'Red'],
      ['3', 'Green'],
    ]);
    expect(messagesOf(plan)).toEqual([
      'In the document\'s key the cell\'s colour #FFC000, a clear amber, means "Red": not rated; write the rating in words.',
    ]);
  });

  it('when it is lines that name colours then they are known by their names', () => {
    const plan = planRead(
      paragraph('Purple = overdue; grey = not started'),
      paragraph('Green – complete'),
      table(1, rows),
    );
    expect(ratingsOf(plan)).toEqual(expected);
  });
});
