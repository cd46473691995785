import { resolveQuestion, workbookAnswer, type WorkbookAnswer } from '@trackrecord/application';
import { PlanId, Text } from '@trackrecord/domain';
import { livedInHarbour, must, rightOf } from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { paperTables } from '../paper-kinds.ts';
import type { Cell, Sheet } from './sheet.ts';
import { tableSheet } from './table-sheet.ts';

const text = must(Text);

const at: { answer?: WorkbookAnswer } = {};

const harbour = (): WorkbookAnswer => {
  if (at.answer === undefined) throw new Error('there is no answer yet');
  return at.answer;
};

beforeAll(async () => {
  const deps = await livedInHarbour();
  rightOf(await deps.views.catchUp()());
  const question = rightOf(resolveQuestion(deps)(must(PlanId)('harbour'), {}));
  at.answer = rightOf(workbookAnswer(deps)(question, { withHistory: true }));
});

const shown = (cell: Cell): string | number | null => {
  switch (cell._tag) {
    case 'Empty':
      return null;
    case 'Words':
      return cell.words;
    case 'Number':
      return cell.value;
    case 'Day':
      return cell.on;
    case 'Time':
      return cell.at;
  }
};

/** A row as an object by the heads; empty cells are left out. */
const rowsOf = ({ columns, rows }: Sheet) =>
  rows.map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, index) => {
        const value = shown(cell);
        return value === null ? [] : [[columns[index]?.head ?? '', value]];
      }),
    ),
  );

const sheetNamed = (
  name: (typeof paperTables)[number],
  answer: WorkbookAnswer = harbour(),
): Sheet => {
  const sheet = tableSheet(answer, name);
  if (sheet === null) throw new Error('it is left out');
  return sheet;
};

describe('the action register', () => {
  it('given an action that is lived with, then all that its row says, by the heads of copies', () => {
    expect(rowsOf(sheetNamed('actions'))[1]).toEqual({
      'Action id': '27',
      Ref: '27',
      Priority: 'Priority 2: Priority 2',
      Theme: 'Theme 2.3: Theme 2.3',
      Action: 'Open school grounds at weekends',
      Rating: 'Amber',
      Lead: 'Ivo Farrow',
      Support: 'TIDE',
      'By when': 'by September 2026',
      Due: '2026-09-30',
      Status: 'open',
      'Latest note': 'Three schools have agreed.',
    });
  });

  it('given an action of which nothing was said, then its rating is in words, and the rest is empty', () => {
    expect(rowsOf(sheetNamed('actions'))[0]).toEqual({
      'Action id': '14',
      Ref: '14',
      Action: 'Do 14',
      Rating: 'Not rated',
      Status: 'open',
    });
  });

  it('given a plan without themes and results, then there are no columns for them', () => {
    const { plan, ...rest } = harbour();
    const actions = plan.actions.map((action) => ({
      ...action,
      under: { ...action.under, theme: null },
    }));
    expect(
      sheetNamed('actions', { ...rest, plan: { ...plan, actions } }).columns.map(
        ({ head }) => head,
      ),
    ).toEqual([
      'Action id',
      'Ref',
      'Priority',
      'Action',
      'Rating',
      'Lead',
      'Support',
      'By when',
      'Due',
      'Status',
      'Latest note',
      'New note',
    ]);
  });

  it('given another id than its ref, then the id that the log knows', () => {
    const answer = { ...harbour(), ids: new Map([['27', '19']]) };
    expect(rowsOf(sheetNamed('actions', answer))[1]).toMatchObject({
      'Action id': '19',
      Ref: '27',
    });
  });

  it('given the plan’s own scale, then its ratings are those to choose from, and not rated', () => {
    expect(sheetNamed('actions').columns.find(({ kind }) => kind === 'rating')?.choices).toEqual([
      'Red',
      'Amber',
      'Amber/Green',
      'Green',
      'Not rated',
    ]);
  });
});

describe('the history', () => {
  it('given a rating, then when it was recorded in UK time, since when, who, what, from and to', () => {
    expect(rowsOf(sheetNamed('history')).find(({ Field }) => Field === 'Rating')).toEqual({
      Ordinal: 18,
      // 09:00 in UTC is an hour later in London in summer.
      Recorded: '2026-07-01T10:00:00',
      'Effective on': '2026-03-31',
      Who: 'p-4c1f',
      About: 'Action 27',
      Field: 'Rating',
      From: 'Not rated',
      To: 'Amber',
    });
  });

  it('given whoever may not see it, then there is no such table', () => {
    expect(tableSheet({ ...harbour(), history: null }, 'history')).toBeNull();
  });
});

describe('the changes', () => {
  it('given a rating and a note since the plan began, then each, and that the other action is silent', () => {
    expect(rowsOf(sheetNamed('changes'))).toEqual([
      {
        'What changed': 'Silent',
        Ref: '14',
        Action: 'Do 14',
        Before: 'Last news: 1 January 2026',
      },
      {
        'What changed': 'Rated otherwise',
        Ref: '27',
        Action: 'Open school grounds at weekends',
        Priority: 'Priority 2: Priority 2',
        Before: 'Not rated',
        After: 'Amber',
        'Effective on': '2026-03-31',
        Who: 'p-4c1f',
      },
      {
        'What changed': 'With news',
        Ref: '27',
        Action: 'Open school grounds at weekends',
        Priority: 'Priority 2: Priority 2',
        After: 'Three schools have agreed.',
        'Effective on': '2026-03-31',
        Who: 'p-4c1f',
      },
    ]);
  });
});

describe('a change of notes', () => {
  it('given a note more and a note less, then those alone', () => {
    const [first] = harbour().changes;
    if (first === undefined) throw new Error('there are changes');
    const change = { ...first, kind: 'noted', from: 'Old.\nGone.', to: 'Old.\nNew.' } as const;
    expect(rowsOf(sheetNamed('changes', { ...harbour(), changes: [change] }))).toMatchObject([
      { Before: 'Gone.', After: 'New.' },
    ]);
  });
});

describe('what is owed', () => {
  it('given a request, then of whom, why, since when, and how late by 30 June', () => {
    expect(rowsOf(sheetNamed('owed')).find((row) => row['Why it is owed'] === 'Asked')).toEqual({
      Ref: '27',
      What: 'Open school grounds at weekends',
      'Who owes it': 'TIDE',
      'Why it is owed': 'Asked',
      Since: '2026-05-31',
      'Due on': '2026-05-31',
      'Days overdue': 30,
      'In words': 'Asked on 31 May 2026: “How many now?”',
    });
  });
});

describe('the indicators', () => {
  it('given values, a comparator and an indicator without any, then a row a value', () => {
    const definition = {
      title: 'Grounds in use',
      code: 'NI 901',
      unit: 'grounds',
      direction: null,
      geography: 'Harbour',
      breakdowns: [],
    };
    const indicator = { id: 'ni-901', definition, under: [], baseline: null };
    const answer: WorkbookAnswer = {
      ...harbour(),
      indicators: [
        {
          ...indicator,
          observed: [
            {
              value: 4,
              period: text('2025/26'),
              status: 'provisional',
              breakdown: text('Weekends'),
            },
          ],
          comparators: [{ of: text('The county'), value: 5.5, period: text('2025/26') }],
        },
        { ...indicator, id: 'ni-902', observed: [], comparators: [] },
      ],
    };
    const same = { Code: 'NI 901', Indicator: 'Grounds in use', Unit: 'grounds' };
    expect(rowsOf(sheetNamed('indicators', answer))).toEqual([
      {
        ...same,
        Period: '2025/26',
        Geography: 'Harbour',
        Breakdown: 'Weekends',
        Value: 4,
        'Provisional or final': 'provisional',
      },
      { ...same, Period: '2025/26', Value: 5.5, Comparator: 'The county' },
      same,
    ]);
  });
});

describe('targets and data needs', () => {
  it('given a target, then its words, and what it is about by name', () => {
    expect(rowsOf(sheetNamed('targets'))).toEqual([
      {
        Kind: 'Target',
        Label: 'a',
        'In words': 'Ten grounds open',
        About: 'Theme 2.3: Theme 2.3',
        Status: 'open',
      },
    ]);
  });
});

describe('every table', () => {
  it('given each, then its rows are as long as its heads, and no two heads are the same', () => {
    paperTables
      .map((name) => sheetNamed(name))
      .forEach(({ columns, rows }) => {
        expect(rows.every((cells) => cells.length === columns.length)).toBe(true);
        expect(new Set(columns.map(({ head }) => head)).size).toBe(columns.length);
      });
  });
});
