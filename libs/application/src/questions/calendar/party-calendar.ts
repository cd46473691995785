import type { PartyId, PlanId } from '@trackrecord/domain';
import {
  canonicalParty,
  type Directory,
  dueUpdatesOf,
  nameOf,
  planFactsOf,
  usualTimeZone,
} from '@trackrecord/read-models';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { partiesOf } from '../../access/owned-actions.ts';
import { type Failure, missing } from '../../failure.ts';
import type { Calendar, CalendarEntry } from '../../ports/calendar-writer.ts';
import { streamOf } from '../../streams.ts';
import type { Readable } from '../../trackrecord.ts';
import { lastChangeOf } from '../last-change-of.ts';
import { loadDirectory } from '../load-directory.ts';
import type { PlansSeen } from '../partnerships-answer.ts';
import { cutFor } from '../plan-answer.ts';
import { plansNaming } from '../plans-naming.ts';
import { resolveQuestion } from '../resolve-question.ts';
import { dueEntry, inOrder, type PageAddresses } from './calendar-entries.ts';
import { stampOf } from './plan-calendar.ts';

/** Whose calendar it is: the ids that stand for them and for their organisations, among everybody. */
type Whose = Readonly<{ ids: ReadonlySet<string>; directory: Directory; asOf: LocalDate }>;

const known = (directory: Directory, party: PartyId): E.Either<Failure, string> => {
  const canonical = canonicalParty(directory)(party);
  return directory.has(canonical)
    ? E.right(canonical)
    : E.left(missing(`There is no person or organisation "${party}".`, 'party'));
};

/** A plan that is not there on that date, or no more, has no dates for anybody. */
const inPlan =
  (deps: Readable, { ids, directory, asOf }: Whose, addresses: PageAddresses) =>
  (plan: PlanId): E.Either<Failure, ReadonlyArray<CalendarEntry>> =>
    pipe(
      E.Do,
      E.bind('question', () => resolveQuestion(deps)(plan, { asOf })),
      E.bind('facts', ({ question }) => pipe(cutFor(deps, question), E.map(planFactsOf))),
      E.bind('changed', ({ question }) =>
        lastChangeOf(deps)(streamOf('plan', plan), undefined, question.point.knownAt),
      ),
      E.map(({ facts, changed }) =>
        dueUpdatesOf(facts, asOf)
          .filter(({ owners }) => owners.some((id) => ids.has(id)))
          .map(dueEntry({ id: plan, title: facts.title, changed }, directory, addresses, true)),
      ),
      E.orElse((failure) => (failure._tag === 'Missing' ? E.right([]) : E.left(failure))),
    );

/**
 * The dates of somebody's own work as of today, in every plan that may be seen: updates due of the open actions that
 * they or an organisation of theirs lead (or support, where nobody leads), updates that they are asked for, and by
 * when it is to be done.
 * @param seen only these plans, where not all may be seen
 */
export const partyCalendar =
  (deps: Readable, addresses: PageAddresses) =>
  (party: PartyId, seen: PlansSeen = 'all'): E.Either<Failure, Calendar> =>
    pipe(
      E.Do,
      E.let('asOf', () => deps.clock.today(usualTimeZone)),
      E.bind('directory', () => loadDirectory(deps)),
      E.bind('id', ({ directory }) => known(directory, party)),
      E.let('ids', ({ directory, id }) => partiesOf(directory, id)),
      E.bind('plans', ({ ids }) =>
        pipe(
          plansNaming(deps, ids, seen),
          E.map((plans) => plans.toSorted()),
        ),
      ),
      E.bind('found', ({ plans, ...whose }) =>
        pipe(
          plans,
          E.traverseArray(inPlan(deps, whose, addresses)),
          E.map((some) => some.flat()),
        ),
      ),
      E.map(({ asOf, directory, id, found }): Calendar => {
        const name = nameOf(directory)(id);
        return {
          name: `${name}: updates due`,
          description: `Updates due and timescales of what ${name} answers for.`,
          stamp: stampOf(deps, asOf, usualTimeZone),
          entries: inOrder(found),
        };
      }),
    );
