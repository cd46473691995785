import { crc32, deflateSync } from 'node:zlib';

/** How the points of a picture are written. */
export type PngOf = Readonly<{
  width: number;
  height: number;
  depth: number;
  type: number;
  interlaced?: boolean;
  palette?: ReadonlyArray<number>;
  transparency?: ReadonlyArray<number>;
  /** Rows as they stand in the file, each after the number of its filter. */
  rows: ReadonlyArray<number>;
}>;

/** A part of a PNG: its length, its name, what it holds, its sum. */
export const pngChunk = (name: string, data: ReadonlyArray<number> | Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(data)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** A PNG as the standard describes it, laid out by hand. */
export const aPng = (of: PngOf): Uint8Array => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(of.width, 0);
  head.writeUInt32BE(of.height, 4);
  head.set([of.depth, of.type, 0, 0, of.interlaced === true ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    ...(of.palette === undefined ? [] : [pngChunk('PLTE', of.palette)]),
    ...(of.transparency === undefined ? [] : [pngChunk('tRNS', of.transparency)]),
    pngChunk('IDAT', deflateSync(Buffer.from(of.rows))),
    pngChunk('IEND', []),
  ]);
};

/** A logo: two points beside each other, red and blue. */
export const aLogo = (): Uint8Array =>
  aPng({ width: 2, height: 1, depth: 8, type: 2, rows: [0, 255, 0, 0, 0, 0, 255] });
