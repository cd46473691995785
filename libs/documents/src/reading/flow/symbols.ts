/**
 * Fonts that draw signs where others have letters. What people see of them in plans: bullets, ticks and crosses, boxes,
 * traffic lights and arrows.
 */
const wingdings: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x4b: '😐',
  0x4c: '☹',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x70: '□',
  0x71: '❑',
  0x72: '❒',
  0x73: '◆',
  0x74: '◆',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9e: '·',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '☐',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe3: '↖',
  0xe4: '↗',
  0xe5: '↙',
  0xe6: '↘',
  0xe8: '➔',
  0xef: '⇦',
  0xf0: '⇨',
  0xf1: '⇧',
  0xf2: '⇩',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x96: '●',
  0x97: '●',
  0x98: '●',
  0xa2: '■',
  0xa3: '☐',
};

const wingdings3: Readonly<Record<number, string>> = {
  0x66: '←',
  0x67: '→',
  0x68: '↑',
  0x69: '↓',
  0x6a: '↖',
  0x6b: '↗',
  0x6c: '↙',
  0x6d: '↘',
  0x6e: '↔',
  0x6f: '↕',
  0x70: '▲',
  0x71: '▼',
  0x72: '△',
  0x73: '▽',
  0x74: '◀',
  0x75: '▶',
  0x7d: '▶',
};

const webdings: Readonly<Record<number, string>> = {
  0x33: '◀',
  0x34: '▶',
  0x35: '▲',
  0x36: '▼',
  0x61: '✓',
  0x63: '□',
  0x67: '■',
  0x6e: '●',
  0x72: '✗',
};

const symbol: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xa7: '♣',
  0xa8: '♦',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xbc: '…',
  0xd6: '√',
  0xde: '⇒',
};

const fonts: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map([
  ['wingdings', wingdings],
  ['wingdings 2', wingdings2],
  ['wingdings 3', wingdings3],
  ['webdings', webdings],
  ['symbol', symbol],
]);

/** A sign that is not known is one all the same: words coloured by it are. */
const unknown = '•';

const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

const isCharacter = (code: number): boolean =>
  code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);

/** A sign of a font of signs, as the character that people see; of other fonts the character itself. */
export const signOf = (code: number, font: string | undefined): string => {
  if (!isCharacter(code)) return unknown;
  const signs = fonts.get((font ?? '').toLowerCase());
  if (signs === undefined)
    return isPrivate(code) ? (symbol[code & 0xff] ?? unknown) : String.fromCodePoint(code);
  if (code !== 0x20 && (isPrivate(code) || code < 0x100)) {
    const low = code & 0xff;
    // Symbol has Greek where others have Latin; figures and points are their own.
    return signs[low] ?? (signs === symbol && low < 0x80 ? String.fromCharCode(low) : unknown);
  }
  return String.fromCodePoint(code);
};

const hasPrivate = /[\uE000-\uF8FF]/u;

/** Words in a font of signs as the signs that people see; other words as they are. */
export const asSeenIn = (words: string, font: string | undefined): string =>
  (font !== undefined && fonts.has(font.toLowerCase())) || hasPrivate.test(words)
    ? Array.from(words, (one) => signOf(one.codePointAt(0) ?? 0x20, font)).join('')
    : words;
