import type { AskedItem, Because } from '@trackrecord/domain';
import type { Directory } from '@trackrecord/read-models';
import { type NamedParty, namedParty } from '../questions/naming.ts';

/** In whose stead somebody is asked (nobody's, where nobody owns it), and why. */
export type AskedInstead = Readonly<{
  parties: ReadonlyArray<NamedParty>;
  because: Because;
}>;

/** In whose stead something is asked of somebody, by the names that they have now; `null` where it is their own. */
export const askedInsteadOf =
  (directory: Directory) =>
  ({ because, insteadOf = [] }: Pick<AskedItem, 'because' | 'insteadOf'>): AskedInstead | null =>
    because === undefined ? null : { because, parties: insteadOf.map(namedParty(directory)) };

/**
 * In whose stead all of several things are asked, for the reason of the first; `null` where any is somebody's own: whoever
 * is asked for a part of it in their own right is not asked in another's stead.
 */
export const insteadForAll = (each: ReadonlyArray<AskedInstead | null>): AskedInstead | null => {
  const all = each.filter((one) => one !== null);
  const [first] = all;
  if (first === undefined || all.length < each.length) return null;
  const parties = new Map(all.flatMap((one) => one.parties).map((party) => [party.id, party]));
  return { because: first.because, parties: [...parties.values()] };
};
