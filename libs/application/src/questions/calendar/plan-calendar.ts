import { addDays, type Instant, type LocalDate, type Ordinal } from '@trackrecord/kernel';
import {
  type Directory,
  dueUpdatesOf,
  type PlanFacts,
  planFactsOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../../failure.ts';
import type { Calendar, CalendarEntry } from '../../ports/calendar-writer.ts';
import { streamOf } from '../../streams.ts';
import type { Readable } from '../../trackrecord.ts';
import { lastChangeOf } from '../last-change-of.ts';
import { loadParties, partiesNamedBy } from '../load-parties.ts';
import { cutFor } from '../plan-answer.ts';
import type { Resolved } from '../resolve-question.ts';
import { type ReviewAnswer, reviewsAnswer } from '../reviews-answer.ts';
import {
  dueEntry,
  inOrder,
  type PageAddresses,
  periodEndEntry,
  reviewEntry,
} from './calendar-entries.ts';

/**
 * When a calendar of a day was said: as that day began, so that the same question has the same answer to the byte,
 * wherever and whenever that day it is asked.
 */
export const stampOf = (
  { clock }: Pick<Readable, 'clock'>,
  asOf: LocalDate,
  timeZone: string,
): Instant => clock.endOfDay(addDays(-1)(asOf), timeZone);

/** What a plan's calendar is made of. */
type Read = Readonly<{
  facts: PlanFacts;
  directory: Directory;
  reviews: ReadonlyArray<ReviewAnswer>;
  changed: Ordinal;
}>;

const entriesOf = (
  { plan: id, point: { asOf } }: Resolved,
  { facts, directory, reviews, changed }: Read,
  addresses: PageAddresses,
): ReadonlyArray<CalendarEntry> => {
  if (facts.status === 'closed') return [];
  const plan = { id, title: facts.title, changed };
  const end = facts.period?.latest;
  return inOrder([
    ...dueUpdatesOf(facts, asOf).map(dueEntry(plan, directory, addresses, false)),
    ...(end === undefined ? [] : [periodEndEntry(plan, end, addresses)]),
    ...reviews.map(reviewEntry(plan, addresses)),
  ]);
};

/**
 * A plan's dates: updates due, updates asked for, by when actions are to be done, reviews held, the period's end.
 * Nothing of closed or withdrawn actions, and nothing of a closed plan.
 */
export const planCalendar =
  (deps: Readable, addresses: PageAddresses) =>
  (question: Resolved): E.Either<Failure, Calendar> =>
    pipe(
      E.Do,
      E.bind('facts', () => pipe(cutFor(deps, question), E.map(planFactsOf))),
      E.bind('directory', ({ facts }) => loadParties(deps, partiesNamedBy(facts))),
      E.bind('reviews', () =>
        pipe(
          reviewsAnswer(deps)(question),
          E.map(({ reviews }) => reviews),
        ),
      ),
      E.bind('changed', () =>
        lastChangeOf(deps)(streamOf('plan', question.plan), undefined, question.point.knownAt),
      ),
      E.map((read): Calendar => ({
        name: `${read.facts.title}: dates`,
        description: `Updates due, timescales and reviews of ${read.facts.title}.`,
        stamp: stampOf(deps, question.point.asOf, read.facts.timeZone),
        entries: entriesOf(question, read, addresses),
      })),
    );
