import { describe, expect, it } from 'vitest';
import { showNumbersAs } from './show-numbers-as.ts';

const shown = (pattern: string, value: number, is1904 = false): string =>
  showNumbersAs(pattern, is1904).number(value).words.trim();

// 1 January 2027 is day 46388: 127 years of 365 days from 1900 on, 31 leap days among them, and the day that never was.
const newYear = 46_388;
const june30 = newYear + 31 + 28 + 31 + 30 + 31 + 29;

describe('given a number that is a date', () => {
  it.each([
    'dd/mm/yyyy',
    'm/d/yy',
    'd-mmm-yy',
    'dddd d mmmm yyyy',
    '[$-809]dd mmmm yyyy;@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'yyyy-mm-dd',
    'mmm d, yyyy',
  ])('when its pattern %s has a day, a month and a year then it is told in full', (pattern) => {
    expect(shown(pattern, june30)).toBe('30 June 2027');
  });

  it('when its pattern has a month or a year alone then it is told as exactly as that', () => {
    expect(shown('mmm-yy', june30)).toBe('June 2027');
    expect(shown('yyyy', june30)).toBe('2027');
  });

  it('when its pattern has no year then the year is told, and that it is not seen', () => {
    expect(showNumbersAs('d-mmm', false).number(june30)).toEqual({
      words: '30 June 2027',
      isYearUnseen: true,
    });
  });

  it('when it has a time then that is told to the minute or second of its pattern', () => {
    expect(shown('dd/mm/yyyy hh:mm', june30 + 14.5 / 24)).toBe('30 June 2027 14:30');
    expect(shown('dd/mm/yyyy hh:mm', june30 + (14.5 * 3600 - 0.001) / 86_400)).toBe(
      '30 June 2027 14:30',
    );
    expect(shown('dd/mm/yyyy hh:mm:ss', june30 + (9 * 3600 + 5) / 86_400)).toBe(
      '30 June 2027 09:00:05',
    );
    expect(shown('dd/mm/yyyy hh:mm', june30)).toBe('30 June 2027');
    expect(shown('dd/mm/yyyy', june30 + 0.9)).toBe('30 June 2027');
  });

  it('when days are counted from 1904 then it is 1,462 days later', () => {
    expect(shown('dd/mm/yyyy', june30 - 1_462, true)).toBe('30 June 2027');
  });

  it('when it is at an end of the calendar then it is what Excel says', () => {
    expect(shown('dd/mm/yyyy', 1)).toBe('1 January 1900');
    expect(shown('dd/mm/yyyy', 59)).toBe('28 February 1900');
    expect(shown('dd/mm/yyyy', 60)).toBe('29 February 1900');
    expect(shown('dd/mm/yyyy', 61)).toBe('1 March 1900');
    expect(shown('dd/mm/yyyy', 2_958_465)).toBe('31 December 9999');
    expect(shown('dd/mm/yyyy', 2_958_466)).toBe('2958466');
    expect(shown('dd/mm/yyyy', -3)).toBe('-3');
  });
});

describe('given another number', () => {
  it.each([
    ['General', 12.5, '12.5'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 441_632_960_000, '441632960000'],
    ['', 3, '3'],
    ['0%', 0.25, '25%'],
    ['0.0%', 0.256, '25.6%'],
    ['#,##0.00', 1234.5, '1,234.50'],
    ['#,##0;(#,##0)', -1234, '(1,234)'],
    ['"Q"0', 3, 'Q3'],
    ['0"/10"', 7, '7/10'],
    ['[=1]"R";[=2]"A";"G"', 2, 'A'],
    ['[h]:mm', 1.5, '36:00'],
    ['hh:mm', 0.75, '18:00'],
    ['0;;', 0, ''],
    ['no [[ pattern', 5, '5'],
  ])('when its pattern is “%s” then %d is shown as “%s”', (pattern, value, words) => {
    expect(shown(pattern, value)).toBe(words);
  });

  it('when its pattern hides it then it is told as it is, and that it is not seen', () => {
    const { number, text } = showNumbersAs(';;;', false);
    expect(number(5)).toEqual({ words: '5', isUnseen: true });
    expect(text('quietly')).toEqual({ words: 'quietly', isUnseen: true });
  });

  it('when words have a pattern of their own then it is around them', () => {
    expect(showNumbersAs('"Ref "@', false).text('27').words).toBe('Ref 27');
    expect(showNumbersAs('dd/mm/yyyy;@', false).text('soon').words).toBe('soon');
  });
});
