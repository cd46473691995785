import type { LocalDate } from '@trackrecord/kernel';

const base = (plan: string): string => `/plans/${encodeURIComponent(plan)}`;

/** The plan as a board saw it. */
export const seenPath = (
  plan: string,
  { on, lookedAt }: Readonly<{ on: LocalDate; lookedAt: number }>,
): string => `${base(plan)}?asOf=${on}&knownAt=${lookedAt}`;

/** The form that says that a review was held, filled in beforehand. */
export const holdPath = (
  plan: string,
  { on, lookedAt }: Readonly<{ on: LocalDate | null; lookedAt: number | null }>,
): string => {
  const query = new URLSearchParams({
    ...(on === null ? {} : { on }),
    ...(lookedAt === null ? {} : { lookedAt: String(lookedAt) }),
  }).toString();
  return `${base(plan)}/review/hold${query === '' ? '' : `?${query}`}`;
};

/** What a review grid recorded, from one ordinal to another; `nothing`: the actions of which nothing new was said. */
export const recordedPath = (
  plan: string,
  { from, upTo, nothing }: Readonly<{ from: number; upTo: number; nothing: ReadonlyArray<string> }>,
): string => {
  const query = new URLSearchParams({ from: String(from), upTo: String(upTo) });
  nothing.forEach((ref) => {
    query.append('nothing', ref);
  });
  return `${base(plan)}/review/recorded?${query.toString()}`;
};
