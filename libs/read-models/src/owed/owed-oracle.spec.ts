import {
  ActionClosed,
  ActionCreated,
  ActionReopened,
  DomainEvent,
  NoteAdded,
  OwnerAssigned,
  OwnerReleased,
  PlanClosed,
  PlanPeriodSet,
  RatingChanged,
  TimescaleRemoved,
  TimescaleSet,
  UpdateCadenceSet,
  UpdateGiven,
  UpdateRequested,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import {
  aPlan,
  arbitraryEvent,
  eventsOf,
  fewLeaves,
  must,
  stateAfter,
} from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { planFactsOf, type PlanFacts } from '../plan-state/plan-facts.ts';
import { owedOn } from './owed.ts';

const dayMs = 24 * 60 * 60 * 1000;

const lastDayOf = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** So many months later, by counting months on one's fingers. */
const monthsLater = (date: string, months: number): string => {
  let [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  for (let count = 0; count < months; count += 1) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const day = Math.min(Number(date.slice(8)), lastDayOf(year, month));
  return [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
};

const daysLate = (due: string, on: string): number =>
  due >= on ? 0 : Math.round((Date.parse(on) - Date.parse(due)) / dayMs);

/** Who owes what, written down again from decision 0023 alone. */
const plainlyOwed = (plan: PlanFacts, on: string): ReadonlyArray<unknown> => {
  const owed: Array<unknown> = [];
  if (plan.status === 'closed') return owed;
  const end = plan.period?.latest;
  if (end !== undefined && end < on) {
    owed.push(['plan', null, null, 'period ended', end, end, daysLate(end, on), null]);
    return owed;
  }
  for (const action of plan.actions) {
    if (action.status !== 'open') continue;
    const leads: Array<string | null> = [];
    const supporters: Array<string | null> = [];
    for (const { id, value } of action.owners) (value === 'lead' ? leads : supporters).push(id);
    let who = leads;
    if (who.length === 0) who = supporters;
    if (who.length === 0) who = [null];
    const add = (
      parties: ReadonlyArray<string | null>,
      reason: string,
      since: string,
      due: string,
      request: string | null,
    ) => {
      for (const party of parties)
        owed.push([
          ...[`action:${action.id}`, action.ref, party, reason],
          ...[since, due, daysLate(due, on), request],
        ]);
    };
    for (const { id, value } of action.requests)
      if (value.state === 'open')
        add(
          value.of.length === 0 ? [null] : value.of,
          'asked',
          value.askedOn,
          value.dueOn === undefined ? value.askedOn : value.dueOn,
          id,
        );
    const news = action.lastUpdatedOn === null ? action.createdOn : action.lastUpdatedOn;
    const said = Object.entries(plan.cadence.byRating).find(([name]) => name === action.rating);
    const months = said === undefined ? plan.cadence.months : said[1];
    if (news !== null && months > 0) {
      const due = monthsLater(news, months);
      if (due < on) add(who, 'overdue', news, due, null);
    }
    if (action.rating === 'Not rated' && action.createdOn !== null)
      add(who, 'never rated', action.createdOn, action.createdOn, null);
    const by = action.timescale?.latest;
    if (by !== undefined && by < on) add(who, 'timescale passed', by, by, null);
  }
  return owed;
};

const any = arbitraryEvent(fewLeaves);
// As many months as a command takes.
const cadence = fc
  .tuple(any(UpdateCadenceSet), fc.integer({ min: 1, max: 24 }))
  .map(([event, months]) => must(DomainEvent)({ ...event, data: { ...event.data, months } }));
const events = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: any(ActionCreated) },
    { weight: 4, arbitrary: fc.oneof(any(RatingChanged), any(NoteAdded), any(TimescaleSet)) },
    { weight: 4, arbitrary: fc.oneof(any(OwnerAssigned), any(UpdateRequested)) },
    { weight: 2, arbitrary: fc.oneof(any(UpdateGiven), any(OwnerReleased), cadence) },
    {
      weight: 1,
      arbitrary: fc.oneof(any(ActionClosed), any(ActionReopened), any(TimescaleRemoved)),
    },
    { weight: 1, arbitrary: any(PlanPeriodSet) },
  ),
  { maxLength: 25 },
);

it('given any plan on any date, then who owes what is what a plain second reading of the rules finds', () => {
  const seen = new Map<string, number>();
  const dates = fc.constantFrom(
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-06-30',
    '2027-12-31',
  );
  const closes = fc.option(any(PlanClosed), { freq: 12 });
  fc.assert(
    fc.property(events, closes, dates, (some, closed, date) => {
      const past = [...eventsOf([aPlan]), ...some, ...(closed === null ? [] : [closed])];
      const plan = planFactsOf(stateAfter(past, date).cut);
      const found = owedOn(plan, must(LocalDate)(date));
      for (const { reason } of found) seen.set(reason, (seen.get(reason) ?? 0) + 1);
      expect(
        found.map(({ about, action, party, reason, since, dueOn, daysOverdue, request }) => [
          ...[about, action, party, reason, since, dueOn, daysOverdue, request],
        ]),
      ).toEqual(plainlyOwed(plan, date));
    }),
    { numRuns: 800 },
  );
  // What is made up does meet every rule.
  expect([...seen.keys()].toSorted()).toEqual([
    ...['asked', 'never rated', 'overdue', 'period ended', 'timescale passed'],
  ]);
});
