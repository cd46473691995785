import {
  ActionCreated,
  AssertionsRetracted,
  DocumentImported,
  entryOf,
  NoteAdded,
  RatingChanged,
  RatingRemoved,
} from '@trackrecord/domain';
import { assertionsIn, historyOf, type Json } from '@trackrecord/kernel';
import {
  documentNumber,
  eventIdNumber,
  eventsOf,
  happened,
  type Happened,
  ordinal,
  saidBy,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { AssertionRecord } from './history-row.ts';
import { historyRows } from './history-rows.ts';

/** The records of what happened, as the views give them. */
const recordsOf = (...past: ReadonlyArray<Happened>): ReadonlyArray<AssertionRecord> => {
  const events = eventsOf(past);
  const history = historyOf(events.map((event, index) => entryOf(event, ordinal(index + 1))));
  return assertionsIn(history).flatMap((one) => {
    const event = events[one.ordinal - 1];
    const gone = history.retractedAt.get(one.eventId);
    if (event === undefined) return [];
    const { type, recordedAt, recordedBy, channel } = event;
    const record = { ...one, type, recordedAt, recordedBy, channel };
    return [
      gone === undefined
        ? record
        : { ...record, retracted: { ordinal: gone, recordedAt, recordedBy, channel } },
    ];
  });
};

type Line = readonly [ordinal: number, field: string, from: Json, to: Json];

/** The trail of what happened to one field (a set-like one with its members): when recorded, from, to. */
const trail = (
  field: string,
  past: ReadonlyArray<Happened>,
  withConfirmed = false,
): ReadonlyArray<Line> =>
  historyRows(recordsOf(...past), withConfirmed)
    .filter((row) => row.field === field)
    .map((row): Line => [row.ordinal, row.field, row.from, row.value]);

const created = (on: string): Happened =>
  happened(
    ActionCreated,
    { action: '27', ref: '27', label: '27.', title: 'Open the hall', under: { results: [] } },
    on,
  );

const rated = (rating: string, on: string): Happened =>
  happened(RatingChanged, { action: '27', rating }, on);

const confirming = (event: number, on: string): Happened =>
  saidBy(
    2,
    DocumentImported,
    {
      document: documentNumber(2),
      name: 'june.txt',
      on,
      blocks: 10,
      confirmed: [
        {
          event: eventIdNumber(event),
          registers: [{ subject: 'action:27', field: 'rating' }],
        },
      ],
    },
    on,
  );

describe('the audit trail of a rating', () => {
  it('given an action rated on the date of its creation, then its first rating comes from nothing', () => {
    expect(trail('rating', [created('2026-03-31'), rated('Amber', '2026-03-31')])).toEqual([
      [2, 'rating', null, 'Amber'],
    ]);
  });

  it('given an action rated later than its creation, then it had been not rated', () => {
    expect(trail('rating', [created('2026-03-31'), rated('Amber', '2026-04-01')])).toEqual([
      [2, 'rating', 'Not rated', 'Amber'],
    ]);
  });

  it('given an action that was never rated, then there is nothing to tell', () => {
    expect(trail('rating', [created('2026-03-31')])).toEqual([]);
  });

  it('given a rating taken away on the date of the creation, then that is told', () => {
    expect(
      trail('rating', [
        created('2026-03-31'),
        rated('Amber', '2026-03-31'),
        happened(RatingRemoved, { action: '27' }, '2026-03-31'),
      ]),
    ).toEqual([
      [2, 'rating', null, 'Amber'],
      [3, 'rating', 'Amber', 'Not rated'],
    ]);
  });

  it('given a late fact between two, then it comes from what held then, and the later one from it', () => {
    expect(
      trail('rating', [
        created('2026-01-01'),
        rated('Green', '2026-03-31'),
        rated('Amber', '2026-06-30'),
        rated('Red', '2026-05-01'),
      ]),
    ).toEqual([
      [2, 'rating', 'Not rated', 'Green'],
      [3, 'rating', 'Red', 'Amber'],
      [4, 'rating', 'Green', 'Red'],
    ]);
  });

  it('given a tie on a date, then the later recording comes from the earlier one', () => {
    expect(trail('rating', [rated('Green', '2026-03-31'), rated('Red', '2026-03-31')])).toEqual([
      [1, 'rating', null, 'Green'],
      [2, 'rating', 'Green', 'Red'],
    ]);
  });

  it('given a rating that was taken back, then it is told as such, and nothing follows from it', () => {
    const rows = historyRows(
      recordsOf(
        rated('Green', '2026-03-31'),
        rated('Red', '2026-04-30'),
        happened(AssertionsRetracted, { events: [eventIdNumber(2)] }, '2026-05-01'),
        rated('Amber', '2026-06-30'),
      ),
      false,
    );
    expect(rows.map(({ from, value, retracted }) => [from, value, retracted?.ordinal])).toEqual([
      [null, 'Green', undefined],
      ['Green', 'Red', 3],
      ['Green', 'Amber', undefined],
    ]);
  });

  it('given a creation that was taken back, then the next rating comes from nothing', () => {
    expect(
      trail('rating', [
        created('2026-03-31'),
        happened(AssertionsRetracted, { events: [eventIdNumber(1)] }, '2026-04-01'),
        rated('Red', '2026-06-30'),
      ]),
    ).toEqual([[3, 'rating', null, 'Red']]);
  });
});

describe('what documents merely said again', () => {
  const past = [
    rated('Red', '2026-03-31'),
    confirming(1, '2026-06-30'),
    rated('Green', '2026-09-30'),
  ];

  it('given nobody asked for it, then it is left out', () => {
    expect(trail('rating', past)).toEqual([
      [1, 'rating', null, 'Red'],
      [3, 'rating', 'Red', 'Green'],
    ]);
  });

  it('given somebody asked for it, then it stands between', () => {
    expect(trail('rating', past, true)).toEqual([
      [1, 'rating', null, 'Red'],
      [2, 'rating', 'Red', 'Red'],
      [3, 'rating', 'Red', 'Green'],
    ]);
    const rows = historyRows(recordsOf(...past), true).filter(({ field }) => field === 'rating');
    expect(rows.map(({ confirmed }) => confirmed)).toEqual([false, true, false]);
    expect(rows[1]?.firstSaidBy).toBe(eventIdNumber(1));
  });

  it('given a late fact before what a document repeated, then the repetition comes from that fact', () => {
    expect(trail('rating', [...past, rated('Amber', '2026-05-01')], true)).toEqual([
      [1, 'rating', null, 'Red'],
      [2, 'rating', 'Amber', 'Red'],
      [3, 'rating', 'Red', 'Green'],
      [4, 'rating', 'Red', 'Amber'],
    ]);
  });
});

describe('the audit trail of a plan', () => {
  it('given a note, then the note is told and what the log keeps its books by is not', () => {
    const rows = historyRows(
      recordsOf(
        created('2026-03-31'),
        happened(NoteAdded, { action: '27', note: 'n-1', text: 'Agreed.' }, '2026-04-30'),
      ),
      true,
    );
    expect(rows.map(({ field }) => field)).toEqual([
      'ref',
      'label',
      'title',
      'under',
      'status',
      'note/n-1',
    ]);
  });

  it('given two notes, then neither comes from the other', () => {
    const note = (id: string, on: string) =>
      happened(NoteAdded, { action: '27', note: id, text: `Note ${id}.` }, on);
    const rows = historyRows(
      recordsOf(note('n-1', '2026-03-31'), note('n-2', '2026-04-30')),
      false,
    );
    expect(rows.map(({ from, value }) => [from, value])).toEqual([
      [null, 'Note n-1.'],
      [null, 'Note n-2.'],
    ]);
  });

  it('given facts recorded late, then the lines stand in the order of recording', () => {
    const rows = historyRows(
      recordsOf(rated('Red', '2026-06-30'), rated('Green', '2026-03-31')),
      false,
    );
    expect(rows.map(({ ordinal: at }) => at)).toEqual([1, 2]);
  });
});
