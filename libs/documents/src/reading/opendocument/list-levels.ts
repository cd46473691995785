import { type NumberSign, numberSign } from '../flow/number-sign.ts';
import { bulletOrNumber } from '../flow/bullet-or-number.ts';
import { elementsOf, type XmlElement } from '../xml/xml-element.ts';
import { countIn, wholeIn } from './attributes.ts';

/** How the items of one level of a list, or headings of one level, are marked. */
export type Level =
  | Readonly<{ is: 'bullet'; sign: string }>
  | Readonly<{
      is: 'number';
      /** None where the level shows no number of its own. */
      sign: NumberSign | undefined;
      before: string;
      after: string;
      /** How many levels are shown, this one the last. */
      shown: number;
      start: number;
      /** LibreOffice's own way to say all of it: "Action %1%.%2%". */
      pattern: string | undefined;
    }>;

export type Levels = ReadonlyMap<number, Level>;

const signs: ReadonlyMap<string, NumberSign> = new Map([
  ['a', 'lower letter'],
  ['A', 'upper letter'],
  ['i', 'lower roman'],
  ['I', 'upper roman'],
]);

const signOf = (format: string | undefined): NumberSign | undefined =>
  format === undefined || format === '' ? undefined : (signs.get(format) ?? 'decimal');

const patternIn = ({ attributes }: XmlElement): string | undefined => {
  const pattern = attributes['num-list-format'];
  return pattern !== undefined && /%\d{1,2}%/u.test(pattern) ? pattern : undefined;
};

const levelOf = (element: XmlElement): Level | undefined => {
  const { attributes } = element;
  switch (element.name) {
    case 'text:list-level-style-bullet':
      return {
        is: 'bullet',
        sign: bulletOrNumber(attributes['text:bullet-char'] ?? ''),
      };
    case 'text:list-level-style-image':
      return { is: 'bullet', sign: '•' };
    case 'text:list-level-style-number':
    case 'text:outline-level-style':
      return {
        is: 'number',
        sign: signOf(attributes['style:num-format']),
        before: attributes['style:num-prefix'] ?? '',
        after: attributes['style:num-suffix'] ?? '',
        shown: countIn(element, 'text:display-levels'),
        start: wholeIn(element, 'text:start-value') ?? 1,
        pattern: patternIn(element),
      };
    default:
      return undefined;
  }
};

/** The levels, from 1, that a list style or an outline style has. */
export const levelsOf = (style: XmlElement | undefined): Levels =>
  new Map(
    (style === undefined ? [] : elementsOf(style)).flatMap((element) => {
      const level = levelOf(element);
      return level === undefined ? [] : [[countIn(element, 'text:level'), level] as const];
    }),
  );

/** How far each level of a list is counted, by the level. */
export type Counters = Map<number, number>;

const startOf = (levels: Levels, at: number): number => {
  const level = levels.get(at);
  return level?.is === 'number' ? level.start : 1;
};

/** Counts the next item of a level; what is below it begins anew. */
export const countNext = (
  levels: Levels,
  counters: Counters,
  at: number,
  start: number | undefined,
): void => {
  const last = counters.get(at);
  counters.set(at, start ?? (last === undefined ? startOf(levels, at) : last + 1));
  for (const level of counters.keys()) if (level > at) counters.delete(level);
};

const numberAt = (levels: Levels, counters: Counters, at: number): string => {
  const level = levels.get(at);
  return level?.is === 'number' && level.sign !== undefined
    ? numberSign(counters.get(at) ?? level.start, level.sign)
    : '';
};

/** The marker of an item of a level, as it is counted now; `undefined` where it shows none. */
export const markerAt = (levels: Levels, counters: Counters, at: number): string | undefined => {
  const level = levels.get(at);
  if (level === undefined) return undefined;
  if (level.is === 'bullet') return level.sign;
  if (level.pattern !== undefined) {
    const shown = level.pattern.replace(/%(\d{1,2})%/gu, (_, of: string) =>
      numberAt(levels, counters, Number(of)),
    );
    return level.sign === undefined || shown.trim() === '' ? undefined : shown.trim();
  }
  if (level.sign === undefined) return undefined;
  const first = Math.max(1, at - level.shown + 1);
  const numbers = Array.from({ length: at - first + 1 }, (_, more) =>
    numberAt(levels, counters, first + more),
  ).filter((number) => number !== '');
  return `${level.before}${numbers.join('.')}${level.after}`.trim();
};
