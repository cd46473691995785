import {
  type Asked,
  plan as planItself,
  type PlanId,
  planTimeZone,
  type ReminderPolicy,
  type Unreachable,
} from '@trackrecord/domain';
import type { LocalDate, Ordinal, Values } from '@trackrecord/kernel';
import {
  type AccountState,
  askedSoFar,
  type Cadence,
  debtKey,
  debtOf,
  dataOwedOn,
  type Owed,
  type PlanFacts,
  planFactsOf,
  type PlanStructure,
  planStructureOf,
  policyOf,
  type ReminderRun,
  standingOn,
  unreachableSoFar,
  usualTimeZone,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import type { KnownParties } from '../questions/load-parties.ts';
import { observedIndicators } from '../questions/observed-indicators.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { loadContacts, type PlanContacts } from './load-contacts.ts';
import { loadLastRun } from './reminder-streams.ts';

/** What all plans are looked at by: what was known then, and who may do what. */
export type Look = Readonly<{
  ordinal: Ordinal;
  accounts: ReadonlyArray<AccountState>;
  /** Parties that were looked up already: one works for many plans. */
  parties?: KnownParties | undefined;
}>;

/** A plan as its reminders see it. */
export type PlanSituation = Readonly<{
  plan: PlanId;
  facts: PlanFacts;
  structure: PlanStructure;
  policy: ReminderPolicy;
  zone: string;
  today: LocalDate;
  ordinal: Ordinal;
  /** What is owed, and what comes up within the days that are asked before it is due. */
  owed: ReadonlyArray<Owed>;
  /** All that is owed now or will be, if nothing more is said, by its keys: what is not among it was answered. */
  dueKeys: ReadonlySet<string>;
  contacts: PlanContacts;
  lastRun: ReminderRun | null;
  /** Whose addresses took nothing, as the last run knows it. */
  unreachable: ReadonlyArray<Unreachable>;
  /** What was asked of whom so far, as the last run knows it. */
  asked: ReadonlyArray<Asked>;
}>;

/** What of a plan its reminders are made of: no words of notes, no narratives. */
const fields = [
  ...['exists', 'title', 'timeZone', 'period', 'status', 'cadenceMonths', 'cadenceByRating'],
  ...['reminderPolicy', 'ratingScale', 'ref', 'rating', 'owner', 'request', 'timescale'],
  ...['created', 'updated', 'label', 'words', 'under', 'link', 'baseline'],
];

type Dated = Readonly<{ cut: Values; policy: ReminderPolicy; zone: string; today: LocalDate }>;

const cutOn = ({ views }: Readable, plan: PlanId, asOf: LocalDate, knownAt: Ordinal) =>
  E.mapLeft(storage)(views.cutOf(streamOf('plan', plan), { asOf, knownAt }, undefined, fields));

/** The plan on the date that it is where its policy says; zones that have another date are looked at once more. */
const loadDated = (
  deps: Readable,
  plan: PlanId,
  knownAt: Ordinal,
  on?: LocalDate,
): E.Either<Failure, Dated> => {
  const asked = on ?? deps.clock.today(usualTimeZone);
  return pipe(
    cutOn(deps, plan, asked, knownAt),
    E.chain((cut) => {
      const policy = policyOf(cut);
      const zone =
        policy.timeZone ?? O.getOrElse(() => usualTimeZone)(planTimeZone.of(cut, planItself));
      const today = on ?? deps.clock.today(zone);
      return today === asked
        ? E.right({ cut, policy, zone, today })
        : pipe(
            cutOn(deps, plan, today, knownAt),
            E.map((there) => ({ cut: there, policy: policyOf(there), zone, today })),
          );
    }),
  );
};

const within = ({ daysBefore }: ReminderPolicy): number => Math.max(0, ...daysBefore);

/** On which day, and how it would be asked by something else than the plan says. */
export type SituationAsked = Readonly<{
  on?: LocalDate | undefined;
  policy?: ReminderPolicy | undefined;
  cadence?: Cadence | undefined;
}>;

const inCadence = (facts: PlanFacts, cadence: Cadence | undefined): PlanFacts =>
  cadence === undefined ? facts : { ...facts, cadence };

/**
 * A plan as its reminders see it, today where it is kept, or on another day.
 * @param policy another than the plan's own, and another cadence: for a preview
 */
export const loadSituation = (
  deps: Readable,
  { ordinal, accounts, parties }: Look,
  plan: PlanId,
  { on, policy: other, cadence }: SituationAsked = {},
): E.Either<Failure, PlanSituation> =>
  pipe(
    E.Do,
    E.bind('dated', () => loadDated(deps, plan, ordinal, on)),
    E.let('policy', ({ dated }) => other ?? dated.policy),
    E.let('facts', ({ dated }) => inCadence(planFactsOf(dated.cut), cadence)),
    E.let('structure', ({ dated }) => planStructureOf(dated.cut)),
    E.bind('observed', ({ dated, structure }) =>
      observedIndicators(deps, structure, { asOf: dated.today, knownAt: ordinal }),
    ),
    E.bind('lastRun', () => pipe(loadLastRun(deps, plan, ordinal), E.map(O.toNullable))),
    E.let('unreachable', ({ lastRun }) => (lastRun === null ? [] : unreachableSoFar(lastRun))),
    E.bind('contacts', ({ facts, policy, unreachable }) =>
      loadContacts(deps, plan, facts, policy, {
        accounts,
        parties,
        unreachable,
      }),
    ),
    E.map(
      ({
        dated: { zone, today },
        policy,
        facts,
        structure,
        observed,
        lastRun,
        unreachable,
        contacts,
      }) => {
        const { dues, owed, comingUp } = standingOn(facts, today, within(policy));
        const data = dataOwedOn(facts, structure, observed, today);
        return {
          ...{
            plan,
            facts,
            structure,
            policy,
            zone,
            today,
            ordinal,
            contacts,
            lastRun,
            unreachable,
          },
          asked: lastRun === null ? [] : askedSoFar(lastRun),
          owed: [...owed, ...comingUp, ...data],
          dueKeys: new Set([...dues, ...data].flatMap((due) => debtOf(due)).map(debtKey)),
        };
      },
    ),
  );
