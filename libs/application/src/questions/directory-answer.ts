import type { PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  canonicalParty,
  type Directory,
  type PartyState,
  type PlanFacts,
  planFactsOf,
  type PossibleDuplicate,
  possibleDuplicates,
  usualTimeZone,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { loadDirectory } from './load-directory.ts';
import { type NamedParty, namedParty } from './naming.ts';
import { debtsIn } from './debts-in.ts';
import { isSeen, type PlansSeen } from './partnerships-answer.ts';
import type { Clocks } from './party-in-plan.ts';
import { cutFor } from './plan-answer.ts';
import { listPlanIds } from './plans-asked.ts';
import { resolveKnownAt, resolveQuestion } from './resolve-question.ts';
import { workFields } from './work-fields.ts';

/** What a party has to do with one plan, in refs of its open actions. */
export type PartyWork = Readonly<{
  plan: string;
  leads: ReadonlyArray<string>;
  supports: ReadonlyArray<string>;
  askedFor: ReadonlyArray<string>;
  /** Actions on which it owes an update; "" stands for the plan as a whole. */
  owes: ReadonlyArray<string>;
}>;

/** A person or an organisation in a list of them. */
export type PartyListed = Readonly<{
  id: string;
  name: string;
  kind: PartyState['kind'];
  /** The other names of those that were merged into it. */
  spellings: ReadonlyArray<string>;
  organisations: ReadonlyArray<NamedParty>;
  boardRoles: PartyState['boardRoles'];
  /** Only the plans in which it has anything to do. */
  work: ReadonlyArray<PartyWork>;
}>;

/** Everybody, and those among them who may be one. */
export type DirectoryAnswer = Readonly<{
  asOf: LocalDate;
  ordinal: Ordinal;
  /** The plans that were looked at: those that may be seen and were there on that date. */
  plans: ReadonlyArray<Readonly<{ id: string; title: string }>>;
  parties: ReadonlyArray<PartyListed>;
  duplicates: ReadonlyArray<PossibleDuplicate>;
}>;

type Works = Readonly<{ id: string; title: string; work: ReadonlyMap<string, PartyWork> }>;

type Part = keyof Omit<PartyWork, 'plan'>;

type Bit = Readonly<{ party: string; part: Part; ref: string }>;

const bitsOf = ({ actions }: PlanFacts): ReadonlyArray<Bit> =>
  actions
    .filter(({ status }) => status === 'open')
    .flatMap(({ ref, owners, requests }) => [
      ...owners.map(({ id, value }): Bit => ({
        party: id,
        part: value === 'lead' ? 'leads' : 'supports',
        ref,
      })),
      ...requests
        .filter(({ value }) => value.state === 'open')
        .flatMap(({ value }) => value.of.map((party): Bit => ({ party, part: 'askedFor', ref }))),
    ]);

/** Two spellings of one party do something once. */
const workIn = (
  plan: PlanId,
  facts: PlanFacts,
  asOf: LocalDate,
  directory: Directory,
): ReadonlyMap<string, PartyWork> => {
  const canonical = canonicalParty(directory);
  const bits = [
    ...bitsOf(facts).map((bit) => ({ ...bit, party: canonical(bit.party) })),
    ...debtsIn(plan, facts, asOf, directory).flatMap(({ party, action }): ReadonlyArray<Bit> =>
      party === null ? [] : [{ party: party.id, part: 'owes', ref: action ?? '' }],
    ),
  ];
  return new Map(
    [...Map.groupBy(bits, ({ party }) => party)].map(([party, own]) => {
      const refs = (part: Part) => [
        ...new Set(own.filter((bit) => bit.part === part).map(({ ref }) => ref)),
      ];
      return [
        party,
        {
          plan,
          leads: refs('leads'),
          supports: refs('supports'),
          askedFor: refs('askedFor'),
          owes: refs('owes'),
        },
      ] as const;
    }),
  );
};

/** A plan that was not there on that date has no part in the answer. */
const worksOf =
  (deps: Readable, clocks: Clocks, directory: Directory) =>
  (plan: PlanId): E.Either<Failure, ReadonlyArray<Works>> =>
    pipe(
      resolveQuestion(deps)(plan, clocks),
      E.chain((resolved) =>
        pipe(
          cutFor(deps, resolved, workFields),
          E.map(planFactsOf),
          E.map((facts): ReadonlyArray<Works> => [
            {
              id: plan,
              title: facts.title,
              work: workIn(plan, facts, resolved.point.asOf, directory),
            },
          ]),
        ),
      ),
      E.orElse((failure) => (failure._tag === 'Missing' ? E.right([]) : E.left(failure))),
    );

const plansSeen = (deps: Readable, seen: PlansSeen): E.Either<Failure, ReadonlyArray<PlanId>> =>
  pipe(
    listPlanIds(deps),
    E.map((plans) => plans.filter((plan) => isSeen(seen, plan))),
  );

const listed =
  (
    directory: Directory,
    spellings: ReadonlyMap<string, ReadonlyArray<string>>,
    works: ReadonlyArray<Works>,
  ) =>
  ({ id, name, kind, organisations, boardRoles }: PartyState): PartyListed => ({
    id,
    name,
    kind,
    spellings: [...new Set(spellings.get(id) ?? [])].filter((other) => other !== name),
    organisations: organisations.map(namedParty(directory)),
    boardRoles,
    work: works.flatMap(({ work }) => {
      const own = work.get(id);
      return own === undefined ? [] : [own];
    }),
  });

const collator = new Intl.Collator('en', { numeric: true });

/**
 * People and organisations by their names as known now, with what each leads, supports, is asked for and owes on the
 * question's clocks, and those whose names are likely spellings of one.
 * @param seen only these plans, where not all may be seen; names are everybody's
 */
export const directoryAnswer =
  (deps: Readable) =>
  (clocks: Clocks, seen: PlansSeen = 'all'): E.Either<Failure, DirectoryAnswer> =>
    pipe(
      E.Do,
      E.bind('ordinal', () => resolveKnownAt(deps, usualTimeZone, clocks.knownAt)),
      E.bind('directory', () => loadDirectory(deps)),
      E.bind('plans', () => plansSeen(deps, seen)),
      E.bind('works', ({ plans, directory }) =>
        pipe(
          plans,
          E.traverseArray(worksOf(deps, clocks, directory)),
          E.map((some) => some.flat()),
        ),
      ),
      E.map(({ ordinal, directory, works }) => {
        const canonical = canonicalParty(directory);
        const all = [...directory.values()];
        const spellings = new Map(
          [...Map.groupBy(all, ({ id }) => canonical(id))].map(([id, some]) => [
            id,
            some.map(({ name }) => name),
          ]),
        );
        return {
          asOf: clocks.asOf ?? deps.clock.today(usualTimeZone),
          ordinal,
          plans: works
            .map(({ id, title }) => ({ id, title }))
            .toSorted((a, b) => collator.compare(a.title, b.title)),
          parties: all
            .filter(({ id }) => canonical(id) === id)
            .map(listed(directory, spellings, works))
            .toSorted((a, b) => collator.compare(a.name, b.name)),
          duplicates: possibleDuplicates(directory),
        };
      }),
    );
