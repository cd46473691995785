import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import type { Chance } from '../cluster-chance.ts';
import type { Damaged } from './damage-bytes.ts';
import { type Entry, zipOf } from './zip-archive.ts';

const megabyte = 1024 * 1024;

type Packed = NonNullable<Entry['packed']>;

/** A great deal of one byte, packed; made once, since it takes a while. */
const flood = ((): ((byte: string, length: number) => Packed) => {
  const made = new Map<string, Packed>();
  return (byte, length) => {
    const key = `${byte} ${length}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const packed = { data: deflateRawSync(Buffer.alloc(length, byte)), length };
    made.set(key, packed);
    return packed;
  };
})();

type Bomb = (parts: ReadonlyArray<Entry>, at: number, chance: Chance) => Damaged;

const floods: Bomb = (parts, at, chance) => {
  const packed = flood(chance.oneOf('\0', ' ', '<', 'x'), chance.oneOf(40, 200) * megabyte);
  // The archive can tell the truth of it or not.
  const says = chance.oneOf<NonNullable<Entry['says']>>({}, { length: 100 });
  return {
    how: 'a bomb: a part that expands a thousandfold',
    bytes: zipOf(parts.map((entry, index) => (index === at ? { ...entry, packed, says } : entry))),
  };
};

const elements: Bomb = (parts, at, chance) => {
  const one = parts[at];
  const text = one?.bytes.toString('utf8') ?? '';
  const end = text.lastIndexOf('</');
  const filler = chance.oneOf('<w:p/>', '<x/>', '<a b="c"/>', '<row/>', '<text:p/>', 'words ');
  const many = filler.repeat(Math.floor((chance.oneOf(1, 12) * megabyte) / filler.length));
  const bytes = Buffer.from(`${text.slice(0, end)}${many}${text.slice(end)}`);
  return {
    how: 'a bomb: elements without end',
    bytes: zipOf(parts.map((entry, index) => (index === at ? { ...entry, bytes } : entry))),
  };
};

const manyParts: Bomb = (parts) => {
  const bytes = Buffer.from('x');
  const more = Array.from({ length: 10_001 }, (_, number) => ({
    name: `more/${number}.xml`,
    bytes,
  }));
  return { how: 'a bomb: ten thousand parts', bytes: zipOf([...parts, ...more]) };
};

const overlapping: Bomb = (parts, at, chance) => {
  const packed = flood(' ', 40 * megabyte);
  const others = parts.map((entry, index): Entry =>
    index !== at && index > 0 && chance.comes(0.7) ? { ...entry, sameAs: 0 } : entry,
  );
  const first = { name: 'a.xml', bytes: Buffer.alloc(0), packed };
  return { how: 'a bomb: entries over one another', bytes: zipOf([first, ...others]) };
};

const zipInZip: Bomb = (parts, at) => {
  const inner = zipOf([
    { name: 'inner.xml', bytes: Buffer.alloc(0), packed: flood(' ', 200 * megabyte) },
  ]);
  const nested = zipOf([{ name: 'inner.zip', bytes: inner }]);
  return {
    how: 'a bomb: a zip inside a zip',
    bytes: zipOf(parts.map((entry, index) => (index === at ? { ...entry, bytes: nested } : entry))),
  };
};

/** Zip archives that are much more than they seem. @param at which part swells */
export const bombs: Bomb = (parts, at, chance) =>
  chance.oneOf(floods, elements, elements, manyParts, overlapping, zipInZip)(parts, at, chance);
