import {
  type CadenceByRating,
  cadenceByRating,
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
import { type Cadence, defaultCadence } from '../owed/cadence.ts';
import { type ActionState, listActions } from './action-state.ts';

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
  cadence: Cadence;
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
  cadence: O.match(
    () => defaultCadence,
    (months: number): Cadence => ({
      months,
      byRating: O.getOrElse((): CadenceByRating => ({}))(cadenceByRating.of(cut, plan)),
    }),
  )(cadenceMonths.of(cut, plan)),
  scale: scaleOf(cut),
  documents: importedDocument
    .membersOf(cut, plan)
    .map(({ id, value }) => ({ ...value, sha256: id.slice(0, 64) })),
  actions: listActions(cut),
});
