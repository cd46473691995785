import { Buffer } from 'node:buffer';
import type { Chance } from '../cluster-chance.ts';
import { bombs } from './bombs.ts';
import type { Damaged } from './damage-bytes.ts';
import { damageXml } from './damage-xml.ts';
import { type Entry, zipOf } from './zip-archive.ts';

type Parts = ReadonlyArray<Entry>;
type PackageDamage = (parts: Parts, chance: Chance) => Damaged;

const isXml = ({ name }: Entry): boolean => /\.(?:xml|rels)$/u.test(name);

/** The parts that hold what a plan says: damage there is met more often. */
const weighty =
  /document\.xml$|sheet1\.xml$|content\.xml$|styles\.xml$|numbering\.xml$|workbook\.xml$/u;

const anyXml = (parts: Parts, chance: Chance): number => {
  const weights = parts.map((part, at) => ({ part, at })).filter(({ part }) => isXml(part));
  const heavy = weights.filter(({ part }) => weighty.test(part.name));
  const from = heavy.length > 0 && chance.comes(0.7) ? heavy : weights;
  return from[chance.below(from.length)]?.at ?? 0;
};

const changed = (parts: Parts, at: number, change: (entry: Entry) => Entry): Parts =>
  parts.map((entry, index) => (index === at ? change(entry) : entry));

const brokenPart: PackageDamage = (parts, chance) => {
  let damaged = parts;
  let how = '';
  for (let count = chance.oneOf(1, 1, 2); count > 0; count -= 1) {
    const at = anyXml(damaged, chance);
    const done = damageXml(damaged[at]?.bytes.toString('utf8') ?? '', chance);
    how = done.how;
    damaged = changed(damaged, at, (entry) => ({ ...entry, bytes: Buffer.from(done.text) }));
  }
  return { how, bytes: zipOf(damaged) };
};

const missing: PackageDamage = (parts, chance) => {
  const share = chance.oneOf(0.1, 0.4, 0.9);
  return { how: 'parts removed', bytes: zipOf(parts.filter(() => !chance.comes(share))) };
};

const swapped: PackageDamage = (parts, chance) => {
  const [a, b] = [anyXml(parts, chance), anyXml(parts, chance)];
  const of = (at: number) => parts[at]?.bytes ?? Buffer.alloc(0);
  return {
    how: 'parts swapped',
    bytes: zipOf(
      parts.map((entry, at) =>
        at === a ? { ...entry, bytes: of(b) } : at === b ? { ...entry, bytes: of(a) } : entry,
      ),
    ),
  };
};

const emptyPart: PackageDamage = (parts, chance) => {
  const bytes = Buffer.from(
    chance.oneOf(
      '',
      ' ',
      '<x/>',
      '<?xml version="1.0"?>',
      '\u0000\u0000',
      '{"a":1}',
      'PK\u0003\u0004',
    ),
    chance.oneOf('utf8' as const, 'utf16le' as const),
  );
  const at = anyXml(parts, chance);
  return {
    how: 'a part that is none',
    bytes: zipOf(changed(parts, at, (one) => ({ ...one, bytes }))),
  };
};

const renamedPart: PackageDamage = (parts, chance) => {
  const name = chance.oneOf(
    '../../evil.xml',
    '/etc/passwd',
    'constructor',
    'word\\document.xml',
    'a'.repeat(60_000),
    '',
  );
  const at = chance.below(parts.length);
  return {
    how: 'a part by another name',
    bytes: zipOf(changed(parts, at, (one) => ({ ...one, name }))),
  };
};

const twice: PackageDamage = (parts, chance) => {
  const one = parts[anyXml(parts, chance)];
  const bytes = Buffer.from('<x/>');
  return {
    how: 'a part twice',
    bytes: zipOf(
      one === undefined ? parts : [...parts, chance.comes(0.5) ? one : { ...one, bytes }],
    ),
  };
};

const macros: PackageDamage = (parts, chance) => {
  const name = chance.oneOf(
    'word/vbaProject.bin',
    'xl/vbaProject.bin',
    'Basic/Standard/Module1.xml',
    'Scripts/python/run.py',
    'xl/macrosheets/sheet1.xml',
  );
  return {
    how: 'macros',
    bytes: zipOf([...parts, { name, bytes: Buffer.from('Sub AutoOpen()') }]),
  };
};

const encrypted: PackageDamage = (parts, chance) => ({
  how: 'encrypted parts',
  bytes: zipOf(parts.map((entry) => (chance.comes(0.7) ? { ...entry, flags: 1 } : entry))),
});

const lies: PackageDamage = (parts, chance) => {
  const says = chance.oneOf<NonNullable<Entry['says']>>(
    { length: 0 },
    { length: 0xffff_fffe },
    { length: 10 },
    { packed: 0xffff_fff0 },
    { packed: 3 },
    { crc: 1 },
    { method: 0 },
    { method: 99 },
    { method: 12 },
  );
  return {
    how: 'sizes and checksums that lie',
    bytes: zipOf(parts.map((entry) => (isXml(entry) ? { ...entry, says } : entry))),
  };
};

const bombed: PackageDamage = (parts, chance) => bombs(parts, anyXml(parts, chance), chance);

/** What can happen to a file that is a zip of parts. */
export const damagePackage: PackageDamage = (parts, chance) => {
  if (chance.comes(0.65)) return brokenPart(parts, chance);
  // Bombs are large to make: few of them are enough.
  if (chance.comes(0.06)) return bombed(parts, chance);
  return chance.oneOf(
    missing,
    missing,
    swapped,
    emptyPart,
    renamedPart,
    twice,
    macros,
    encrypted,
    lies,
    lies,
  )(parts, chance);
};
