import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, midnight, as zip writes days: the same parts are the same bytes whenever they are packed. */
const firstDay = 0x0021;

/** Of UTF-8 names (bit 11, APPNOTE.TXT 4.4.4). */
const flags = 0x0800;

const methods = { stored: 0, deflated: 8 } as const;

type Packed = Readonly<{
  name: Buffer;
  data: Buffer;
  method: number;
  crc: number;
  length: number;
  offset: number;
}>;

/** The fields that a part's own header and its line in the directory share, from "version needed" on. */
const shared = ({ name, data, method, crc, length }: Packed): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

const localOf = (packed: Packed): Buffer =>
  Buffer.concat([Buffer.from('PK\u0003\u0004'), shared(packed), packed.name, packed.data]);

const directoryLineOf = (packed: Packed): Buffer => {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(packed.offset, 10);
  const made = Buffer.from([20, 0]);
  return Buffer.concat([Buffer.from('PK\u0001\u0002'), made, shared(packed), tail, packed.name]);
};

const endOf = (parts: number, directory_bytes: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0);
  end.writeUInt16LE(parts, 8);
  end.writeUInt16LE(parts, 10);
  end.writeUInt32LE(directory_bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

/**
 * A zip archive for specs: the parts in their order, each by its name; text is written in UTF-8.
 * @param how whether parts are deflated, as programs do, or stored as they are
 */
export const zipOf = (
  parts: Readonly<Record<string, string | Uint8Array>>,
  how: keyof typeof methods = 'deflated',
): Uint8Array => {
  const packed: Array<Packed> = [];
  const locals: Array<Buffer> = [];
  let offset = 0;
  for (const [part, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    const one: Packed = {
      name: Buffer.from(part, 'utf8'),
      data: how === 'deflated' ? deflateRawSync(bytes) : bytes,
      method: methods[how],
      crc: crc32(bytes),
      length: bytes.length,
      offset,
    };
    const local = localOf(one);
    packed.push(one);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(packed.map(directoryLineOf));
  return new Uint8Array(
    Buffer.concat([...locals, directory, endOf(packed.length, directory.length, offset)]),
  );
};
