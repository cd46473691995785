import { describe, expect, it } from 'vitest';
import { inShort } from './in-short.ts';

const ten = 'ten chars ';

describe('the words of an action in short', () => {
  it.each([
    ['a short line', 'Open the hub', 'Open the hub'],
    ['several lines', '\n Open the hub \nby March', 'Open the hub'],
    ['nothing', '', ''],
    ['a line that just fits', 'x'.repeat(120), 'x'.repeat(120)],
    ['a long line', `${ten.repeat(13)}end`, `${ten.repeat(11)}ten chars …`],
    [
      'a sign before the cut',
      `${'x'.repeat(100)}, and ${'y'.repeat(60)}`,
      `${'x'.repeat(100)}, and …`,
    ],
    ['a comma before the cut', `${'x'.repeat(100)}, ${'y'.repeat(60)}`, `${'x'.repeat(100)} …`],
    ['a word without end', 'x'.repeat(200), `${'x'.repeat(120)} …`],
    ['signs of two units each', '🙂'.repeat(121), `${'🙂'.repeat(120)} …`],
  ])('given %s', (_, words, short) => {
    expect(inShort(words)).toBe(short);
  });
});
