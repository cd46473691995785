import type { PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  canonicalParty,
  planFactsOf,
  type PartyPunctuality,
  type Punctuality,
  punctualityIn,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import { type Failure, invalid } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import { type NamedParty, namedParty } from '../questions/naming.ts';
import { cutFor } from '../questions/plan-answer.ts';
import { resolveQuestion } from '../questions/resolve-question.ts';
import type { Readable } from '../trackrecord.ts';
import { listRuns, loadRun } from './reminder-streams.ts';

/** Who answers in time what a plan's reminders ask of them. */
export type PunctualityAnswer = Readonly<{
  plan: PlanId;
  title: string;
  /** The day that overdue is counted on, in the plan's zone. */
  asOf: LocalDate;
  ordinal: Ordinal;
  all: Omit<Punctuality, 'parties'>;
  /** By name. */
  parties: ReadonlyArray<Omit<PartyPunctuality, 'party'> & Readonly<{ party: NamedParty }>>;
}>;

/** The first and the last day on which something was asked for first; all days where they are not said. */
export type PunctualityPeriod = Readonly<{
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
}>;

const collator = new Intl.Collator('en', { numeric: true });

const inOrder = ({ from, to }: PunctualityPeriod): E.Either<Failure, null> =>
  from !== undefined && to !== undefined && to < from
    ? E.left(invalid(`The last day, ${to}, is before the first, ${from}.`, 'to'))
    : E.right(null);

/** Who answers in time on a plan, by quarters, and by the names that people have now. */
export const punctualityAnswer =
  (deps: Readable) =>
  (plan: PlanId, period: PunctualityPeriod = {}): E.Either<Failure, PunctualityAnswer> =>
    pipe(
      inOrder(period),
      E.bindTo('order'),
      E.bind('resolved', () => resolveQuestion(deps)(plan, {})),
      E.bind('facts', ({ resolved }) =>
        pipe(cutFor(deps, resolved, ['exists', 'title']), E.map(planFactsOf)),
      ),
      E.bind('days', () => listRuns(deps, plan)),
      E.bind('runs', ({ days, resolved }) =>
        pipe(
          // What was asked within the days may have been answered after them.
          days.filter((day) => period.from === undefined || day >= period.from),
          E.traverseArray((day) => loadRun(deps, plan, day, resolved.point.knownAt)),
          E.map(RA.compact),
        ),
      ),
      E.bind('directory', ({ runs }) =>
        loadParties(
          deps,
          runs.flatMap(({ messages }) => messages.map(({ to }) => to)),
        ),
      ),
      E.map(({ resolved: { point }, facts, runs, directory }) => {
        const { parties, ...all } = punctualityIn(runs, {
          today: point.asOf,
          ...period,
          canonical: canonicalParty(directory),
        });
        return {
          plan,
          title: facts.title,
          asOf: point.asOf,
          ordinal: point.knownAt,
          all,
          parties: parties
            .map(({ party, ...theirs }) => ({ party: namedParty(directory)(party), ...theirs }))
            .toSorted((a, b) => collator.compare(a.party.name, b.party.name)),
        };
      }),
    );
