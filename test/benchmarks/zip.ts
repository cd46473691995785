import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, as zip writes days. */
const firstDay = 0x0021;
const deflated = 8;

/** What a part's own header and its line in the directory share (APPNOTE.TXT 4.3.7, 4.3.12). */
const shared = (name: Buffer, bytes: Buffer, packed: Buffer): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

/** A zip archive of parts of text, each by its name. */
export const zipOf = (parts: Readonly<Record<string, string>>): Buffer => {
  const locals: Array<Buffer> = [];
  const directory: Array<Buffer> = [];
  let offset = 0;
  for (const [part, text] of Object.entries(parts)) {
    const name = Buffer.from(part);
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const fields = shared(name, bytes, packed);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, tail, name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0);
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(lines.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, lines, end]);
};
