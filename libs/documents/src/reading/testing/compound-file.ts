import { Buffer } from 'node:buffer';

const sector_bytes = 512;
/** Smaller streams stand in a stream of their own, which specs need not have. */
const least_bytes = 4096;

const endOfChain = -2;
const tableSector = -3;

type Placed = Readonly<{ name: string; data: Buffer; first: number; sectors: number }>;

const entryOf = (
  name: string,
  type: number,
  { child = -1, right = -1, first = endOfChain, bytes = 0 },
): Buffer => {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE(name === '' ? 0 : (name.length + 1) * 2, 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt8(1, 67);
  entry.writeInt32LE(-1, 68);
  entry.writeInt32LE(right, 72);
  entry.writeInt32LE(child, 76);
  entry.writeInt32LE(first, 116);
  entry.writeInt32LE(bytes, 120);
  return entry;
};

const headerOf = (): Buffer => {
  const header = Buffer.alloc(sector_bytes);
  Buffer.from('D0CF11E0A1B11AE1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeInt32LE(1, 44);
  header.writeInt32LE(1, 48);
  header.writeInt32LE(least_bytes, 56);
  header.writeInt32LE(endOfChain, 60);
  header.writeInt32LE(endOfChain, 68);
  header.fill(0xff, 76);
  header.writeInt32LE(0, 76);
  return header;
};

/**
 * A compound file (MS-CFB, as Office wrote before 2007) for specs: one sector of the table of sectors, one of names,
 * then the streams, of at most three.
 */
export const compoundFileOf = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const placed: Array<Placed> = [];
  for (const [name, bytes] of Object.entries(streams)) {
    const sectors = Math.ceil(Math.max(least_bytes, bytes.length) / sector_bytes);
    const data = Buffer.alloc(sectors * sector_bytes);
    data.set(bytes);
    const last = placed.at(-1);
    const first = last === undefined ? 2 : last.first + last.sectors;
    placed.push({ name, data, first, sectors });
  }
  const table = Buffer.alloc(sector_bytes, 0xff);
  table.writeInt32LE(tableSector, 0);
  table.writeInt32LE(endOfChain, 4);
  for (const { first, sectors } of placed) {
    for (let at = first; at < first + sectors; at += 1)
      table.writeInt32LE(at === first + sectors - 1 ? endOfChain : at + 1, at * 4);
  }
  const names = Buffer.concat([
    entryOf('Root Entry', 5, { child: 1 }),
    ...placed.map(({ name, data, first }, at) =>
      entryOf(name, 2, {
        first,
        bytes: data.length,
        right: at + 1 < placed.length ? at + 2 : -1,
      }),
    ),
    Buffer.alloc(128 * (3 - placed.length)),
  ]);
  return new Uint8Array(
    Buffer.concat([headerOf(), table, names, ...placed.map(({ data }) => data)]),
  );
};
