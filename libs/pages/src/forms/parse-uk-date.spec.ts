import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { parseUkDate } from './parse-uk-date.ts';

const parse = parseUkDate('When did this become true?');

describe('parseUkDate', () => {
  it.each([
    '2026-03-03',
    '3/3/2026',
    '03/03/2026',
    ' 3-3-2026 ',
    '3.3.2026',
    '3 3 2026',
    '3 March 2026',
    '3 mar 2026',
    '3rd March, 2026',
  ])('given %s, then it is 3 March 2026', (text) => {
    expect(parse(text)).toEqual(E.right('2026-03-03'));
  });

  it('given a day and a month that could be either, then the day is first', () => {
    expect(parse('4/7/2026')).toEqual(E.right('2026-07-04'));
  });

  it('given September as some write it, then it is known', () => {
    expect(parse('30 Sept 2026')).toEqual(E.right('2026-09-30'));
  });

  it.each([
    '31/2/2026',
    '29/2/2026',
    '3/13/2026',
    '3/3/26',
    'March 2026',
    '3 Mars 2026',
    '2026-3-3',
    'soon',
  ])('given %s, then it is refused with what was typed and what would be accepted', (text) => {
    expect(parse(text)).toEqual(
      E.left(
        `When did this become true? “${text}” is not a date that exists. Enter one such as 3/3/2026 or 2026-03-03.`,
      ),
    );
  });

  it('given nothing, then a date is asked for', () => {
    expect(parseUkDate('As of')(' ')).toEqual(
      E.left('As of: Enter a date, such as 3/3/2026 or 2026-03-03.'),
    );
  });

  it('given any date as people write it, then it is that date', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = must(LocalDate)(date.toISOString().slice(0, 10));
          const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
          expect(parse(`${day}/${month}/${year}`)).toEqual(E.right(iso));
        },
      ),
    );
  });
});
