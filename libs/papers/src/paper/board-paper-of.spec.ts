import {
  paperAnswer,
  type PaperAnswer,
  resolveQuestion,
  type ToldChange,
} from '@trackrecord/application';
import { Comparator, Observation, PlanId, Timescale } from '@trackrecord/domain';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import { anActionAnswer, aPlanAnswer, livedInHarbour, must, rightOf } from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { boardPaperOf } from './board-paper-of.ts';
import type { BoardPaper, PaperBlock, PaperCell, SectionKind } from './board-paper.ts';

const on = must(LocalDate);
const made = { madeOn: on('2026-07-01') };
const held: { answer?: PaperAnswer } = {};

beforeAll(async () => {
  const deps = await livedInHarbour();
  rightOf(await deps.views.catchUp()());
  held.answer = rightOf(
    paperAnswer(deps)(rightOf(resolveQuestion(deps)(must(PlanId)('harbour'), {}))),
  );
});

const answered = (): PaperAnswer => {
  if (held.answer === undefined) throw new Error('there is no answer yet');
  return held.answer;
};

const paperOf = (more: Partial<PaperAnswer> = {}): BoardPaper =>
  boardPaperOf({ ...answered(), ...more }, made);

const blocksOf = (paper: BoardPaper, kind: SectionKind): ReadonlyArray<PaperBlock> =>
  paper.sections.find((section) => section.kind === kind)?.blocks ?? [];

const cellWords = (cell: PaperCell): string =>
  cell._tag === 'Rating' ? `[${cell.rating.word}]` : cell.paragraphs.join(' / ');

/** A block as a reader sees it: headings marked, a table as its heads and rows. */
const told = (block: PaperBlock): unknown => {
  switch (block._tag) {
    case 'Heading':
      return `${'#'.repeat(block.level)} ${block.words}`;
    case 'Paragraph':
      return block.words;
    case 'Bullets':
      return block.items;
    case 'Table':
      return [
        block.columns.map(({ head }) => head),
        ...block.rows.map((row) => row.map(cellWords)),
      ];
    case 'RatingBars':
    case 'Lines':
      return block.alt;
  }
};

const section = (kind: SectionKind, more: Partial<PaperAnswer> = {}) =>
  blocksOf(paperOf(more), kind).map(told);

describe('a board paper of a plan', () => {
  it('given a plan, then its title, its period, when it was as of and known, and how it ends', () => {
    const paper = boardPaperOf({ ...answered(), partnership: 'Harbour Partnership' }, made);
    expect(paper).toMatchObject({
      title: 'Harbour Children’s Plan',
      subtitle: 'Board paper, 2026 – 2028',
      standing: [
        'As of 30 June 2026',
        'As known when the paper was made, on 1 July 2026',
        'At ordinal 20',
      ],
      footer: 'Harbour Children’s Plan, as of 30 June 2026, ordinal 20',
      ending: 'Made by Trackrecord from plan harbour as of 2026-06-30, at ordinal 20',
      about: {
        plan: 'harbour',
        organisation: 'Harbour Partnership',
        asIn: null,
        language: 'en-GB',
      },
    });
    expect(paper.sections.map(({ heading }) => heading)).toEqual([
      'Summary',
      'Changes since the plan began on 1 January 2026',
      'Actions by priority',
      'Updates owed',
      'Indicators',
      'Data needs',
      'How to read this paper',
    ]);
  });

  it.each([
    [must(Instant)('2026-07-01T08:30:00.000Z'), 'As known on 1 July 2026 at 09:30'],
    [must(Ordinal)(12), 'As known at ordinal 12'],
  ])('given that it is as known at %s, then it says so', (knownAt, line) => {
    expect(paperOf({ knownAt }).standing[1]).toBe(line);
  });

  it('given what a document’s readers saw, then it names the document', () => {
    const asIn = { sha256: 'ab12', name: 'plan-2026.docx' };
    const paper = paperOf({ asIn });
    expect(paper.standing[1]).toBe('As in “plan-2026.docx”');
    expect(paper.about.asIn).toBe('ab12');
  });

  it('given a long title, then the footer keeps to one line', () => {
    const plan = { ...answered().plan };
    const title = 'The Plan of the Harbour and Vale Local Children’s Services Partnership for all';
    const paper = paperOf({ plan: { ...plan, plan: { ...plan.plan, title } } });
    expect(paper.title).toBe(title);
    expect(paper.footer).toBe(
      'The Plan of the Harbour and Vale Local Children’s Services …, as of 30 June 2026, ordinal 20',
    );
  });

  it('given the same answer again, then the same paper', () => {
    expect(paperOf()).toEqual(paperOf());
  });
});

describe('the summary', () => {
  it('given ratings then and now, then both as words, as a picture and as a table', () => {
    expect(section('summary')).toEqual([
      'Of 2 actions, 1 is Amber and 1 is not rated.',
      'Bars of the actions by rating. On 1 January 2026: Not rated 2. On 30 June 2026: Amber 1, Not rated 1.',
      [
        ['Rating', 'On 1 January 2026', 'On 30 June 2026', 'Change'],
        ['[Red]', '0', '0', 'no change'],
        ['[Amber]', '0', '1', '1 more'],
        ['[Amber/Green]', '0', '0', 'no change'],
        ['[Green]', '0', '0', 'no change'],
        ['[Not rated]', '2', '1', '1 fewer'],
      ],
      [
        'Since the plan began on 1 January 2026: 1 rated otherwise, 1 with news.',
        '2 actions of 2 owe an update.',
      ],
    ]);
  });

  it('given a plan that was not there then, then only how it is now', () => {
    const [words, , table] = section('summary', { before: null });
    expect(words).toBe('Of 2 actions, 1 is Amber and 1 is not rated.');
    expect(table).toContainEqual(['[Amber]', '1']);
  });

  it('given changes since the paper’s own date, then its ratings stand there once', () => {
    const since = { ...answered().since, on: on('2026-06-30') };
    const [, picture, table] = section('summary', { since });
    expect(picture).toBe('Bars of the actions by rating. On 30 June 2026: Amber 1, Not rated 1.');
    expect(table).toContainEqual(['Rating', 'On 30 June 2026']);
  });

  it('given a plan without actions, then it says so, without a picture', () => {
    const plan = aPlanAnswer([]);
    const blocks = section('summary', { plan, before: plan, changes: [], owed: [] });
    expect(blocks).toEqual([
      'The plan has no actions.',
      expect.anything(),
      ['Since the plan began on 1 January 2026, nothing has changed.', 'No action owes an update.'],
    ]);
  });

  it('given a period that is over and a plan that is open, then the board is told', () => {
    const asOf = on('2029-01-01');
    expect(section('summary', { asOf }).at(-1)).toContain(
      'The plan’s period ended on 31 December 2028, and it is still open.',
    );
  });
});

describe('the changes', () => {
  it('given changes, then each with both ends, who made it and when; what is silent by its ref', () => {
    expect(section('changes')).toEqual([
      [
        ['Ref', 'Action', 'What changed', 'From', 'To', 'Who and when', 'Why'],
        ...[
          ['Rating', '[Not rated]', '[Amber]'],
          ['News', '', 'Three schools have agreed.'],
        ].map((ends) => [
          '27',
          'Open school grounds at weekends',
          ...ends,
          'p-4c1f, on 31 March 2026',
          '',
        ]),
      ],
      '## Without news since then',
      '1 open action had no news since 1 January 2026: 14.',
    ]);
  });

  it('given a plan that was not there then, then all of it is new, and not one by one', () => {
    expect(section('changes', { before: null })).toEqual([
      'The plan was not there on 1 January 2026: all of it is new, 2 actions among it.',
    ]);
  });

  it('given nothing, then "Nothing has changed."', () => {
    expect(section('changes', { changes: [] })).toEqual(['Nothing has changed.']);
  });

  const silentOn = (ref: string): ToldChange => change({ kind: 'silent', ref });

  it('given a paper of the day that it is compared with, then nobody is said to be silent', () => {
    const since = { ...answered().since, on: answered().asOf };
    const changes = [silentOn('1'), silentOn('2')];
    expect(section('changes', { since, changes })).toEqual([
      'That is the day of this paper: there is nothing to tell yet.',
    ]);
    expect(section('summary', { since, changes }).at(-1)).toEqual([
      '2 actions of 2 owe an update.',
    ]);
  });

  it('given many that are silent, then their refs in as few words as there are', () => {
    const changes = ['1', '2', '3', '4', '7a'].map(silentOn);
    expect(section('changes', { changes }).at(-1)).toBe(
      '5 open actions had no news since 1 January 2026: 1 – 4 and 7a.',
    );
  });

  it('given long words of an action, then their beginning: the whole stands with the actions', () => {
    const title = `Open the hub ${'for all who live by the sea '.repeat(9)}`;
    expect(section('changes', { changes: [change({ title })] })[0]).toContainEqual([
      '1',
      'Open the hub for all who live by the sea for all who live by the sea for all who live by the sea for all who live by …',
      ...['Closed', '', '', '', ''],
    ]);
  });

  const change = (more: Partial<ToldChange>): ToldChange => ({
    ...{ kind: 'closed', ref: '1', title: 'Do', priority: null, from: null, to: null, told: [] },
    ...more,
  });

  it.each([
    [{ kind: 're-rated', from: 'Green', to: 'Red' }, 'Rated worse', '[Green]', '[Red]'],
    [{ kind: 're-rated', from: 'Red', to: 'Green' }, 'Rated better', '[Red]', '[Green]'],
    [{ kind: 'new', to: 'Amber' }, 'New action', '', '[Amber]'],
    [{ kind: 'gone', from: 'Red' }, 'Withdrawn', '[Red]', 'No longer in the plan'],
    [{ kind: 'closed', from: 'open', to: 'closed' }, 'Closed', 'Open', 'Closed'],
    [{ kind: 'slipped', from: 'May', to: 'June' }, 'Slipped', 'May', 'June'],
    [{ kind: 'rescheduled', from: 'May', to: null }, 'By when', 'May', 'No date'],
    [{ kind: 'owners', from: '', to: 'A. Lee (lead)' }, 'Owners', 'Nobody', 'A. Lee (lead)'],
    [{ kind: 'moved', from: '', to: 'priority 2' }, 'Moved', 'Under no priority', 'Priority 2'],
    [{ kind: 'renumbered', from: '27', to: '28' }, 'Renumbered', '27', '28'],
  ] satisfies ReadonlyArray<readonly [Partial<ToldChange>, string, string, string]>)(
    'given %j, then it is told as %s, from "%s" to "%s"',
    (more, what, from, to) => {
      const [table] = section('changes', { changes: [change(more)] });
      expect(table).toEqual([expect.anything(), ['1', 'Do', what, from, to, '', '']]);
    },
  );

  it('given several, then what got worse comes first, and what moved comes after', () => {
    const changes = [
      change({ kind: 'moved', ref: '1' }),
      change({ kind: 're-rated', ref: '2', from: 'Red', to: 'Green' }),
      change({ kind: 're-rated', ref: '3', from: 'Green', to: 'Red' }),
    ];
    const [table] = blocksOf(paperOf({ changes }), 'changes');
    const refs = table?._tag === 'Table' ? table.rows.map(([ref]) => ref && cellWords(ref)) : [];
    expect(refs).toEqual(['3', '2', '1']);
  });
});

describe('the actions', () => {
  const heads = ['Ref', 'Action', 'Rating', 'Lead', 'Support', 'By when', 'Latest note'];

  it('given a plan, then by priority, theme and enabler as it has them, and those under none', () => {
    expect(section('actions')).toEqual([
      '## Priority 2: Priority 2',
      '1 action: Amber 1.',
      '### 2.3 Theme 2.3',
      [
        heads,
        [
          '27',
          'Open school grounds at weekends',
          '[Amber]',
          'Ivo Farrow',
          'TIDE',
          'by September 2026',
          'Three schools have agreed.',
        ],
      ],
      '## Priority 3: Priority 3',
      'No actions.',
      '## Enabler A: Enabler A',
      'No actions.',
      '## Under no priority',
      '1 action: Not rated 1.',
      [heads, ['14', 'Do 14', '[Not rated]', '', '', '', '']],
    ]);
  });

  it('given several leads, lines of words and a closed action, then all of them are told', () => {
    const plan = aPlanAnswer([
      anActionAnswer('1', {
        title: 'Open it\r\n · on Sundays',
        status: 'closed',
        owners: [
          { party: 'a', name: 'A. Lee', role: 'lead' },
          { party: 'b', name: 'B. Moss', role: 'lead' },
        ],
        notes: [
          { text: 'Old', on: on('2026-01-01') },
          { text: 'New\n\nnews', on: on('2026-02-01') },
        ],
      }),
    ]);
    expect(section('actions', { plan })).toEqual([
      '## Under no priority',
      '1 action: Not rated 1.',
      [
        heads,
        ['1', 'Open it / · on Sundays', '[Not rated]', 'A. Lee; B. Moss', '', '', 'New / news'],
      ],
      'Closed: action 1.',
    ]);
  });

  it('given any plan, then the action’s column is the widest', () => {
    const tables = blocksOf(paperOf(), 'actions').filter((block) => block._tag === 'Table');
    for (const { columns } of tables) {
      const widest = columns.reduce((a, b) => (b.share > a.share ? b : a));
      expect(widest.head).toBe('Action');
    }
    expect(tables).toHaveLength(2);
  });
});

describe('what is owed', () => {
  it('given debts, then by name, and what nobody is named for apart', () => {
    expect(section('owed')).toEqual([
      [
        ['Who', 'Ref', 'Action', 'Why', 'Since'],
        [
          'Ivo Farrow',
          '27',
          'Open school grounds at weekends',
          'No news since 31 March 2026',
          '31 March 2026 / 30 days overdue',
        ],
        [
          'TIDE',
          '27',
          'Open school grounds at weekends',
          'Asked on 31 May 2026: “How many now?”',
          '31 May 2026 / 30 days overdue',
        ],
      ],
      '## Nobody is named: the plan’s manager answers for these',
      [
        ['Ref', 'Action', 'Why', 'Since'],
        [
          '14',
          'Do 14',
          'No news since 1 January 2026 / Never rated since it came into the plan on 1 January 2026',
          '1 January 2026 / 180 days overdue',
        ],
      ],
    ]);
  });

  it('given nothing, then "Nothing is owed."', () => {
    expect(section('owed', { owed: [] })).toEqual(['Nothing is owed.']);
  });
});

describe('the indicators', () => {
  const indicator: PaperAnswer['indicators'][number] = {
    id: 'ni-901',
    definition: {
      title: 'Families who use a centre',
      code: 'NI 901',
      unit: 'families',
      direction: 'higher is better',
      geography: 'Harbour',
      breakdowns: [],
    },
    under: ['theme:2.3'],
    baseline: null,
    observed: [
      must(Observation)({ value: 380, period: '2024/25', status: 'final' }),
      must(Observation)({ value: 1412, period: '2025/26', status: 'provisional' }),
    ],
    comparators: [must(Comparator)({ of: 'England', value: 388, period: '2024/25' })],
  };

  it('given values, then where it stands, a picture of them, and every value in a table', () => {
    expect(section('indicators', { indicators: [indicator] })).toEqual([
      '## NI 901 Families who use a centre',
      'Latest: 1,412 families in 2025/26, provisional; up by 1,032 from 380 in 2024/25: better.',
      'Baseline: none is set.',
      'Measures: Theme 2.3. Counted in families; higher is better; of Harbour.',
      'Chart of NI 901 Families who use a centre, 2024/25 to 2025/26: lines for Harbour and England. ' +
        'Latest: 1,412 families in 2025/26, provisional; up by 1,032 from 380 in 2024/25: better. The table below holds every value.',
      [
        ['Period', 'Harbour', 'England'],
        ['2024/25', '380', '388'],
        ['2025/26', '1,412 (provisional)', ''],
      ],
    ]);
  });

  it('given no value of one, then it is listed; given none at all, then that is said', () => {
    const without = { ...indicator, observed: [], comparators: [] };
    expect(section('indicators', { indicators: [without] })).toEqual([
      'No value has been recorded for any of them.',
      [
        ['Indicator', 'Measures'],
        ['NI 901 Families who use a centre', 'Theme 2.3'],
      ],
    ]);
    expect(section('indicators')).toEqual(['The plan uses no indicators.']);
  });

  it('given one period, then there is no picture', () => {
    const one = { ...indicator, observed: indicator.observed.slice(0, 1) };
    const blocks = blocksOf(paperOf({ indicators: [one] }), 'indicators');
    expect(blocks.map(({ _tag }) => _tag)).not.toContain('Lines');
  });
});

describe('the data needs', () => {
  it('given data that the plan needs, then what, what for, and whether it is there', () => {
    const plan = {
      ...answered().plan,
      dataNeeds: [
        {
          ...{ ref: 'd1', words: 'Waits by ward', under: 'theme:2.3', status: 'raised' as const },
          raisedOn: on('2026-01-31'),
          timescale: must(Timescale)({ asWritten: 'by May', latest: '2026-05-31' }),
        },
      ],
    };
    expect(section('data needs', { plan })).toEqual([
      [
        ['Data', 'For', 'Raised on', 'By when', 'Standing'],
        ['Waits by ward', 'Theme 2.3', '31 January 2026', 'by May', 'Needed: its date has passed'],
      ],
    ]);
    expect(section('data needs')).toEqual(['The plan names no data that it needs.']);
  });
});

describe('every section', () => {
  it('given a plan with nothing in it, then none is empty', () => {
    const plan = aPlanAnswer([]);
    const paper = paperOf({ plan, before: null, changes: [], owed: [], indicators: [] });
    expect(paper.sections.map(({ blocks }) => blocks.length > 0)).toEqual(Array(7).fill(true));
  });
});
