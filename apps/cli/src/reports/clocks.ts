import type { PlanAnswer } from '@trackrecord/application';
import { inOrderOfRating, withRatingsPainted } from '../terminal/rating-colour.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

type Asked = Readonly<{ plan: Readonly<{ id: string }> }> &
  Pick<PlanAnswer, 'asOf' | 'ordinal' | 'asIn'>;

/** "harbour · as of 2025-06-30 · known at ordinal 812", and the document where only documents were asked. */
export const clocksLines = (
  { colours, width }: Terminal,
  { plan, asOf, ordinal, asIn }: Asked,
): ReadonlyArray<string> =>
  wrapped(
    width,
    [
      plan.id,
      `as of ${asOf}`,
      `known at ordinal ${ordinal}`,
      ...(asIn === null ? [] : [`as in ${asIn}`]),
    ].join(' · '),
  ).map(colours.dim);

/** "Red 13 · Amber 50 · …", ratings that nothing has left out. */
export const ratingCounts = (
  terminal: Terminal,
  byRating: Readonly<Record<string, number>>,
): ReadonlyArray<string> =>
  wrapped(
    terminal.width,
    inOrderOfRating(byRating)
      .map(([rating, count]) => `${rating} ${count}`)
      .join(' · '),
  ).map((line) => withRatingsPainted(terminal, line));
