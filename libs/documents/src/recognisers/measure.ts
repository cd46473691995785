import type { Timescale } from '../proposal/timescale.ts';
import { recogniseTimescale } from './timescale.ts';

/** From which value to which, by when; what the words do not give is absent. */
export type Measure = Readonly<{ baseline?: string; target?: string; timescale?: Timescale }>;

const value = String.raw`(?:zero|nil|none|[£$]?\d[\d,]*(?:\.\d+)?\+?%?)`;
const fromTo = new RegExp(String.raw`\bfrom\s+(${value})\s+to\s+(${value})(?=[\s,.;)]|$)`, 'i');
const atLeast = new RegExp(
  String.raw`^((?:at least|at most|no more than|no fewer than|up to|over|under)\s+${value}|\d[\d.]*%)(?=\s)`,
  'i',
);
const against =
  /\bto\s+((?:above|below|at or above|at or below)\s+(?:the\s+)?[^.;()\d]{3,80}?\baverages?)\b/i;

/** In "from 1 to 15 September 2008" the figures are days, unless the period after them starts with that month. */
const areDays = (from: string, to: string, rest: string): boolean =>
  Number(from) <= 31 &&
  Number(to) <= 31 &&
  /^\s*\p{Lu}\p{Ll}+\s+\d{4}/u.test(rest) &&
  !/^\s*\p{Lu}\p{Ll}+\s+\d{4}\s*(?:[–—-]|to\b)/u.test(rest);

/** "(Most recent data 2007.)" says how old a figure is, not by when a result is wanted. */
const withoutAsides = (text: string): string =>
  text.replace(/\((?:most recent|latest)[^()]{0,120}\)/gi, ' ');

const timed = (text: string): Pick<Measure, 'timescale'> => {
  const timescale = recogniseTimescale(text)?.timescale;
  return timescale === undefined ? {} : { timescale };
};

/** Reads what a result's words give: "from 24 to 15 September 2008 – July 2009", "At least 80% … 2009". */
export const readMeasure = (title: string): Measure => {
  const words = withoutAsides(title);
  const change = fromTo.exec(words);
  if (change?.[1] !== undefined && change[2] !== undefined) {
    const rest = words.slice(change.index + change[0].length);
    if (!areDays(change[1], change[2], rest)) {
      return { baseline: change[1], target: change[2], ...timed(rest) };
    }
  }
  const target = atLeast.exec(words)?.[1] ?? against.exec(words)?.[1];
  return { ...(target === undefined ? {} : { target }), ...timed(words) };
};
