import { notRated } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import {
  canonicalParty,
  dateInWords,
  type Directory,
  type DueReason,
  type DueUpdate,
  nameOf,
} from '@trackrecord/read-models';
import type { CalendarEntry } from '../../ports/calendar-writer.ts';

/** Where somebody reads more: the address of an action's page, or of a page of its plan; `null` where none is known. */
export type PageAddresses = Readonly<{
  action: (plan: string, ref: string) => string | null;
  plan: (plan: string) => string | null;
  reviews: (plan: string) => string | null;
}>;

/** For a calendar that is written where nobody knows of a server. */
export const noAddresses: PageAddresses = {
  action: () => null,
  plan: () => null,
  reviews: () => null,
};

/**
 * The pages of a server. Whoever opens one from their calendar signs in there first.
 * @param origin where people reach it: `https://plans.example`
 */
export const addressesAt = (origin: string): PageAddresses => {
  const ofPlan = (plan: string): string => `${origin}/plans/${encodeURIComponent(plan)}`;
  return {
    action: (plan, ref) => `${ofPlan(plan)}/actions/${encodeURIComponent(ref)}`,
    plan: ofPlan,
    reviews: (plan) => `${ofPlan(plan)}/reviews`,
  };
};

/** Which plan an entry is of, and the ordinal at which that was last changed. */
export type EntryPlan = Readonly<{ id: string; title: string; changed: number }>;

/** A title or a request may be pages long; in a calendar its beginning is enough. */
const mostShown = 500;

const beginningOf = (text: string): string => {
  if (text.length <= mostShown) return text;
  const cut = text.slice(0, mostShown);
  const words = cut.replace(/\s+\S*$/u, '');
  return `${(words === '' ? cut : words).toWellFormed()} …`;
};

/** An entry's own name among all of all plans: what it is of, by ids that stay. */
const uidOf = (kind: string, ...ids: ReadonlyArray<string>): string =>
  [kind, ...ids].map((part) => encodeURIComponent(part.toWellFormed())).join('/');

const lines = (...all: ReadonlyArray<string | null>): string =>
  all.filter((line) => line !== null && line !== '').join('\n');

type Said = Readonly<{ uid: string; summary: string; why: string; category: string }>;

const saidOf = (plan: EntryPlan, { action, dueOn, ref }: DueUpdate, reason: DueReason): Said => {
  switch (reason._tag) {
    case 'Cadence':
      return {
        uid: uidOf('update-due', plan.id, action),
        summary: `Update due: action ${ref}`,
        why: `An update is due on ${dateInWords(dueOn)}. The last news was on ${dateInWords(reason.since)}.`,
        category: 'Updates due',
      };
    case 'Asked':
      return {
        uid: uidOf('update-asked', plan.id, action, reason.request),
        summary: `Update asked for: action ${ref}`,
        why: `Asked on ${dateInWords(reason.askedOn)}: “${beginningOf(reason.words)}”`,
        category: 'Updates asked for',
      };
    case 'Timescale':
      return {
        uid: uidOf('to-be-done', plan.id, action),
        summary: `To be done by ${dateInWords(dueOn)}: action ${ref}`,
        why: `The plan says: “${beginningOf(reason.asWritten)}”`,
        category: 'Timescales',
      };
  }
};

const ownersIn = (directory: Directory, owners: ReadonlyArray<string>): string => {
  const names = [...new Set(owners.map((id) => nameOf(directory)(canonicalParty(directory)(id))))];
  return names.length === 0 ? 'Owner: nobody is named' : `Owner: ${names.join(', ')}`;
};

/**
 * The date of an action as an entry.
 * @param withPlan whether the summary names the plan: in a calendar of several plans one number is several actions'
 */
export const dueEntry =
  (plan: EntryPlan, directory: Directory, addresses: PageAddresses, withPlan: boolean) =>
  (due: DueUpdate): CalendarEntry => {
    const { uid, summary, why, category } = saidOf(plan, due, due.reason);
    const url = addresses.action(plan.id, due.ref);
    return {
      uid,
      on: due.dueOn,
      summary: withPlan ? `${summary}, ${plan.title}` : summary,
      description: lines(
        beginningOf(due.title),
        why,
        ownersIn(directory, due.owners),
        due.rating === notRated ? 'Not rated so far' : `Last rating: ${due.rating}`,
        `Plan: ${plan.title}`,
        url,
      ),
      url,
      category,
      revision: plan.changed,
    };
  };

/** A board's review of a plan as an entry. */
export const reviewEntry =
  (plan: EntryPlan, addresses: PageAddresses) =>
  ({ on, ordinal }: Readonly<{ on: LocalDate; ordinal: number }>): CalendarEntry => {
    const url = addresses.reviews(plan.id);
    return {
      uid: uidOf('review', plan.id, on),
      on,
      summary: `Review held: ${plan.title}`,
      description: lines('The board reviewed the plan.', url),
      url,
      category: 'Reviews',
      revision: ordinal,
    };
  };

/** The last day of a plan's period as an entry. */
export const periodEndEntry = (
  plan: EntryPlan,
  on: LocalDate,
  addresses: PageAddresses,
): CalendarEntry => {
  const url = addresses.plan(plan.id);
  return {
    uid: uidOf('period-end', plan.id),
    on,
    summary: `Period ends: ${plan.title}`,
    description: lines('Close the plan, or carry its actions forward into a successor.', url),
    url,
    category: 'Plan',
    revision: plan.changed,
  };
};

/** By date; on one date as they stand in the plan. */
export const inOrder = (entries: ReadonlyArray<CalendarEntry>): ReadonlyArray<CalendarEntry> =>
  entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
