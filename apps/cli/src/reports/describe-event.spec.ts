import type { HistoryAnswer } from '@trackrecord/application';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { describeEvent } from './describe-event.ts';

const row = (told: Partial<HistoryAnswer>): HistoryAnswer => ({
  ordinal: must(Ordinal)(59),
  recordedAt: must(Instant)('2025-03-31T10:00:00.000Z'),
  effectiveOn: must(LocalDate)('2025-03-31'),
  by: 'Rhoda Tansley',
  byParty: 'p-1',
  verified: false,
  onWordOf: null,
  onWordOfParty: null,
  channel: 'command line',
  type: 'RatingChanged',
  subject: 'action 7',
  ref: '7',
  field: 'rating',
  member: null,
  from: null,
  to: null,
  value: null,
  fromValue: null,
  parties: [],
  why: null,
  source: null,
  documentName: null,
  confirmed: false,
  retracted: null,
  ...told,
});

const wordsOf = (...rows: ReadonlyArray<Partial<HistoryAnswer>>): ReadonlyArray<string> =>
  describeEvent(rows.map(row)).map(({ words }) => words);

describe('describeEvent', () => {
  it('given a creation, then its place, label and words are one line', () => {
    const created = { type: 'ActionCreated' };
    expect(
      wordsOf(
        { ...created, field: 'ref', to: '7' },
        { ...created, field: 'label', to: 'Action 7.' },
        { ...created, field: 'title', to: 'Bring the wait down' },
        { ...created, field: 'under', to: 'priority 2, theme 2.1' },
        { ...created, field: 'status', to: 'open' },
      ),
    ).toEqual(['created under priority 2, theme 2.1: Action 7. Bring the wait down']);
  });

  it('given a rating, then what it was and what it became', () => {
    expect(wordsOf({ from: 'Red', to: 'Amber' })).toEqual(['rating: Red → Amber']);
  });

  it('given that nothing changed, then so', () => {
    expect(wordsOf({ type: 'NoChangeConfirmed', from: 'Amber', to: 'Amber' })).toEqual([
      'no change: still Amber',
    ]);
  });

  it('given an owner who is released, then who it was', () => {
    expect(wordsOf({ field: 'owner', from: 'Desmond Okell (support)', to: null })).toEqual([
      'owner released: Desmond Okell (support)',
    ]);
  });

  it('given a request, then of whom, and what became of it', () => {
    const asked = { field: 'request' };
    expect(wordsOf({ ...asked, to: 'How many? (asked of HVVA, open)' })).toEqual([
      'asked: How many? (of HVVA)',
    ]);
    expect(wordsOf({ ...asked, to: 'How many? (asked of HVVA, given)' })).toEqual([
      'answered: How many? (of HVVA)',
    ]);
    expect(wordsOf({ ...asked, to: 'Update? (waived)' })).toEqual(['waived: Update?']);
  });

  it('given another number, then its label and its old number are not told again', () => {
    const renumbered = { type: 'ActionRenumbered' };
    expect(
      wordsOf(
        { ...renumbered, field: 'ref', from: '31', to: '33' },
        { ...renumbered, field: 'label', from: 'Action 31.', to: 'Action 33.' },
        { ...renumbered, field: 'knownAs', member: '31', to: 'true' },
      ),
    ).toEqual(['renumbered: 31 → 33']);
  });

  it('given an older plan’s number, then what it is known as', () => {
    expect(wordsOf({ field: 'knownAs', member: '30', to: 'true' })).toEqual(['known as 30']);
  });

  it('given a closing, then it is told in a word', () => {
    expect(wordsOf({ field: 'status', from: 'open', to: 'closed' })).toEqual(['closed']);
  });
});
