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
