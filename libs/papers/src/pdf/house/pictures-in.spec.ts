import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { picturesIn } from './pictures-in.ts';
import { aLogo, aPng } from './testing/png.ts';

/** A picture of one colour: each row is its filter and as many points of one bit as it takes. */
const plain = (width: number, height: number): Uint8Array =>
  aPng({
    ...{ width, height, depth: 1, type: 0 },
    rows: Array.from({ length: height * (1 + Math.ceil(width / 8)) }, () => 0),
  });

const taken = (...pictures: ReadonlyArray<readonly [part: string, bytes: Uint8Array]>) => {
  const found = picturesIn(new Map(pictures));
  return E.isLeft(found)
    ? found.left
    : [...found.right].map(([part, address]) => [part, address.slice(0, 22)]);
};

describe('the pictures of a template', () => {
  it('given PNG and JPEG, then those; what else there is is not opened', () => {
    // SOI, then a frame of one point in one colour.
    const jpeg = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
    expect(
      taken(
        ['word/media/logo.png', aLogo()],
        ['word/media/photo.bin', Uint8Array.from(jpeg)],
        ['word/media/drawing.emf', Uint8Array.from([1, 0, 0, 0])],
        ['word/other/logo.png', aLogo()],
      ),
    ).toEqual([
      ['word/media/logo.png', 'data:image/png;base64,'],
      ['word/media/photo.bin', 'data:image/jpeg;base64'],
    ]);
  });

  it('given the same picture again, then the same', () => {
    expect(taken(['word/media/a.png', aLogo()])).toEqual(taken(['word/media/a.png', aLogo()]));
  });

  it('given a damaged one, then it is named', () => {
    expect(taken(['word/media/a.png', aLogo().subarray(0, 50)])).toEqual({
      _tag: 'BadPicture',
      part: 'word/media/a.png',
      seen: 'it ends too early',
    });
    expect(taken(['word/media/b.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xda])])).toMatchObject({
      part: 'word/media/b.jpg',
      seen: 'it is damaged',
    });
  });

  it('given one that is larger than any page shows, then its own size is told', () => {
    expect(
      taken([
        'word/media/a.png',
        aPng({ ...{ width: 9000, height: 9000 }, depth: 1, type: 0, rows: [0] }),
      ]),
    ).toMatchObject({
      seen: 'it is 9000 × 9000 points; accepted are 4,000,000 in all',
    });
  });

  it('given many that are large together, then the one that is too much is named', () => {
    const large = plain(2000, 1400);
    expect(
      taken(['word/media/1.png', large], ['word/media/2.png', large], ['word/media/3.png', large]),
    ).toEqual({
      _tag: 'BadPicture',
      part: 'word/media/3.png',
      seen: 'with those before it there are 8,400,000 points; accepted are 8,000,000 in all',
    });
  });
});
