import { Buffer } from 'node:buffer';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { limits } from '../limits.ts';
import { refuse, RefusedFile } from '../refused-file.ts';

/** A file that is a zip of parts (Word, Excel, OpenDocument): each part is expanded when it is asked for. */
export type Package = Readonly<{
  /** The names of its parts, in the file's order. */
  names: ReadonlyArray<string>;
  /** The bytes of a part; `undefined` where there is none. */
  lookup: (part: string) => Promise<Buffer | undefined>;
  /** The bytes of a part without which the file is none: refused where it lacks. */
  read: (part: string) => Promise<Buffer>;
}>;

const whole = 'a file whose parts are all there and whole';

const damaged =
  (name: string, part: string) =>
  (thrown: unknown): never => {
    if (thrown instanceof RefusedFile) throw thrown;
    const seen =
      thrown instanceof Error ? thrown.message.replace(/\.+$/u, '') : 'it cannot be read';
    return refuse({ _tag: 'Damaged', name, part, seen, accepted: whole });
  };

const entriesOf = async (name: string, zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry);
    if (entries.size > limits.parts) {
      const seen = zip.entryCount;
      const part = 'the zip archive';
      refuse({ _tag: 'OverLimit', name, part, what: 'parts', seen, limit: limits.parts });
    }
  }
  return entries;
};

/** Counts what is expanded, whatever the archive says of its sizes: a bomb is stopped where it goes over. */
const expandedBy = (name: string) => {
  let all = 0;
  const over = (part: string, seen: number, limit: number): never =>
    refuse({ _tag: 'OverLimit', name, part, what: 'bytes once unpacked', seen, limit });
  return (part: string) => {
    let own = 0;
    return (bytes: number): void => {
      own += bytes;
      all += bytes;
      if (own > limits.part_bytes) over(part, own, limits.part_bytes);
      if (all > limits.expanded_bytes) over('all of it', all, limits.expanded_bytes);
    };
  };
};

/**
 * Opens a zipped file.
 * @returns its parts; refused where the archive is damaged, has too many parts, or a part expands too far
 */
export const openPackage = async (name: string, bytes: Uint8Array): Promise<Package> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const archive = damaged(name, 'the zip archive');
  const zip = await fromBufferPromise(file, { lazyEntries: true }).catch(archive);
  const entries = await entriesOf(name, zip).catch(archive);
  // Parts are named without regard to capitals (ECMA-376 part 2, 6.2.2.3).
  const byName = new Map([...entries].map(([part, entry]) => [part.toLowerCase(), entry]));
  const counting = expandedBy(name);

  const expand = async (part: string, entry: Entry): Promise<Buffer> => {
    if (entry.isEncrypted()) refuse({ _tag: 'Encrypted', name, looksLike: 'a zipped file' });
    const count = counting(part);
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Array<Buffer> = [];
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      count(chunk.length);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };

  const lookup = async (part: string): Promise<Buffer | undefined> => {
    const entry = entries.get(part) ?? byName.get(part.toLowerCase());
    return entry === undefined ? undefined : expand(part, entry).catch(damaged(name, part));
  };
  return {
    names: [...entries.keys()],
    lookup,
    read: async (part) =>
      (await lookup(part)) ??
      refuse({ _tag: 'Damaged', name, part, seen: 'the part is missing', accepted: whole }),
  };
};
