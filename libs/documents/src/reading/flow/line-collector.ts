import type { Colour } from '../../document/colour.ts';
import type { Aside, FlowLine, FlowNote } from './flow.ts';
import { plainWords } from './plain-words.ts';

/** How words look: the colour behind them and their own, as "#FFC000", where these are not the page's. */
export type Look = Readonly<{ highlight?: string | undefined; ink?: string | undefined }>;

/** Gathers the words of a paragraph as they come, and parts them where its lines break. */
export type LineCollector = Readonly<{
  words: (words: string, look: Look) => void;
  lineBreak: () => void;
  aside: (aside: Aside) => void;
  note: (note: FlowNote) => void;
  /** Takes the words of the line so far out of it again: they were its number or bullet. */
  takeMarker: () => string;
  /** The lines so far, without those at either end that hold nothing; the next paragraph begins. */
  take: () => ReadonlyArray<FlowLine>;
}>;

type Run = Readonly<{ words: string; look: Look }>;

/** Dots, boxes, ticks, arrows. */
const signs = /^[\s\p{So}\u2190-\u21FF•]+$/u;

type Of = (look: Look) => string | undefined;

const agreed = (runs: ReadonlyArray<Run>, of: Of): string | undefined => {
  const [first] = runs.map(({ look }) => of(look));
  return runs.every(({ look }) => of(look) === first) ? first : undefined;
};

/**
 * The colour that all words of a line have; or that of a sign beside words that have none: a red dot, then "Delayed".
 */
const shared = (runs: ReadonlyArray<Run>, of: Of): string | undefined => {
  const seen = runs.filter(({ words }) => words.trim() !== '');
  const all = agreed(seen, of);
  if (all !== undefined) return all;
  const isPlain = seen.every(({ words, look }) => signs.test(words) || of(look) === undefined);
  return isPlain
    ? agreed(
        seen.filter(({ words }) => signs.test(words)),
        of,
      )
    : undefined;
};

const fillOf = (runs: ReadonlyArray<Run>): Colour | undefined => {
  const highlight = shared(runs, (look) => look.highlight);
  if (highlight !== undefined) return { hex: highlight, by: 'highlight' };
  const ink = shared(runs, (look) => look.ink);
  return ink === undefined ? undefined : { hex: ink, by: 'words' };
};

const lineOf = (
  runs: ReadonlyArray<Run>,
  asides: ReadonlyArray<Aside>,
  notes: ReadonlyArray<FlowNote>,
): FlowLine => {
  const text = plainWords(runs.map(({ words }) => words).join(''));
  const fill = fillOf(runs);
  return {
    text,
    asides,
    ...(notes.length === 0 ? {} : { notes }),
    ...(fill === undefined || text === '' ? {} : { fill }),
  };
};

export const lineCollector = (): LineCollector => {
  let lines: Array<FlowLine> = [];
  let runs: Array<Run> = [];
  let asides: Array<Aside> = [];
  let notes: Array<FlowNote> = [];
  const endLine = (): void => {
    const line = lineOf(runs, asides, notes);
    if (line.text !== '' || asides.length > 0 || notes.length > 0) lines.push(line);
    runs = [];
    asides = [];
    notes = [];
  };
  return {
    words: (words, look) => runs.push({ words, look }),
    lineBreak: endLine,
    aside: (aside) => asides.push(aside),
    note: (note) => notes.push(note),
    takeMarker: () => {
      const marker = plainWords(runs.map(({ words }) => words).join(''));
      runs = [];
      return marker;
    },
    take: () => {
      endLine();
      const taken = lines;
      lines = [];
      return taken;
    },
  };
};
