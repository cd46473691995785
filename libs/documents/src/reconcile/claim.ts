import type { PlanOrder, Source } from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';

/** What a document says of one register, and the order that makes it so. */
export type Claim = Readonly<{
  subject: string;
  field: string;
  value: Json;
  order: PlanOrder;
  source: Source;
  /** The item's own creation says it too. */
  withItem?: boolean;
}>;

/** An item that a document holds: how it is created where the plan lacks it, and what is said of it. */
export type ItemClaim = Readonly<{
  subject: string;
  create: PlanOrder;
  source: Source;
  claims: ReadonlyArray<Claim>;
  /** Fields that nothing changes once the item is there: the document repeats what they hold. */
  repeats?: ReadonlyArray<string>;
  /** The value of a field by which the item was given up, though it is there; created anew it says otherwise. */
  givenUp?: Readonly<{ field: string; value: string; otherwise: string }>;
}>;
