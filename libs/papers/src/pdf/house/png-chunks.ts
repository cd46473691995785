import { crc32 } from 'node:zlib';

/** A picture that cannot be taken, and what is wrong with it. */
export type BadPicture = Readonly<{ _tag: 'BadPicture'; seen: string }>;

export const bad = (seen: string): BadPicture => ({ _tag: 'BadPicture', seen });

/** Of one picture: more than any page shows, and few enough to be opened at once. */
export const mostPoints = 4_000_000;

/** How every PNG begins. */
export const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (bytes: Uint8Array): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** How many values a point has, by the colour types of PNG; a type that is not here there is none of. */
export const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Which numbers of bits a value may have, by colour type (PNG, 11.2.2). */
const depths: Readonly<Record<number, ReadonlyArray<number>>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** What a PNG says of itself. */
export type PngHead = Readonly<{
  width: number;
  height: number;
  depth: number;
  type: number;
  interlaced: boolean;
}>;

/** The parts of a PNG that its points are made of. */
export type PngChunks = Readonly<{
  head: PngHead;
  palette: Uint8Array;
  transparency: Uint8Array;
  packed: Uint8Array;
}>;

const headOf = (data: DataView): PngHead => ({
  width: data.getUint32(0),
  height: data.getUint32(4),
  depth: data.getUint8(8),
  type: data.getUint8(9),
  interlaced: data.getUint8(12) === 1,
});

const wrongIn = ({ width, height, depth, type }: PngHead): string | undefined => {
  if (width === 0 || height === 0) return 'it has no points';
  if (width * height > mostPoints)
    return `it is ${width} × ${height} points; accepted are ${mostPoints.toLocaleString('en-GB')} in all`;
  return depths[type]?.includes(depth) === true ? undefined : 'it has colours that no PNG has';
};

/** Takes a PNG apart, and finds what is damaged or more than can be taken. */
export const pngChunks = (bytes: Uint8Array): PngChunks | BadPicture => {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed: Array<Uint8Array> = [];
  let [head, palette, transparency]: [PngHead | undefined, Uint8Array, Uint8Array] = [
    undefined,
    new Uint8Array(),
    new Uint8Array(),
  ];
  let at = signature.length;
  while (at !== Infinity) {
    if (at + 12 > bytes.length) return bad('it ends too early');
    const length = file.getUint32(at);
    if (at + 12 + length > bytes.length) return bad('it ends too early');
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== file.getUint32(at + 8 + length))
      return bad(`its part ${name.replace(/[^ -~]/gu, '?')} is damaged`);
    // What comes first says how large it is: nothing later says otherwise.
    if ((name === 'IHDR') !== (at === signature.length) || (name === 'IHDR' && length < 13))
      return bad('it does not begin as one');
    if (name === 'IHDR') head = headOf(new DataView(data.buffer, data.byteOffset, length));
    else if (name === 'PLTE') palette = data;
    else if (name === 'tRNS') transparency = data;
    else if (name === 'IDAT') packed.push(data);
    at = name === 'IEND' ? Infinity : at + 12 + length;
  }
  if (head === undefined || packed.length === 0) return bad('it holds no picture');
  const wrong = wrongIn(head);
  return wrong === undefined
    ? { head, palette, transparency, packed: Buffer.concat(packed) }
    : bad(wrong);
};
