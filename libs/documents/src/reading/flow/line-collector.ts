import type { Colour } from '../../document/colour.ts';
import type { Aside, FlowLine } from './flow.ts';
import { plainWords } from './plain-words.ts';

/** How words look: the colour behind them and their own, as "#FFC000", where these are not the page's. */
export type Look = Readonly<{ highlight?: string | undefined; ink?: string | undefined }>;

/** Gathers the words of a paragraph as they come, and parts them where its lines break. */
export type LineCollector = Readonly<{
  words: (words: string, look: Look) => void;
  lineBreak: () => void;
  aside: (aside: Aside) => void;
  /** Takes the words of the line so far out of it again: they were its number or bullet. */
  takeMarker: () => string;
  /** The lines so far, without those at either end that hold nothing; the next paragraph begins. */
  take: () => ReadonlyArray<FlowLine>;
}>;

type Run = Readonly<{ words: string; look: Look }>;

/** The colour that all words of a line have, where they all have one. */
const shared = (runs: ReadonlyArray<Run>, of: (look: Look) => string | undefined) => {
  const seen = runs.filter(({ words }) => words.trim() !== '').map(({ look }) => of(look));
  const [first] = seen;
  return seen.every((hex) => hex === first) ? first : undefined;
};

const fillOf = (runs: ReadonlyArray<Run>): Colour | undefined => {
  const highlight = shared(runs, (look) => look.highlight);
  if (highlight !== undefined) return { hex: highlight, by: 'highlight' };
  const ink = shared(runs, (look) => look.ink);
  return ink === undefined ? undefined : { hex: ink, by: 'words' };
};

const lineOf = (runs: ReadonlyArray<Run>, asides: ReadonlyArray<Aside>): FlowLine => {
  const text = plainWords(runs.map(({ words }) => words).join(''));
  const fill = fillOf(runs);
  return { text, asides, ...(fill === undefined || text === '' ? {} : { fill }) };
};

export const lineCollector = (): LineCollector => {
  let lines: Array<FlowLine> = [];
  let runs: Array<Run> = [];
  let asides: Array<Aside> = [];
  const endLine = (): void => {
    const line = lineOf(runs, asides);
    if (line.text !== '' || line.asides.length > 0) lines.push(line);
    runs = [];
    asides = [];
  };
  return {
    words: (words, look) => runs.push({ words, look }),
    lineBreak: endLine,
    aside: (aside) => asides.push(aside),
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
