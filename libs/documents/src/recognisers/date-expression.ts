import { LocalDate, monthBounds } from '@trackrecord/kernel';

/** A date, month, season, quarter or year as words give it, and the days that it spans. */
export type DateExpression = Readonly<{
  words: string;
  start: number;
  end: number;
  first: string;
  last: string;
  isBareYear: boolean;
  /** A month or quarter whose year is said later: "September – December 2027". */
  isPartial: boolean;
  /** A day that no calendar has: "31 June 2027". */
  impossible: boolean;
}>;

type Span = Readonly<{ first: string; last: string; impossible?: boolean }>;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthWord =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const yearOf = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits);

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

const dayOf = (year: number, month: number, day: number): Span => {
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return { first: date, last: date, impossible: !LocalDate.is(date) };
};

const monthsOf = (fromYear: number, fromMonth: number, toYear: number, toMonth: number): Span => ({
  first: monthBounds(fromYear, fromMonth).first,
  last: monthBounds(toYear, toMonth).last,
});

/** Seasons by the meteorological calendar; a winter is named by the year that it begins in. Terms as schools have them. */
const seasonOf = (season: string, year: number, isTerm: boolean): Span => {
  switch (season.toLowerCase()) {
    case 'spring':
      return isTerm ? monthsOf(year, 1, year, 4) : monthsOf(year, 3, year, 5);
    case 'summer':
      return isTerm ? monthsOf(year, 4, year, 7) : monthsOf(year, 6, year, 8);
    case 'autumn':
      return isTerm ? monthsOf(year, 9, year, 12) : monthsOf(year, 9, year, 11);
    default:
      return monthsOf(year, 12, year + 1, 2);
  }
};

/** Quarters of the financial year where a year is given as "2026/27", of the calendar year otherwise. */
const quarterOf = (quarter: number, year: number, isFinancial: boolean): Span => {
  const month = isFinancial ? quarter * 3 + 1 : quarter * 3 - 2;
  const [inYear, inMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  return monthsOf(inYear, inMonth, inYear, inMonth + 2);
};

/** "2008/09" and "2008-09" are one year from April; "2008/2010" and "2008–11" are calendar years. */
const yearsOf = (from: string, to: string, isAcademic: boolean): Span => {
  const first = Number(from);
  const last = to.length === 2 ? Math.floor(first / 100) * 100 + Number(to) : Number(to);
  const isOneYear = last === first + 1 && to.length === 2;
  if (isAcademic && last === first + 1) return monthsOf(first, 9, last, 8);
  return isOneYear ? monthsOf(first, 4, last, 3) : monthsOf(first, 1, last, 12);
};

const shape = new RegExp(
  [
    String.raw`(?<iso>(?<iy>\d{4})-(?<im>\d{2})-(?<id>\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?)?)`,
    String.raw`(?<numeric>(?<nd>\d{1,2})(?:[/.](?<nm>\d{1,2})[/.](?<ny>\d{4}|\d{2})|-(?<hm>\d{1,2})-(?<hy>\d{4})))`,
    String.raw`(?<figures>(?<fm>0?[1-9]|1[0-2])/(?<fy>20\d{2})(?![/\d]))`,
    String.raw`(?<day>(?<dd>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?<dm>${monthWord})\.?,?(?:[\s-]+(?<dy>\d{4})|(?:-|\s+['’])(?<ds>\d{2})(?!\d)|\s+(?<de>\d{2})(?=\s*(?:$|[.,;)]|[–—-]|to\b))))`,
    String.raw`(?<american>(?<am>${monthWord})\.?\s+(?<ad>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<ay>(?:19|20)\d{2})(?!\d))`,
    String.raw`(?<month>(?<mm>${monthWord})\.?,?(?:\s+(?<my>\d{4})|[\s-](?:['’])?(?<ms>\d{2})(?!\d|\s*[–-]\s*\d|(?:st|nd|rd|th)\b)))`,
    String.raw`(?<partial>(?<pm>${monthWord})\.?(?=\s*(?:–|—|-|to|and)\s*${monthWord}\.?\s+(?<py>\d{4})))`,
    String.raw`(?<season>(?<sn>spring|summer|autumn|winter)(?<st>\s+term)?\s+(?:of\s+)?(?:(?<sy>\d{4})(?<sl>(?<=term\s+(?:of\s+)?\d{4})\s?[/–-]\s?\d{2,4}(?!\d))?|['’]?(?<ss>\d{2})(?!\d|\s*[/–-]\s*\d)))`,
    String.raw`(?<quarter>q(?:uarter\s+|tr\s?)?(?<qn>[1-4]),?\s+(?:of\s+)?\(?(?:fy\s?)?(?:(?<qy>\d{4})(?<qf>\s?[/–-]\s?\d{2,4})?|(?<qs>\d{2})\s?/\s?\d{2}(?!\d)))`,
    String.raw`(?<yearsQuarter>(?<ry>\d{4})\s?[/–-]\s?\d{2,4},?\s+q(?:uarter\s+|tr\s?)?(?<rn>[1-4])(?!\d))`,
    String.raw`(?<partQuarter>q(?:uarter\s+)?(?<pq>[1-4])(?=\s*(?:–|—|-|to|and)\s*q(?:uarter\s+)?[1-4]\s+(?:of\s+)?(?<pqy>\d{4})(?<pqf>\s?[/–-]\s?\d{2,4})?))`,
    String.raw`(?<years>(?<aca>academic\s+year\s+|school\s+year\s+)?(?<yf>(?:19|20)\d{2})\s?[/–-]\s?(?<yt>(?:19|20)?\d{2})(?![\d/-]))`,
    String.raw`(?<year>(?:19|20)\d{2}(?![\d/]))`,
  ].join('|'),
  'gi',
);

type Groups = Readonly<Record<string, string | undefined>>;

/** In the school year 2026/27 the autumn term is of 2026 and the others of 2027. */
const termYear = (season: string, year: number): number =>
  season.toLowerCase() === 'autumn' ? year : year + 1;

/** A season, a term, a quarter, years from one to another. */
const spanOfPart = (group: Groups): Span | undefined => {
  const number = (name: string): number => Number(group[name]);
  const text = (name: string): string => group[name] ?? '';
  const has = (name: string): boolean => group[name] !== undefined;
  if (has('season')) {
    const year = yearOf(group['sy'] ?? text('ss'));
    return seasonOf(text('sn'), has('sl') ? termYear(text('sn'), year) : year, has('st'));
  }
  if (has('quarter')) {
    return quarterOf(number('qn'), yearOf(group['qy'] ?? text('qs')), has('qf') || has('qs'));
  }
  if (has('yearsQuarter')) return quarterOf(number('rn'), number('ry'), true);
  if (has('partQuarter')) return quarterOf(number('pq'), number('pqy'), has('pqf'));
  return has('years') ? yearsOf(text('yf'), text('yt'), has('aca')) : undefined;
};

const spanOf = (group: Groups): Span => {
  const number = (name: string): number => Number(group[name]);
  const text = (name: string): string => group[name] ?? '';
  if (group['iso'] !== undefined) return dayOf(number('iy'), number('im'), number('id'));
  if (group['numeric'] !== undefined) {
    const year = yearOf(group['ny'] ?? text('hy'));
    return dayOf(year, Number(group['nm'] ?? group['hm']), number('nd'));
  }
  if (group['figures'] !== undefined) {
    return monthsOf(number('fy'), number('fm'), number('fy'), number('fm'));
  }
  if (group['day'] !== undefined) {
    const year = yearOf(group['dy'] ?? group['ds'] ?? text('de'));
    return dayOf(year, monthOf(text('dm')), number('dd'));
  }
  if (group['american'] !== undefined)
    return dayOf(number('ay'), monthOf(text('am')), number('ad'));
  if (group['month'] !== undefined) {
    const year = yearOf(group['my'] ?? text('ms'));
    return monthsOf(year, monthOf(text('mm')), year, monthOf(text('mm')));
  }
  if (group['partial'] !== undefined) {
    return monthsOf(number('py'), monthOf(text('pm')), number('py'), monthOf(text('pm')));
  }
  return spanOfPart(group) ?? monthsOf(number('year'), 1, number('year'), 12);
};

const standsAlone = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\d/£.]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
  !/^[\p{L}\d%]/u.test(text.slice(end, end + 1));

/** Every date that a text gives, in order. */
export const listDateExpressions = (text: string): ReadonlyArray<DateExpression> =>
  (/\d/.test(text) ? [...text.matchAll(shape)] : []).flatMap((found) => {
    const groups: Groups = found.groups ?? {};
    const end = found.index + found[0].length;
    if (!standsAlone(text, found.index, end)) return [];
    const { first, last, impossible } = spanOf(groups);
    return [
      {
        words: found[0],
        start: found.index,
        end,
        first,
        last,
        isBareYear: groups['year'] !== undefined,
        isPartial: groups['partial'] !== undefined || groups['partQuarter'] !== undefined,
        impossible: impossible === true,
      },
    ];
  });
