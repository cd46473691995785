import type { PartyId, PlanOrder } from '@trackrecord/domain';
import type { ActionState } from '@trackrecord/read-models';
import type { Origin } from '../proposal/origin.ts';
import { placed } from '../proposal/placed.ts';
import { type Context, sourceOf } from '../reconcile/context.ts';
import { nothing, type Outcome, steps } from '../reconcile/outcome.ts';
import { comparedName } from './compared-words.ts';
import type { PartiesNamed } from './names-in-copy.ts';
import type { PlacesNamed } from './places-in-copy.ts';

/** What edits are made into orders with: the plan, and whom and what the words of copies stand for. */
export type Doing = Readonly<{ context: Context; parties: PartiesNamed; places: PlacesNamed }>;

/** The edited cells of one action that stands in the plan. */
export type EditedAction = Readonly<{
  action: ActionState;
  from: Origin;
  /** What the edited cells say, and what they said when the copy was made. */
  cells: ReadonlyMap<string, Readonly<{ was: string; says: string; from: Origin }>>;
}>;

/** An order that an edited cell comes to. */
export const ordered = ({ context }: Doing, order: PlanOrder, from: Origin): Outcome =>
  steps({ order, source: sourceOf(context, from) });

/** An edit that cannot be done: told, and nothing guessed. */
export const notDone = (from: Origin, text: string, message: string): Outcome => {
  const { block, line } = from;
  return { ...nothing, warnings: [{ block, line, ...placed(from), text, message }] };
};

/** Whoever a name in a copy stands for, several where several are called so: as the copy was made, else as it is now. */
export const partiesOf = ({ context, parties }: Doing, name: string): ReadonlyArray<PartyId> =>
  parties.get(comparedName(name)) ?? [context.partyId(name)];
