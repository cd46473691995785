import type { Flow } from '../flow/flow.ts';
import type { Part } from './parts-of-page.ts';

/** Letters larger by so much than those of most words are a heading's. */
const larger = 1.12;
/** A heading is no longer. */
const longest = 200;
const levels = 6;

const rounded = (size: number): number => Math.round(size * 2) / 2;

/** The size of letters that most of the words are written in. */
const bodySize = (parts: ReadonlyArray<Part>): number => {
  const letters = new Map<number, number>();
  for (const part of parts) {
    if (part.is !== 'paragraph') continue;
    const { text, size } = part.paragraph;
    letters.set(rounded(size), (letters.get(rounded(size)) ?? 0) + text.length);
  }
  const [most] = [...letters].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
};

/** What a PDF's parts are: larger letters head what follows, the largest at the highest level. */
export const flowOfParts = (parts: ReadonlyArray<Part>): ReadonlyArray<Flow> => {
  const body = bodySize(parts);
  const isHeading = (text: string, size: number): boolean =>
    rounded(size) > body * larger && text.length <= longest;
  const sizes = parts.flatMap((part) =>
    part.is === 'paragraph' && isHeading(part.paragraph.text, part.paragraph.size)
      ? [rounded(part.paragraph.size)]
      : [],
  );
  const ranks = [...new Set(sizes)].toSorted((a, b) => b - a);
  return parts.map((part): Flow => {
    if (part.is === 'table') return { flow: 'table', rows: part.rows };
    const { text, size } = part.paragraph;
    const isHead = isHeading(text, size);
    return {
      flow: 'paragraph',
      kind: isHead ? 'heading' : 'paragraph',
      lines: [{ text, asides: [] }],
      place: `page ${part.page}`,
      ...(isHead ? { level: Math.min(levels, ranks.indexOf(rounded(size)) + 1) } : {}),
    };
  });
};
