import type { PartyId, Place, PlanOrder } from '@trackrecord/domain';
import type { ActionState } from '@trackrecord/read-models';
import type { Origin } from '../proposal/origin.ts';
import { placed } from '../proposal/placed.ts';
import { readPartyNames } from '../recognisers/party-names.ts';
import { type Context, sourceOf } from '../reconcile/context.ts';
import { nothing, type Outcome, steps } from '../reconcile/outcome.ts';
import type { WrittenRows } from './copy-row.ts';

/** What edits are made into orders with: the plan, and whom and what the words of copies stand for. */
export type Doing = Readonly<{
  context: Context;
  parties: WrittenRows['parties'];
  places: WrittenRows['places'];
}>;

/** The edited cells of one action that stands in the plan. */
export type EditedAction = Readonly<{
  action: ActionState;
  from: Origin;
  /** What the edited cells say, and what they said when the copy was made. */
  cells: ReadonlyMap<string, Readonly<{ was: string; says: string }>>;
}>;

/** An order that an edited cell comes to. */
export const ordered = ({ context }: Doing, order: PlanOrder, from: Origin): Outcome =>
  steps({ order, source: sourceOf(context, from) });

/** An edit that cannot be done: told, and nothing guessed. */
export const notDone = (from: Origin, text: string, message: string): Outcome => {
  const { block, line } = from;
  return { ...nothing, warnings: [{ block, line, ...placed(from), text, message }] };
};

/** Whoever a name in a copy stands for: as the copy was made, else as the plan has it now. */
export const partyOf = ({ context, parties }: Doing, name: string): PartyId =>
  parties.get(name) ?? context.partyId(name);

/** The names in a cell of owners: those that are known whole, whatever they are made of; others as they are read. */
export const namesInCell =
  (parties: WrittenRows['parties']) =>
  (words: string): ReadonlyArray<string> => [
    ...new Set(
      words
        .split(/[;\n]/u)
        .map((part) => part.replace(/\s+/gu, ' ').trim())
        .flatMap((part) => (parties.has(part) ? [part] : readPartyNames(part))),
    ),
  ];

/** The part of a place that each name in a cell is; `undefined` where one is none that the plan has. */
export const placesInCell = (
  { places }: Doing,
  words: string,
): ReadonlyArray<Partial<Place>> | undefined => {
  const names = words
    .split(/;\s|\n/u)
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter((name) => name !== '');
  const found = names.map((name) => places.get(name));
  return found.some((one) => one === undefined)
    ? undefined
    : found.filter((one) => one !== undefined);
};
