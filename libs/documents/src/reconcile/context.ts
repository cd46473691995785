import type {
  ColumnChoice,
  IndicatorId,
  PartnershipId,
  PartyId,
  PlanId,
  Source,
  StreamState,
} from '@trackrecord/domain';
import type { Sha256 } from '@trackrecord/kernel';
import type { Origin } from '../proposal/origin.ts';
import { cutTo } from './words-of.ts';

/** What reconciling needs to know besides the document: the plan, its state, the ids of who and what is named. */
export type Context = Readonly<{
  plan: PlanId;
  /** For a plan that the log does not have yet. */
  title: string;
  timeZone: string;
  partnership?: PartnershipId;
  document: Readonly<{ sha256: Sha256; name: string; blocks: number }>;
  /** As of the document's date, as known now. */
  state: StreamState;
  partyId: (name: string) => PartyId;
  /** What was said of columns with this import. */
  columns?: ReadonlyArray<ColumnChoice>;
  indicatorId: (indicator: Readonly<{ code?: string; title: string }>) => IndicatorId;
}>;

/** Where in the document something stands, for the events that come of it. */
export const sourceOf = ({ document }: Context, { block, line, words, place }: Origin): Source => ({
  document: document.sha256,
  block,
  line,
  words: cutTo(words, 500),
  ...(place === undefined ? {} : { place: cutTo(place, 200) }),
});
