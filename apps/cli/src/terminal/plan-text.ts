import type { PlanAnswer } from '@trackrecord/application';
import { rated } from './rating-colour.ts';
import { safe, type Terminal } from './terminal.ts';

/** "As of 2025-06-30 · known at ordinal 812", and the document where only documents were asked. */
export const clocksLine = (
  { colours }: Terminal,
  { asOf, ordinal, asIn }: Pick<PlanAnswer, 'asOf' | 'ordinal' | 'asIn'>,
): string =>
  colours.dim(
    [
      `As of ${asOf}`,
      `known at ordinal ${ordinal}`,
      ...(asIn === null ? [] : [`as in ${asIn}`]),
    ].join(' · '),
  );

/** "Red 13 · Amber 50 · …", ratings that nothing has left out. */
export const ratingCounts = (
  terminal: Terminal,
  byRating: Readonly<Record<string, number>>,
): string =>
  Object.entries(byRating)
    .filter(([, count]) => count > 0)
    .map(([rating, count]) => `${rated(terminal, rating)} ${count}`)
    .join(' · ');

/** A heading over a table, on one line. */
export const heading = ({ colours, width }: Terminal, words: string): string => {
  const line = safe(words).replaceAll('\n', ' ');
  return colours.bold(line.length > width ? `${line.slice(0, width - 1)}…` : line);
};
