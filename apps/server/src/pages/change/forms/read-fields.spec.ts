import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readLine, readOptionalLine, readText } from './read-fields.ts';

const said = (read: ReturnType<typeof readText>): ReadonlyArray<string> =>
  E.isLeft(read) ? read.left.map(({ field, message }) => `${field}: ${message}`) : [read.right];

describe('words that are typed into a form', () => {
  it('given line ends of any system and of Word, then they are one kind', () => {
    expect(said(readText('note', 'Note', ' one\r\ntwo\rthree\vfour\n'))).toEqual([
      'one\ntwo\nthree\nfour',
    ]);
  });

  it('given characters that nobody sees, then they are left out, and tabs and pictures are kept', () => {
    expect(said(readText('note', 'Note', 'a\u0000b\u001b\tc 🎉'))).toEqual(['ab\tc 🎉']);
  });

  it('given nothing that can be seen, then the words are asked for', () => {
    expect(said(readText('note', 'Note', ' \u0000 '))).toEqual(['note: Note: Enter the words.']);
  });

  it('given one character too many, then how many there are and how many are accepted', () => {
    expect(said(readText('title', 'Words', 'x'.repeat(5_000), 5_000))).toEqual(['x'.repeat(5_000)]);
    expect(said(readText('title', 'Words', 'x'.repeat(5_001), 5_000))).toEqual([
      'title: Words: Enter at most 5,000 characters: there are 5,001.',
    ]);
  });

  it('given half a character, then it is refused', () => {
    expect(said(readText('note', 'Note', 'broken \ud83c'))).toEqual([
      'note: Note: Enter at most 100,000 characters, without broken ones.',
    ]);
  });
});

describe('words on one line', () => {
  it('given several lines, then they are one', () => {
    expect(said(readLine('name', 'Name', ' Asha\r\n  Bell '))).toEqual(['Asha Bell']);
  });

  it('given more than a line holds, then it is refused', () => {
    expect(said(readLine('name', 'Who?', 'x'.repeat(201)))).toEqual([
      'name: Who? Enter at most 200 characters: there are 201.',
    ]);
  });

  it('given nothing where nothing may stand, then nothing', () => {
    expect(readOptionalLine('unit', 'Counted in', '  ')).toEqual(E.right(undefined));
  });
});
