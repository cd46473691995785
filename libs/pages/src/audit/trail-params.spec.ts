import { describe, expect, it } from 'vitest';
import {
  isTrailFiltered,
  parseTrailParams,
  parseTrailPlace,
  subjectAsked,
  trailAsked,
  trailQuery,
} from './trail-params.ts';

const queryOf = (text: string) => {
  const typed = new URLSearchParams(text);
  return { one: (name: string) => typed.get(name) ?? undefined };
};

const read = (text: string) => parseTrailParams(queryOf(text));

describe('what an address asks of an audit trail', () => {
  it('given nothing when it is read then the whole trail, the newest first', () => {
    const { params, errors } = read('');
    expect(errors).toEqual([]);
    expect(params.newestFirst).toBe(true);
    expect(isTrailFiltered(params)).toBe(false);
    expect(trailAsked(params)).toEqual({ withConfirmed: false });
  });

  it('given all of it when it is read and written again then the same', () => {
    const query =
      'person=M.+Reed&subject=action+27&field=rating&effectiveFrom=2026-01-01&effectiveTo=2026-01-31&recordedFrom=2026-02-01&recordedTo=2026-02-28&channel=web&all=yes&order=oldest';
    const { params, errors } = read(query);
    expect(errors).toEqual([]);
    expect(trailQuery(params)).toBe(query);
    expect(trailAsked(params)).toEqual({
      subject: 'action:27',
      field: 'rating',
      effectiveFrom: '2026-01-01',
      effectiveTo: '2026-01-31',
      recordedFrom: '2026-02-01',
      recordedTo: '2026-02-28',
      channel: 'web',
      withConfirmed: true,
    });
  });

  it('given a date as people write it when it is read then that date', () => {
    expect(read('effectiveFrom=3/2/2026').params.dates).toEqual({ effectiveFrom: '2026-02-03' });
  });

  it.each([
    ['recordedTo=31/2/2026', 'recordedTo', 'Recorded to: “31/2/2026” is not a date that exists.'],
    ['channel=fax', 'channel', 'Channel: “fax” is none.'],
    ['all=perhaps', 'all', '“perhaps” is not accepted.'],
    ['order=random', 'order', 'It can be “newest” or “oldest”.'],
    [`person=${'x'.repeat(201)}`, 'person', 'these are 201 characters. Enter 200 at most.'],
  ])('given %s when it is read then it is left out and told', (query, field, words) => {
    const { params, errors } = read(query);
    expect(trailQuery(params)).toBe('');
    expect(errors.map((error) => error.field)).toEqual([field]);
    expect(errors[0]?.message).toContain(words);
  });

  it.each([
    ['27', '27'],
    ['action 27', 'action:27'],
    ['Theme 2.3', 'theme:2.3'],
    ['data need 1b', 'dataNeed:1b'],
    ['person p-1', 'party:p-1'],
    ['party:p-1', 'party:p-1'],
    ['The plan', 'plan'],
    ['account m.reed@harbour.example', 'account:m.reed@harbour.example'],
    ['Token Quarterly figures', 'token:Quarterly figures'],
    ['Accounts', 'access'],
    ['theme:2.3', 'theme:2.3'],
    ['2(i).4', '2(i).4'],
  ])('given the subject %s when it is asked for then %s', (typed, asked) => {
    expect(subjectAsked(typed)).toBe(asked);
  });

  it('given a place when it is read then that, and nothing of what is none', () => {
    expect(parseTrailPlace(queryOf('after=812.3&at=101'))).toEqual({
      after: '812.3',
      before: null,
      at: 101,
    });
    expect(parseTrailPlace(queryOf('after=here&before=812&at=0'))).toEqual({
      after: null,
      before: null,
      at: null,
    });
  });
});
