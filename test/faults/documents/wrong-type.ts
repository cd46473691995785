import { Buffer } from 'node:buffer';
import type { Chance } from '../cluster-chance.ts';
import type { Damaged } from './damage-bytes.ts';
import type { WholeDocument } from './whole-documents.ts';
import { zipOf } from './zip-archive.ts';

const zipWith = (...names: ReadonlyArray<string>): Buffer =>
  zipOf(names.map((name) => ({ name, bytes: Buffer.from('<x/>') })));

const strangers: ReadonlyArray<() => Buffer> = [
  () => Buffer.alloc(0),
  () => Buffer.from(' \r\n\t \n'),
  () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  () => Buffer.from('GIF89a'),
  () => Buffer.from('{\\rtf1 Action 1. Open the gates}'),
  () => Buffer.from('%PDF-1.7'),
  () => Buffer.from('PK\u0003\u0004'),
  () => Buffer.from('PK\u0005\u0006'.padEnd(22, '\u0000'), 'latin1'),
  () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  () => Buffer.alloc(70_000, 0),
  () => Buffer.from('MZ'.padEnd(5_000, '\u0001'), 'latin1'),
  () => Buffer.from('\u007fELF'.padEnd(5_000, '\u0002'), 'latin1'),
  () => Buffer.from('<?xml version="1.0"?><x/>'),
  () => Buffer.from('{"plan": "harbour"}'),
  () => Buffer.from('Action 1. Open the gates\n'),
  () => zipWith('ppt/presentation.xml'),
  () => zipWith('xl/workbook.bin'),
  () => zipWith('Index/Document.iwa'),
  () => zipWith('photo.jpg', 'readme.txt'),
  () => zipWith('word/document.xml'),
  () => zipWith('xl/workbook.xml'),
  () => zipWith('mimetype', 'content.xml'),
  () => zipOf([]),
];

/** A file of another kind, or of none, by a name that says otherwise. */
export const wrongType = (others: ReadonlyArray<WholeDocument>, chance: Chance): Damaged => {
  const how = 'another kind of file by this name';
  const other = others[chance.below(others.length)];
  if (other !== undefined && chance.comes(0.4)) return { how, bytes: other.bytes };
  return { how, bytes: (strangers[chance.below(strangers.length)] ?? (() => Buffer.alloc(0)))() };
};
