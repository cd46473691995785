import type { HistoryAnswer } from '@trackrecord/read-models';
import { Instant, LocalDate, Ordinal, Sha256 } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { actionHistory } from './action-history.ts';
import { actionLinks } from './action-links.ts';
import { actionNotes } from './action-notes.ts';
import { parseActionParams, type TypedActionParams } from './action-params.ts';

const sha = must(Sha256)('a'.repeat(64));
const links = actionLinks('harbour', '27', {});

/** A line that Rhoda Keeper recorded in a browser on 30 June 2026, about the rating where nothing else is said. */
const row = (ordinal: number, more: Partial<HistoryAnswer> = {}): HistoryAnswer => ({
  ordinal: must(Ordinal)(ordinal),
  recordedAt: must(Instant)('2026-06-30T09:00:00.000Z'),
  effectiveOn: must(LocalDate)('2026-06-30'),
  by: 'Rhoda Keeper',
  byParty: 'p-1',
  verified: true,
  onWordOf: null,
  onWordOfParty: null,
  channel: 'web',
  type: 'RatingChanged',
  subject: 'action 27',
  ref: '27',
  field: 'rating',
  member: null,
  from: 'Amber',
  fromValue: 'Amber',
  to: 'Red',
  value: 'Red',
  parties: [],
  why: null,
  source: null,
  documentName: null,
  confirmed: false,
  retracted: null,
  ...more,
});

const created = (field: string, to: string): HistoryAnswer =>
  row(3, { type: 'ActionCreated', field, from: null, fromValue: null, to, value: to });

const fromPaper = (ordinal: number, words: string, more: Partial<HistoryAnswer> = {}) =>
  row(ordinal, {
    channel: 'document',
    source: { document: sha, block: 1, line: 12, words },
    documentName: 'q2.txt',
    ...more,
  });

const historyOf = (
  rows: ReadonlyArray<HistoryAnswer>,
  typed: TypedActionParams = {},
  more: Readonly<{ mayRetract?: boolean; ambiguous?: ReadonlySet<string> }> = {},
) =>
  actionHistory({
    rows,
    title: 'Open school grounds at weekends',
    params: parseActionParams(typed),
    links,
    ambiguous: more.ambiguous ?? new Set(),
    mayRetract: more.mayRetract ?? true,
  });

const retracted: NonNullable<HistoryAnswer['retracted']> = {
  ordinal: must(Ordinal)(9),
  recordedAt: must(Instant)('2026-07-01T09:00:00.000Z'),
  by: 'Ivo Farrow',
  byParty: 'p-2',
  verified: true,
  onWordOf: null,
  onWordOfParty: null,
  channel: 'web',
  why: 'Meant action 14',
};

describe('the history of an action', () => {
  it('given lines, then a sentence each, the last that was recorded first', () => {
    const { entries } = historyOf([
      row(4),
      row(5, { from: 'Red', fromValue: 'Red', to: 'Green', value: 'Green' }),
    ]);
    expect(entries.map(({ ordinal, main }) => [ordinal, main.text])).toEqual([
      [5, 'Red → Green by Rhoda Keeper on 30 June 2026, recorded on 30 June 2026 at 10:00.'],
      [4, 'Amber → Red by Rhoda Keeper on 30 June 2026, recorded on 30 June 2026 at 10:00.'],
    ]);
  });

  it('given what one event said, then it is one entry, led by the words of the action', () => {
    const { entries } = historyOf([
      created('ref', '27'),
      created('title', 'Open school grounds at weekends'),
      created('status', 'open'),
    ]);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.main.text).toMatch(/^Created as “Open school grounds at weekends” by/u);
    expect(entries[0]?.others.map(({ text }) => text.split(' by ')[0])).toEqual([
      'Numbered 27',
      'Opened',
    ]);
    expect(entries[0]?.wrongHref).toBe('/plans/harbour/actions/27/retract?ordinal=3');
  });

  it('given a line that was taken back, then it is struck, and words say by whom and why', () => {
    const [entry] = historyOf([row(4, { retracted })]).entries;
    expect(entry?.struck).toBe(true);
    expect(entry?.main).toEqual({
      text: 'Amber → Red by Rhoda Keeper on 30 June 2026, recorded on 30 June 2026 at 10:00.',
      whole: null,
      takenBack: 'Taken back on 1 July 2026 at 10:00 by Ivo Farrow, because “Meant action 14”.',
    });
    expect(entry?.wrongHref).toBeNull();
  });

  it('given a long note, then who said it and when stays in sight, and all of its words are there', () => {
    const words = 'Four schools have agreed, and more will. '.repeat(8).trim();
    const [entry] = historyOf([
      row(4, {
        type: 'NoteAdded',
        field: 'note',
        member: 'n-1',
        from: null,
        fromValue: null,
        to: words,
        value: words,
      }),
    ]).entries;
    expect(entry?.main.text).toMatch(
      /^Note “Four schools .{150,200} …” added by Rhoda Keeper on 30 June 2026, recorded on 30 June 2026 at 10:00\.$/u,
    );
    expect(entry?.main.whole).toBe(
      `Note “${words}” added by Rhoda Keeper on 30 June 2026, recorded on 30 June 2026 at 10:00.`,
    );
  });

  it('given nobody who may take anything back, then nothing offers it', () => {
    expect(historyOf([row(4)], {}, { mayRetract: false }).entries[0]?.wrongHref).toBeNull();
  });

  it('given lines of documents, then each leads to the action as in its document, and says the words that it does not say itself', () => {
    const { entries } = historyOf([
      fromPaper(4, 'RED – see minutes'),
      fromPaper(5, 'Action 27. Open school grounds at weekends', { field: 'status' }),
    ]);
    expect(entries.map(({ words, document }) => [words, document])).toEqual([
      [null, { name: 'q2.txt', href: '/plans/harbour/actions/27?asIn=q2.txt' }],
      ['RED – see minutes', { name: 'q2.txt', href: '/plans/harbour/actions/27?asIn=q2.txt' }],
    ]);
  });

  it('given two documents of one name, then the link names the document by its hash', () => {
    const { entries } = historyOf([fromPaper(4, 'RED')], {}, { ambiguous: new Set(['q2.txt']) });
    expect(entries[0]?.document?.href).toBe(`/plans/harbour/actions/27?asIn=${sha}`);
  });

  it('given what documents only said again, then it is left out until it is asked for', () => {
    const rows = [
      row(4),
      fromPaper(8, 'Action 27.', { confirmed: true, field: 'status' }),
      fromPaper(8, 'RED', { confirmed: true }),
    ];
    const first = historyOf(rows);
    expect(first.entries).toHaveLength(1);
    expect(first.again).toEqual({
      text: 'Show also what documents only said again (2)',
      href: '/plans/harbour/actions/27?confirmed=yes#history',
    });
    const all = historyOf(rows, { confirmed: 'yes' });
    expect(all.entries.map(({ ordinal, confirmed }) => [ordinal, confirmed])).toEqual([
      [8, true],
      [4, false],
    ]);
    expect(all.entries[0]?.main.text).toMatch(/^Red said again on 30 June 2026/u);
    expect(all.entries[0]?.others).toHaveLength(1);
    // To take it back would take back all that the document said again.
    expect(all.entries[0]?.wrongHref).toBeNull();
    expect(all.again?.href).toBe('/plans/harbour/actions/27#history');
  });

  it('given fields, then those that anything happened to since can be asked for alone', () => {
    const rows = [
      created('title', 'x'),
      created('ref', '27'),
      row(4),
      row(5),
      row(6, { field: 'status' }),
    ];
    const { fields } = historyOf(rows, { field: 'rating' });
    expect(fields).toEqual([
      { text: 'Everything', href: '/plans/harbour/actions/27#history', current: false },
      { text: 'Rating (2)', href: '/plans/harbour/actions/27?field=rating#history', current: true },
      {
        text: 'Status (1)',
        href: '/plans/harbour/actions/27?field=status#history',
        current: false,
      },
    ]);
    expect(historyOf(rows, { field: 'rating' }).entries.map(({ ordinal }) => ordinal)).toEqual([
      5, 4,
    ]);
    expect(historyOf(rows, { field: 'no such field' }).entries).toEqual([]);
  });

  it('given a long history, then its beginning is shown when it is asked for', () => {
    const rows = Array.from({ length: 60 }, (_, index) => row(index + 1));
    const first = historyOf(rows);
    expect(first.entries.map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: 40 }, (_, index) => 60 - index),
    );
    expect(first.more).toEqual({
      text: 'Show all 60 entries',
      href: '/plans/harbour/actions/27?all=yes#history',
    });
    expect(historyOf(rows, { all: 'yes' })).toMatchObject({ more: null });
    expect(historyOf(rows, { all: 'yes' }).entries).toHaveLength(60);
  });
});

describe('the notes of an action', () => {
  const noteRow = (
    ordinal: number,
    note: string,
    text: string,
    more: Partial<HistoryAnswer> = {},
  ) =>
    row(ordinal, {
      type: 'NoteAdded',
      field: 'note',
      member: note,
      from: null,
      fromValue: null,
      to: text,
      value: text,
      ...more,
    });
  const gone = (ordinal: number, type: string, note: string, text: string) =>
    noteRow(ordinal, note, '', { type, from: text, fromValue: text, to: null, value: null });
  const standing = (note: string, text: string, on = '2026-06-30') => ({
    note,
    text,
    on: must(LocalDate)(on),
  });

  it('given notes of several days, then the newest first, with who wrote each', () => {
    const notes = actionNotes(
      { notes: [standing('n-1', 'Old', '2026-03-31'), standing('n-2', 'New')] },
      [
        noteRow(1, 'n-1', 'Old', { documentName: 'q1.txt' }),
        noteRow(2, 'n-2', 'New', { onWordOf: 'Ivo Farrow' }),
      ],
      links,
      true,
    );
    expect(notes.standing).toMatchObject([
      {
        text: 'New',
        on: '30 June 2026',
        by: 'Ivo Farrow',
        document: null,
        replaceHref: '/plans/harbour/actions/27/replace-note?note=n-2',
        withdrawHref: '/plans/harbour/actions/27/withdraw-note?note=n-2',
      },
      { text: 'Old', on: '31 March 2026', by: null, document: 'q1.txt' },
    ]);
    expect(notes.gone).toEqual([]);
  });

  it('given several of one day, then those of one document in its order, and written ones last first', () => {
    const shown = (name: string | null) =>
      actionNotes(
        { notes: [standing('n-1', 'one'), standing('n-2', 'two')] },
        [
          noteRow(1, 'n-1', 'one', { documentName: name }),
          noteRow(2, 'n-2', 'two', { documentName: name }),
        ],
        links,
        false,
      ).standing.map(({ text }) => text);
    expect(shown('q1.txt')).toEqual(['one', 'two']);
    expect(shown(null)).toEqual(['two', 'one']);
  });

  it('given notes that gave way or were withdrawn, then they are marked as such', () => {
    const notes = actionNotes(
      { notes: [standing('n-3', 'Now')] },
      [
        noteRow(1, 'n-1', 'First'),
        noteRow(2, 'n-2', 'Second'),
        noteRow(3, 'n-3', 'Now'),
        gone(4, 'NoteSuperseded', 'n-1', 'First'),
        gone(5, 'NoteWithdrawn', 'n-2', 'Second'),
      ],
      links,
      true,
    );
    expect(
      notes.gone.map(({ text, gone: became, replaceHref }) => [text, became, replaceHref]),
    ).toEqual([
      ['Second', 'Withdrawn on 30 June 2026', null],
      ['First', 'Replaced on 30 June 2026', null],
    ]);
  });

  it('given one whose withdrawal was taken back, then it stands and is not among those that are gone', () => {
    const notes = actionNotes(
      { notes: [standing('n-1', 'First')] },
      [noteRow(1, 'n-1', 'First'), { ...gone(2, 'NoteWithdrawn', 'n-1', 'First'), retracted }],
      links,
      false,
    );
    expect(notes.gone).toEqual([]);
    expect(notes.standing).toHaveLength(1);
  });
});
