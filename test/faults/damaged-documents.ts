import { describeReadRefusal, readSafely } from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { type Chance, chanceOf } from './cluster-chance.ts';
import { type Damaged, damageBytes } from './documents/damage-bytes.ts';
import { damageOldWord } from './documents/damage-old-word.ts';
import { damagePackage } from './documents/damage-package.ts';
import { damagePdf } from './documents/damage-pdf.ts';
import { damageText } from './documents/damage-text.ts';
import { wholeDocuments, type WholeDocument } from './documents/whole-documents.ts';
import { wrongType } from './documents/wrong-type.ts';

/** A file with something wrong in it: by which name, what was done to it. */
export type DamagedDocument = Damaged & Readonly<{ seed: number; name: string }>;

const own = ({ name, bytes, parts }: WholeDocument, chance: Chance): Damaged => {
  if (parts !== undefined) return damagePackage(parts, chance);
  const ending = name.slice(name.lastIndexOf('.') + 1);
  if (ending === 'pdf') return damagePdf(bytes, chance);
  return ending === 'doc' ? damageOldWord(bytes, chance) : damageText(bytes, ending, chance);
};

/** A damaged file of any kind; the same for the same seed. */
export const damagedDocument = (seed: number): DamagedDocument => {
  const chance = chanceOf(seed, 'damaged documents');
  const whole = wholeDocuments[chance.below(wholeDocuments.length)];
  if (whole === undefined) throw new Error('there are no documents');
  const what = chance.next();
  const damaged =
    what < 0.2
      ? damageBytes(whole.bytes, chance)
      : what < 0.25
        ? wrongType(wholeDocuments, chance)
        : own(whole, chance);
  return { ...damaged, seed, name: whole.name.replace('.', `-${seed}.`) };
};

/** What became of a file: which refusal or "read", what is wrong with that, and how long it took. */
export type Judged = Readonly<{
  seed: number;
  name: string;
  how: string;
  became: string;
  wrong: ReadonlyArray<string>;
  took_ms: number;
}>;

/** What is wrong with the words of a refusal, if anything. */
const wrongWords = (words: string, name: string): ReadonlyArray<string> => [
  ...(words.startsWith(name)
    ? []
    : [`a refusal that does not begin with the file's name: ${words}`]),
  ...(/Accepted (?:is|are)|\bSave (?:it|the plan)\b/u.test(words)
    ? []
    : [`a refusal that does not say what is accepted: ${words}`]),
  ...(/^[^\p{Cc}]{20,1000}\.$/u.test(words) ? [] : [`a refusal that is no sentence: ${words}`]),
];

/** Reads a damaged file as one that a stranger sent, and judges what comes of it. */
export const judgeDamaged = async ({
  seed,
  name,
  how,
  bytes,
}: DamagedDocument): Promise<Judged> => {
  const began = performance.now();
  const read = await readSafely({ name, bytes, corrections: [] });
  const judged = { seed, name, how, took_ms: performance.now() - began };
  if (E.isLeft(read)) {
    const refusal = read.left;
    const words = describeReadRefusal(refusal);
    const isFault = refusal._tag === 'ReaderStopped' && refusal.why === 'fault';
    return {
      ...judged,
      became: refusal._tag === 'ReaderStopped' ? `ReaderStopped: ${refusal.why}` : refusal._tag,
      wrong: [
        ...(isFault ? [`the reader fell over: ${refusal.detail}`] : []),
        ...wrongWords(words, name),
      ],
    };
  }
  const { document, proposal } = read.right;
  const told = new Set(proposal.accounts.map(({ block }) => block));
  const untold = document.blocks.filter(({ index }) => !told.has(index)).length;
  return {
    ...judged,
    became: 'read',
    wrong: untold === 0 ? [] : [`${untold} of its blocks are not accounted for`],
  };
};

/** What became of many: how many of each end, which were wrong, and which took longest. */
export type Report = Readonly<{
  ends: ReadonlyMap<string, number>;
  hows: ReadonlyMap<string, number>;
  wrong: ReadonlyArray<Judged>;
  stopped: ReadonlyArray<Judged>;
  slowest: ReadonlyArray<Judged>;
}>;

const counted = (words: ReadonlyArray<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
};

/**
 * Damages and reads so many files, one after another.
 * @param seed of the first; the next has the next number
 */
export const readDamaged = async (
  seed: number,
  count: number,
  tell: (judged: Judged) => void = () => undefined,
): Promise<Report> => {
  const all: Array<Judged> = [];
  for (let at = seed; at < seed + count; at += 1) {
    const judged = await judgeDamaged(damagedDocument(at));
    all.push(judged);
    tell(judged);
  }
  return {
    ends: counted(all.map(({ became }) => became)),
    hows: counted(all.map(({ how }) => how)),
    wrong: all.filter(({ wrong }) => wrong.length > 0),
    stopped: all.filter(({ became }) => became.startsWith('ReaderStopped')),
    slowest: [...all].sort((a, b) => b.took_ms - a.took_ms).slice(0, 10),
  };
};
