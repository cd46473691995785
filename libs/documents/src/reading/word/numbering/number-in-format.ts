/** Past so many letters in a row nobody counts them: 26 of each. */
const mostLetters = 26 * 26;

/** "a" to "z", then "aa" to "zz", "aaa": the letter again, once more each time round (ECMA-376, 17.18.59). */
const inLetters = (value: number): string | undefined =>
  value < 1 || value > mostLetters
    ? undefined
    : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const roman: ReadonlyArray<readonly [number, string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Roman numerals have no sign for nothing, and none beyond 4,999 that people read. */
const inRoman = (value: number): string | undefined => {
  if (value < 1 || value > 4999) return undefined;
  let rest = value;
  let words = '';
  for (const [worth, sign] of roman) {
    for (; rest >= worth; rest -= worth) words += sign;
  }
  return words;
};

const asOrdinal = (value: number): string => {
  const teens = value % 100 >= 11 && value % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
};

const circled = (value: number): string | undefined =>
  value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : undefined;

const formats: ReadonlyMap<string, (value: number) => string | undefined> = new Map([
  ['none', () => ''],
  ['decimalZero', (value: number) => String(value).padStart(2, '0')],
  ['lowerLetter', inLetters],
  ['upperLetter', (value: number) => inLetters(value)?.toUpperCase()],
  ['lowerRoman', inRoman],
  ['upperRoman', (value: number) => inRoman(value)?.toUpperCase()],
  ['ordinal', asOrdinal],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedParen', (value: number) => `(${value})`],
  ['decimalFullstop', (value: number) => `${value}.`],
  ['numberInDash', (value: number) => `- ${value} -`],
]);

/** "001, 002, 003, ...": numbers with noughts before them. */
const padded = (value: number, pattern: string): string => {
  const digits = /^\d+/.exec(pattern)?.[0].length ?? 1;
  return String(value).padStart(Math.min(digits, 9), '0');
};

/**
 * A number as a list writes it.
 * @param format the standard's name of the format (ST_NumberFormat); what is not known is written in figures
 * @param pattern of the format "custom": its first numbers
 */
export const numberInFormat = (value: number, format: string, pattern = ''): string =>
  (format === 'custom' ? padded(value, pattern) : formats.get(format)?.(value)) ?? String(value);
