import { crc32, deflateSync, inflateSync } from 'node:zlib';
import {
  bad,
  type BadPicture,
  channels,
  pngChunks,
  type PngChunks,
  type PngHead,
  signature,
} from './png-chunks.ts';

/** The passes of an interlaced picture (PNG, 8.2): where each begins, and how far apart its points are. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

type Pass = Readonly<{
  x: number;
  y: number;
  dx: number;
  dy: number;
  wide: number;
  high: number;
  /** Bytes of one row, without its filter's number. */
  row: number;
}>;

const passesOf = ({ width, height, depth, type, interlaced }: PngHead): ReadonlyArray<Pass> =>
  (interlaced ? passes : ([[0, 0, 1, 1]] as const))
    .map(([x, y, dx, dy]) => {
      const [wide, high] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)];
      return {
        x,
        y,
        dx,
        dy,
        wide,
        high,
        row: Math.ceil((wide * depth * (channels[type] ?? 1)) / 8),
      };
    })
    .filter(({ wide, high }) => wide > 0 && high > 0);

/** What a byte was told against: the one before it, the one above, and the one before that (PNG, 9.2). */
const foretold = (filter: number, before: number, above: number, beyond: number): number => {
  switch (filter) {
    case 1:
      return before;
    case 2:
      return above;
    case 3:
      return (before + above) >> 1;
    case 4: {
      const guess = before + above - beyond;
      const [a, b, c] = [before, above, beyond].map((one) => Math.abs(guess - one));
      if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return before;
      return (b ?? 0) <= (c ?? 0) ? above : beyond;
    }
    default:
      return 0;
  }
};

/** Undoes the filters of a pass, in place. @returns false where a row has a filter that there is none of */
const unfilter = (rows: Uint8Array, { row, high }: Pass, step: number): boolean => {
  for (let y = 0; y < high; y += 1) {
    const start = y * (row + 1);
    const filter = rows[start] ?? 0;
    if (filter > 4) return false;
    if (filter === 0) continue;
    for (let x = 1; x <= row; x += 1) {
      const before = x > step ? (rows[start + x - step] ?? 0) : 0;
      const above = y > 0 ? (rows[start + x - row - 1] ?? 0) : 0;
      const beyond = x > step && y > 0 ? (rows[start + x - row - 1 - step] ?? 0) : 0;
      rows[start + x] = (rows[start + x] ?? 0) + foretold(filter, before, above, beyond);
    }
  }
  return true;
};

/** The values of a row as they are written, one a channel: of 16 bits the upper eight, and what all of them are. */
const valueAt = (rows: Uint8Array, start: number, depth: number, index: number): number => {
  if (depth >= 8) return rows[start + index * (depth / 8)] ?? 0;
  const bit = index * depth;
  return ((rows[start + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
};

const onWhite = (value: number, alpha: number): number =>
  Math.round((value * alpha + 255 * (255 - alpha)) / 255);

/** A value with which a grey or coloured point is told to be clear: of each channel, as it is written. */
const clearValues = ({ head: { depth }, transparency }: PngChunks): ReadonlyArray<number> =>
  Array.from({ length: transparency.length >> 1 }, (_, index) =>
    depth === 16
      ? (transparency[2 * index] ?? 0)
      : ((transparency[2 * index] ?? 0) << 8) | (transparency[2 * index + 1] ?? 0),
  );

/** Red, green and blue of a point, on white. */
const painter = (
  chunks: PngChunks,
): ((values: ReadonlyArray<number>) => readonly [number, number, number]) => {
  const { head, palette, transparency } = chunks;
  const { type, depth } = head;
  const most = depth >= 8 ? 255 : (1 << depth) - 1;
  const clear = clearValues(chunks);
  const isClear = (values: ReadonlyArray<number>): boolean =>
    clear.length > 0 && values.every((value, index) => value === clear[index]);
  return (values) => {
    const [first = 0, second = 0, third = 0, fourth = 255] = values;
    if (type === 3) {
      const alpha = transparency[first] ?? 255;
      const at = (index: number): number => onWhite(palette[first * 3 + index] ?? 0, alpha);
      return [at(0), at(1), at(2)];
    }
    const isGrey = type === 0 || type === 4;
    const alpha = type === 4 ? second : type === 6 ? fourth : isClear(values) ? 0 : 255;
    const grey = Math.round((first * 255) / most);
    const [red, green, blue] = isGrey ? [grey, grey, grey] : [first, second, third];
    return [onWhite(red, alpha), onWhite(green, alpha), onWhite(blue, alpha)];
  };
};

const unpacked = (packed: Uint8Array, length: number): Uint8Array | undefined => {
  try {
    const bytes = inflateSync(packed, { maxOutputLength: length + 1 });
    return bytes.length >= length ? bytes : undefined;
  } catch {
    return undefined;
  }
};

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const written = (width: number, height: number, rows: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(signature),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', new Uint8Array()),
    ]),
  );
};

/** The points of a picture in rows of a PNG of eight bits and three colours, none of them filtered. */
const flatRows = (chunks: PngChunks, rows: Uint8Array): Uint8Array | BadPicture => {
  const { head } = chunks;
  const count = channels[head.type] ?? 1;
  const step = Math.max(1, (head.depth * count) >> 3);
  const flat = new Uint8Array(head.height * (head.width * 3 + 1));
  const paint = painter(chunks);
  const values = new Array<number>(count).fill(0);
  let at = 0;
  for (const pass of passesOf(head)) {
    const own = rows.subarray(at, at + pass.high * (pass.row + 1));
    at += own.length;
    if (!unfilter(own, pass, step)) return bad('its points are damaged');
    for (let y = 0; y < pass.high; y += 1)
      for (let x = 0; x < pass.wide; x += 1) {
        const start = y * (pass.row + 1) + 1;
        for (let index = 0; index < count; index += 1)
          values[index] = valueAt(own, start, head.depth, x * count + index);
        const [line, column] = [pass.y + y * pass.dy, pass.x + x * pass.dx];
        flat.set(paint(values), line * (head.width * 3 + 1) + 1 + column * 3);
      }
  }
  return flat;
};

/**
 * A PNG of any kind as one that every PDF can hold as it is: eight bits, red, green and blue, on white where it was
 * clear. What is damaged is found here, and not by whoever opens the PDF.
 */
export const flatPng = (bytes: Uint8Array): Uint8Array | BadPicture => {
  const chunks = pngChunks(bytes);
  if ('_tag' in chunks) return chunks;
  const length = passesOf(chunks.head).reduce((sum, { high, row }) => sum + high * (row + 1), 0);
  const rows = unpacked(chunks.packed, length);
  if (rows === undefined) return bad('its points are damaged');
  const flat = flatRows(chunks, rows);
  return '_tag' in flat ? flat : written(chunks.head.width, chunks.head.height, flat);
};
