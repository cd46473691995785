import { describe, expect, it } from 'vitest';
import { cleanLine } from './clean.ts';

describe('untrusted text on a line', () => {
  it.each([
    ['line ends', 'one\r\ntwo\nthree\u2028four\u0085five', 'one two three four five'],
    ['control characters', 'a\u0000b\u0007c\u001b[31md\u007fe\u009bf', 'a b c [31md e f'],
    ['a text that is turned round', 'invoice\u202egnp.exe\u202c', 'invoicegnp.exe'],
    ['isolates and marks', '\u2066a\u2069\u200e\u200f\u061cb', 'ab'],
    ['what takes no room', 'pass\u200bword\ufeff\u00ad', 'password'],
    ['tags', `flag\u{e0067}\u{e007f}`, 'flag'],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
    ['spaces', '  a \t\t b\u00a0c  ', 'a b c'],
    ['other scripts', 'Ysgol Gynradd Tŷ Gwyn, श्री, 👩‍🏫', 'Ysgol Gynradd Tŷ Gwyn, श्री, 👩‍🏫'],
  ])('given %s, then what is left shows what it says', (_, text, wanted) => {
    expect(cleanLine(text)).toBe(wanted);
  });
});
