/** How a run differs from the words around it. Runs of one such thing are set as one. */
export type OwnLook = Readonly<{
  /** The size of its letters, as against those of the others. */
  scale: number;
  ink: string;
  underlined: boolean;
  /** Of something that is no text: as wide as this, points. */
  width?: number;
}>;

/** A stretch of text in one look. */
export type Run = Readonly<{ text: string; bold?: true; link?: string; own?: OwnLook }>;

/** What stands on one line. A line that goes on in the next keeps its space: without it words would run together. */
export type Line = ReadonlyArray<Run>;

/** The width of a word in one look, points. */
export type Measure = (text: string, bold: boolean) => number;

/** A line may end after a space, and after a hyphen or a slash between letters: never within "2010/11" or "-5". */
const mayEnd = /(?<= )(?! )|(?<=\p{L}[-–—/])(?=\p{L})|(?<=\u200b)/u;

/** One space for any white space but the one that holds words together. */
const oneLine = (text: string): string => text.replace(/[^\S\u00a0\u202f\n]+/gu, ' ');

type Word = ReadonlyArray<Run>;

/** The parts of a text that a line cannot break, without the spaces between. */
export const unbreakable = (text: string): ReadonlyArray<string> =>
  oneLine(text)
    .split('\n')
    .flatMap((line) => line.split(mayEnd))
    .map((word) => word.trimEnd());

/** The words of the runs, each with what may follow it; a word may change its look within. */
const wordsOf = (runs: ReadonlyArray<Run>): ReadonlyArray<Word> => {
  const whole = runs.map(({ text }) => text).join('');
  const starts = runs.map((_, index) =>
    runs.slice(0, index).reduce((sum, { text }) => sum + text.length, 0),
  );
  let at = 0;
  return whole.split(mayEnd).map((word) => {
    const [from, to] = [at, at + word.length];
    at = to;
    return runs.flatMap((run, index) => {
      const start = starts[index] ?? 0;
      const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
      return text === '' ? [] : [{ ...run, text }];
    });
  });
};

/** How wide a run is, points. */
export const runWidth = (measure: Measure, { text, bold, own }: Run): number =>
  own?.width ?? measure(text, bold === true) * (own?.scale ?? 1);

const widthOf = (measure: Measure, word: Word): number =>
  word.reduce((sum, run) => sum + runWidth(measure, run), 0);

const isAlike = (one: Run, other: Run): boolean =>
  one.bold === other.bold && one.link === other.link && one.own === other.own;

const withoutSpace = (word: Word): Word =>
  word.map((run, index) =>
    index === word.length - 1 ? { ...run, text: run.text.trimEnd() } : run,
  );

/** A word that is wider than a line, letter by letter in as few lines as hold it. */
const brokenUp = (measure: Measure, word: Word, width: number): ReadonlyArray<Word> => {
  const parts: Array<Array<Run>> = [[]];
  let used = 0;
  for (const run of word)
    for (const letter of run.text) {
      const wide = runWidth(measure, { ...run, text: letter });
      const part = parts.at(-1) ?? [];
      if (used + wide > width && part.length > 0) {
        parts.push([{ ...run, text: letter }]);
        used = wide;
        continue;
      }
      const last = part.at(-1);
      if (last !== undefined && isAlike(last, run))
        part.splice(-1, 1, { ...last, text: last.text + letter });
      else part.push({ ...run, text: letter });
      used += wide;
    }
  return parts;
};

const joined = (line: ReadonlyArray<Run>): Line =>
  line.reduce<ReadonlyArray<Run>>((sofar, run) => {
    const last = sofar.at(-1);
    return last !== undefined && isAlike(last, run)
      ? [...sofar.slice(0, -1), { ...last, text: last.text + run.text }]
      : [...sofar, run];
  }, []);

const wrapOne = (measure: Measure, runs: ReadonlyArray<Run>, width: number): Array<Line> => {
  const lines: Array<Line> = [];
  let line: Array<Run> = [];
  let used = 0;
  const words = wordsOf(runs).flatMap((word) =>
    widthOf(measure, withoutSpace(word)) <= width ? [word] : brokenUp(measure, word, width),
  );
  for (const word of words) {
    if (line.length > 0 && used + widthOf(measure, withoutSpace(word)) > width) {
      lines.push(joined(line));
      line = [];
      used = 0;
    }
    line.push(...word);
    used += widthOf(measure, word);
  }
  return [...lines, joined(withoutSpace(line))];
};

/** The runs before, between and after the line feeds of their text. */
const atLineFeeds = (runs: ReadonlyArray<Run>): ReadonlyArray<ReadonlyArray<Run>> =>
  runs.reduce<Array<Array<Run>>>(
    (sofar, run) => {
      oneLine(run.text)
        .split('\n')
        .forEach((text, index) => {
          if (index > 0) sofar.push([]);
          sofar.at(-1)?.push({ ...run, text });
        });
      return sofar;
    },
    [[]],
  );

/**
 * Text broken into lines of at most `width` points: at spaces, after hyphens and slashes between letters, at its own
 * line feeds; a word that no line holds is broken where it must be. Always at least one line.
 */
export const wrapLines = (
  measure: Measure,
  runs: ReadonlyArray<Run>,
  width: number,
): ReadonlyArray<Line> => atLineFeeds(runs).flatMap((some) => wrapOne(measure, some, width));
