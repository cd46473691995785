import { PartyId, partyName } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  canonicalParty,
  type Directory,
  type PartyState,
  usualTimeZone,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, missing, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { type AuditRow, auditTrailAnswer } from './audit-trail-answer.ts';
import { loadDirectory } from './load-directory.ts';
import { type NamedParty, namedParty } from './naming.ts';
import type { PlansSeen } from './partnerships-answer.ts';
import { type AskedParty, type Clocks, type PartyInPlan, partyInPlan } from './party-in-plan.ts';
import { plansNaming } from './plans-naming.ts';
import { type Resolved, resolveKnownAt } from './resolve-question.ts';
import { partySpellings } from './trail-filter.ts';

/** A person or an organisation in full. */
export type PartyInFull = Readonly<{
  asOf: LocalDate;
  ordinal: Ordinal;
  id: string;
  name: string;
  kind: PartyState['kind'];
  /** Other spellings that were merged into this one. */
  spellings: ReadonlyArray<NamedParty>;
  /** Names by which it, or a spelling of it, went before. */
  formerNames: ReadonlyArray<string>;
  organisations: ReadonlyArray<NamedParty>;
  members: ReadonlyArray<NamedParty>;
  boardRoles: PartyState['boardRoles'];
  /** The plans that name it and were there on that date. */
  plans: ReadonlyArray<PartyInPlan>;
  /** What it last recorded or took back in those plans, or what was on its word; the newest first. */
  latest: ReadonlyArray<AuditRow>;
}>;

const latestLines = 10;

const latestIn = (
  deps: Readable,
  questions: ReadonlyArray<Resolved>,
  person: PartyId,
): E.Either<Failure, ReadonlyArray<AuditRow>> =>
  questions.length === 0
    ? E.right([])
    : pipe(
        auditTrailAnswer(deps)(
          questions,
          { person, withConfirmed: false },
          { newestFirst: true, limit: latestLines },
        ),
        E.map(({ rows }) => rows),
      );

/** Every name that the streams of a party's spellings ever gave it. */
const namesEver = (
  deps: Readable,
  { ids }: AskedParty,
  knownAt: Ordinal,
): E.Either<Failure, ReadonlySet<string>> =>
  pipe(
    [...ids],
    E.traverseArray((id) =>
      deps.views.recordsOf(streamOf('party', id), knownAt, { field: partyName.name }),
    ),
    E.bimap(
      storage,
      (records) =>
        new Set(
          records
            .flat()
            .flatMap(({ value, retracted }) =>
              retracted === undefined && typeof value === 'string' ? [value] : [],
            ),
        ),
    ),
  );

const collator = new Intl.Collator('en', { numeric: true });

const membersOf = ({ ids, directory }: AskedParty): ReadonlyArray<NamedParty> =>
  [...directory.values()]
    .filter(({ mergedInto }) => mergedInto === null)
    .filter(({ organisations }) => organisations.some((id) => ids.has(id)))
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => collator.compare(a.name, b.name));

const lookupParty = (
  directory: Directory,
  party: PartyId,
): E.Either<Failure, Readonly<{ state: PartyState; id: PartyId; asked: AskedParty }>> => {
  const id = canonicalParty(directory)(party);
  const state = directory.get(id);
  return state === undefined || !PartyId.is(id)
    ? E.left(missing(`There is no person or organisation "${party}".`, 'party'))
    : pipe(
        partySpellings(directory, id, 'party'),
        E.map((ids) => ({ state, id, asked: { ids: new Set(ids), directory } })),
      );
};

type Known = Readonly<{ state: PartyState; asked: AskedParty; names: ReadonlySet<string> }>;

/** What its own stream and those of its spellings say of a party. */
const ofItself = ({ state, asked, names }: Known) => {
  const { ids, directory } = asked;
  const spellings = [...ids]
    .filter((id) => id !== state.id)
    .map((id) => ({ id, name: directory.get(id)?.name ?? id }));
  const current = new Set([state.name, ...spellings.map(({ name }) => name)]);
  return {
    id: state.id,
    name: state.name,
    kind: state.kind,
    spellings,
    formerNames: [...names].filter((name) => !current.has(name)),
    organisations: state.organisations.map(namedParty(directory)),
    members: membersOf(asked),
    boardRoles: state.boardRoles,
  };
};

/**
 * One party in full, by its id or that of a spelling that was merged into it: names, organisations and roles as
 * known now, and what it does, is asked for and owes in each plan that names it, on both clocks.
 * @param seen only these plans, where not all may be seen
 */
export const partyAnswer =
  (deps: Readable) =>
  (party: PartyId, question: Clocks, seen: PlansSeen = 'all'): E.Either<Failure, PartyInFull> =>
    pipe(
      E.Do,
      E.bind('ordinal', () => resolveKnownAt(deps, usualTimeZone, question.knownAt)),
      E.bind('directory', () => loadDirectory(deps)),
      E.bind('found', ({ directory }) => lookupParty(directory, party)),
      E.bind('names', ({ found, ordinal }) => namesEver(deps, found.asked, ordinal)),
      E.bind('plans', ({ found }) => plansNaming(deps, found.asked.ids, seen)),
      E.bind('inPlans', ({ found, plans }) =>
        pipe(
          plans,
          E.traverseArray(partyInPlan(deps, found.id, question, found.asked)),
          E.map((some) => some.flat()),
        ),
      ),
      E.bind('latest', ({ found, inPlans }) =>
        latestIn(
          deps,
          inPlans.map(({ resolved }) => resolved),
          found.id,
        ),
      ),
      E.map(({ ordinal, found, names, inPlans, latest }) => ({
        asOf: question.asOf ?? deps.clock.today(usualTimeZone),
        ordinal,
        ...ofItself({ ...found, names }),
        plans: inPlans
          .map(({ inPlan }) => inPlan)
          .toSorted((a, b) => collator.compare(a.title, b.title)),
        latest,
      })),
    );
