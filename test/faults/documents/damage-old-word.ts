import { Buffer } from 'node:buffer';
import type { Chance } from '../cluster-chance.ts';
import type { Damaged } from './damage-bytes.ts';

const sector = 512;

/** Numbers that a header, a table of sectors or a table of pieces can hold instead of its own. */
const anyNumber = (chance: Chance): number =>
  chance.oneOf(0, 1, 2, -1, -2, 7, 0x7fff_ffff, 0x00ff_ffff, 0x0001_0000, chance.below(64));

const numbersChanged =
  (how: string, from: (bytes: Buffer) => number, length: number) =>
  (whole: Buffer, chance: Chance): Damaged => {
    const bytes = Buffer.from(whole);
    const start = Math.max(0, from(bytes));
    for (let count = 1 + chance.below(4); count > 0; count -= 1) {
      const at = start + 4 * chance.below(length / 4);
      if (at + 4 <= bytes.length) bytes.writeInt32LE(anyNumber(chance), at);
    }
    return { how, bytes };
  };

const tableOfSectors = (bytes: Buffer): number => (bytes.readInt32LE(76) + 1) * sector;
const directory = (bytes: Buffer): number => (bytes.readInt32LE(48) + 1) * sector;
const firstWords = (bytes: Buffer): number => {
  // The stream of the document begins with its magic number (MS-DOC 2.5.2).
  const found = bytes.indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0x00]));
  return found < 0 ? 0 : found;
};

const ways = [
  numbersChanged('OLE: the header changed', () => 0, sector),
  numbersChanged('OLE: the table of sectors changed', tableOfSectors, sector),
  numbersChanged('OLE: the directory changed', directory, 4 * sector),
  numbersChanged('OLE: where the words stand changed', firstWords, 900),
  numbersChanged('OLE: numbers anywhere changed', () => 0, 16_384),
];

/** The names of streams stand in UTF-16. */
const named = (whole: Buffer, from: string, to: string): Buffer => {
  const bytes = Buffer.from(whole);
  const at = bytes.indexOf(Buffer.from(from, 'utf16le'));
  if (at >= 0) Buffer.from(to.padEnd(from.length, '\0'), 'utf16le').copy(bytes, at);
  return bytes;
};

const renamed = (whole: Buffer, chance: Chance): Damaged => {
  const from = chance.oneOf('WordDocument', '1Table', 'Root Entry', 'CompObj');
  const to = chance.oneOf(
    'Workbook',
    'PowerPoint Document',
    'x',
    '0Table',
    'EncryptedPackage',
    '_VBA_PROJECT',
  );
  return {
    how: 'OLE: streams by other names',
    bytes: named(whole, from, to.slice(0, from.length)),
  };
};

const inside = (whole: Buffer, chance: Chance): Damaged => {
  const words = chance.oneOf('EncryptedPackage', '_VBA_PROJECT');
  return {
    how: words === '_VBA_PROJECT' ? 'macros' : 'encrypted parts',
    bytes: Buffer.concat([whole, Buffer.from(words, 'utf16le')]),
  };
};

/** What can happen to a Word document of before 2007, which is a little file system. */
export const damageOldWord = (whole: Buffer, chance: Chance): Damaged => {
  if (chance.comes(0.06)) return inside(whole, chance);
  if (chance.comes(0.1)) return renamed(whole, chance);
  const way = ways[chance.below(ways.length)] ?? ways[0];
  return way === undefined ? { how: '', bytes: whole } : way(whole, chance);
};
