import { Text } from '@trackrecord/domain';
import { placedCorrections } from '@trackrecord/documents';
import { count, spotOf } from '@trackrecord/pages';
import { createHash } from 'node:crypto';
import type { KeptUpload } from '../../store/server-store.ts';
import type { ImportDraft } from './import-draft.ts';
import type { Reading } from './reading.ts';
import { spotAt } from './spot-at.ts';

/** So many corrections are told one by one. */
const mostTold = 50;

const cut = (words: string): string => {
  const plain = words.replace(/\s+/gu, ' ').trim();
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
};

/** The hash of the file that was sent, in what is told of its corrections. */
export const sentHashIn = (told: string | null): string | undefined =>
  /\bSHA-256 ([0-9a-f]{64})\.$/u.exec(told ?? '')?.[1];

/**
 * What stands in the plan's history with an import that was put right by hand: of which file, by its hash, and what
 * was changed where. `undefined` where nothing was.
 */
export const correctionsTold = (
  { name, bytes }: KeptUpload,
  reading: Reading,
  { corrections }: ImportDraft,
): Text | undefined => {
  if (corrections.length === 0) return undefined;
  const told = placedCorrections(corrections)
    .slice(0, mostTold)
    .map(({ start, end, text: after, now }) => {
      const where = spotOf(spotAt(reading, now.start));
      const before = cut(reading.source.slice(start, end));
      if (after.trim() === '') return `${where}: “${before}” left out`;
      return before === ''
        ? `${where}: “${cut(after)}” put in`
        : `${where}: “${before}” became “${cut(after)}”`;
    });
  const others = corrections.length - told.length;
  const words = [
    `Put right by hand in ${count(corrections.length, 'place')} before it was imported.`,
    `${told.join('. ')}${others === 0 ? '' : `. And ${count(others, 'other')}`}.`,
    `It was sent as ${name}, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}.`,
  ].join(' ');
  return Text.is(words) ? words : undefined;
};
