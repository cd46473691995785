import { type Placeholder, placeholderOf } from '../../word/template/placeholders.ts';
import type { HouseRun } from './house.ts';

type Words = Readonly<Record<Exclude<Placeholder, 'paper'>, string>>;

const inBraces = /\{\{([^{}]*)\}\}/gu;

const wordsIn = (runs: ReadonlyArray<HouseRun>): string =>
  runs.map((run) => (run._tag === 'Words' ? run.words : '')).join('');

/** Which placeholders stand in runs: they may go on from one run to the next. */
export const placeholdersIn = (runs: ReadonlyArray<HouseRun>): ReadonlyArray<Placeholder> =>
  [...wordsIn(runs).matchAll(inBraces)].flatMap(([, name = '']) => placeholderOf(name) ?? []);

/**
 * Fills placeholders in. Each takes the look of the run that it begins in; words of the plan that look like one stay
 * words.
 */
export const fillPlaceholders = (
  runs: ReadonlyArray<HouseRun>,
  words: Words,
): ReadonlyArray<HouseRun> => {
  const found = [...wordsIn(runs).matchAll(inBraces)].flatMap(
    ({ 0: typed, 1: name = '', index }) => {
      const placeholder = placeholderOf(name);
      return placeholder === undefined || placeholder === 'paper'
        ? []
        : [
            {
              from: index,
              to: index + typed.length,
              put: words[placeholder].replace(/\s+/gu, ' '),
            },
          ];
    },
  );
  let at = 0;
  return runs.map((run) => {
    if (run._tag !== 'Words') return run;
    const [start, end] = [at, at + run.words.length];
    at = end;
    let [filled, done] = ['', start];
    for (const { from, to, put } of found) {
      if (to <= start || from >= end) continue;
      filled += run.words.slice(done - start, Math.max(0, from - start));
      if (from >= start) filled += put;
      done = Math.min(to, end);
    }
    return { ...run, words: filled + run.words.slice(done - start) };
  });
};
