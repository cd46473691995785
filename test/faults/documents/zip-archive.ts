import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A part of a zipped file, and what its headers say that is not so. */
export type Entry = Readonly<{
  name: string;
  bytes: Buffer;
  /** What the headers say instead of the truth. */
  says?: Readonly<Partial<{ packed: number; length: number; crc: number; method: number }>>;
  /** Bit 0 says that the part is encrypted (APPNOTE.TXT 4.4.4). */
  flags?: number;
  /** Packed already: bytes of so many unpacked. */
  packed?: Readonly<{ data: Buffer; length: number }>;
  /** The part of another entry, by its place in the list, stands here too: overlapping entries. */
  sameAs?: number;
}>;

const inUtf8 = 0x0800;
const firstDay = 0x0021;

type Written = Readonly<{ entry: Entry; data: Buffer; offset: number }>;

/** The fields that a part's own header and its line in the directory share, from "version needed" on. */
const shared = ({ entry, data }: Written): Buffer => {
  const { says = {}, flags = 0, packed, bytes } = entry;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(inUtf8 | flags, 2);
  fields.writeUInt16LE(says.method ?? 8, 4);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(says.crc ?? crc32(bytes), 10);
  fields.writeUInt32LE(says.packed ?? data.length, 14);
  fields.writeUInt32LE(says.length ?? packed?.length ?? bytes.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return fields;
};

const directoryLine = (written: Written): Buffer => {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(written.offset, 10);
  const name = Buffer.from(written.entry.name);
  return Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    shared(written),
    tail,
    name,
  ]);
};

const endOf = (parts: number, directory: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0);
  end.writeUInt16LE(parts & 0xffff, 8);
  end.writeUInt16LE(parts & 0xffff, 10);
  end.writeUInt32LE(directory, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

/** A zip archive of these entries, with whatever their headers say. */
export const zipOf = (entries: ReadonlyArray<Entry>): Buffer => {
  const written: Array<Written> = [];
  const chunks: Array<Buffer> = [];
  let offset = 0;
  for (const entry of entries) {
    const other = entry.sameAs === undefined ? undefined : written[entry.sameAs];
    if (other !== undefined) {
      written.push({ ...other, entry: { ...other.entry, name: entry.name } });
      continue;
    }
    const one = { entry, data: entry.packed?.data ?? deflateRawSync(entry.bytes), offset };
    const name = Buffer.from(entry.name);
    const local = [Buffer.from('PK\u0003\u0004'), shared(one), Buffer.alloc(0), name, one.data];
    chunks.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
    written.push(one);
  }
  const directory = Buffer.concat(written.map(directoryLine));
  return Buffer.concat([...chunks, directory, endOf(written.length, directory.length, offset)]);
};

/** The parts of an archive that is whole and small, by its directory. */
export const unzipped = (archive: Buffer): ReadonlyArray<Entry> => {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const entries: Array<Entry> = [];
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const more = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(from, from + packed);
    if (!name.endsWith('/'))
      entries.push({ name, bytes: method === 0 ? Buffer.from(data) : inflateRawSync(data) });
    at += 46 + nameLength + more;
  }
  return entries;
};
