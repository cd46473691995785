import { LocalDate } from '@trackrecord/kernel';
import { aPlanAnswer, anActionAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { owedWords } from './owed-words.ts';

const on = must(LocalDate);
// As of 30 June 2026; an update is due every three months.
const owed = owedWords(aPlanAnswer([]));

describe('what an action owes, in words', () => {
  it('given an action that owes nothing, then nothing is said, however old its news', () => {
    const action = anActionAnswer('1', { lastUpdatedOn: on('2020-01-01') });
    expect(owed(action)).toEqual({ overdueSince: null, words: [] });
  });

  it('given news of 30 March, then it is not overdue on 30 June; of 29 March, then it is', () => {
    const at = (date: string) =>
      owed(anActionAnswer('1', { rating: 'Red', updateOwed: true, lastUpdatedOn: on(date) }));
    expect(at('2026-03-30')).toEqual({ overdueSince: null, words: [] });
    expect(at('2026-03-29')).toEqual({ overdueSince: '29 June 2026', words: [] });
  });

  it('given no news ever, then it is overdue from when it was created, and never rated', () => {
    const action = anActionAnswer('1', { updateOwed: true, createdOn: on('2025-12-31') });
    expect(owed(action)).toEqual({
      overdueSince: '31 March 2026',
      words: ['never rated'],
    });
  });

  it('given requests, then those that are open are told, of whom and since when', () => {
    const request = { words: 'Report, please', askedOn: on('2026-05-06') };
    const action = anActionAnswer('1', {
      rating: 'Green',
      updateOwed: true,
      lastUpdatedOn: on('2026-05-01'),
      requests: [
        { ...request, of: ['Asha Bell', 'Tom Okafor'], state: 'open' },
        { ...request, of: [], state: 'open' },
        { ...request, of: ['Nuala Finch'], state: 'answered' },
      ],
    });
    expect(owed(action).words).toEqual([
      'asked of Asha Bell and Tom Okafor on 6 May 2026',
      'asked for on 6 May 2026',
    ]);
  });
});
