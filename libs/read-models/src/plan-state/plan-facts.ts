import {
  cadenceMonths,
  importedDocument,
  plan,
  planPeriod,
  planStatus,
  planSuccessor,
  planTimeZone,
  planTitle,
  scaleOf,
  type Timescale,
} from '@trackrecord/domain';
import type { LocalDate, Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { type ActionState, listActions } from './action-state.ts';

/** How often an action is to be updated where a plan has not said: once a calendar quarter. */
export const defaultCadenceMonths = 3;

export type ImportedDocument = Readonly<{
  sha256: string;
  name: string;
  on: LocalDate;
  blocks: number;
}>;

/** A plan and its actions as a cut holds them; the part of the state that every question needs. */
export type PlanFacts = Readonly<{
  title: string;
  timeZone: string;
  period: Timescale | null;
  status: 'open' | 'closed';
  successor: string | null;
  cadenceMonths: number;
  scale: ReadonlyArray<string>;
  documents: ReadonlyArray<ImportedDocument>;
  actions: ReadonlyArray<ActionState>;
}>;

/** Reads a plan from a cut. */
export const planFactsOf = (cut: Values): PlanFacts => ({
  title: O.getOrElse((): string => '')(planTitle.of(cut, plan)),
  timeZone: O.getOrElse(() => 'Europe/London')(planTimeZone.of(cut, plan)),
  period: O.toNullable(planPeriod.of(cut, plan)),
  status: O.getOrElse((): 'open' | 'closed' => 'open')(planStatus.of(cut, plan)),
  successor: O.match(
    () => null,
    (successor: { readonly plan: string }) => successor.plan,
  )(planSuccessor.of(cut, plan)),
  cadenceMonths: O.getOrElse(() => defaultCadenceMonths)(cadenceMonths.of(cut, plan)),
  scale: scaleOf(cut),
  documents: importedDocument
    .membersOf(cut, plan)
    .map(({ id, value }) => ({ ...value, sha256: id.slice(0, 64) })),
  actions: listActions(cut),
});
