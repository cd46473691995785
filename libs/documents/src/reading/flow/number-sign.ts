/** The signs that automatic numbers are written with. */
export type NumberSign =
  'decimal' | 'lower letter' | 'upper letter' | 'lower roman' | 'upper roman';

const romans: ReadonlyArray<readonly [number, string]> = [
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

/** Beyond it, and below 1, programs write digits. */
const mostRoman = 3999;

const roman = (number: number): string => {
  let left = number;
  let signs = '';
  for (const [value, sign] of romans) {
    while (left >= value) {
      signs += sign;
      left -= value;
    }
  }
  return signs;
};

/** "a" … "z", "aa", "ab" …: as HTML and most programs go on. */
const letters = (number: number): string => {
  let left = number;
  let signs = '';
  while (left > 0) {
    signs = String.fromCharCode(97 + ((left - 1) % 26)) + signs;
    left = Math.floor((left - 1) / 26);
  }
  return signs;
};

/** A number as automatic numbering shows it: 4 is "4", "d", "D", "iv" or "IV". */
export const numberSign = (number: number, sign: NumberSign): string => {
  const isWhole = Number.isSafeInteger(number) && number >= 1;
  switch (sign) {
    case 'decimal':
      return String(number);
    case 'lower letter':
      return isWhole ? letters(number) : String(number);
    case 'upper letter':
      return isWhole ? letters(number).toUpperCase() : String(number);
    case 'lower roman':
      return isWhole && number <= mostRoman ? roman(number) : String(number);
    case 'upper roman':
      return isWhole && number <= mostRoman ? roman(number).toUpperCase() : String(number);
  }
};
