import type { KnownAt, Question } from '@trackrecord/application';

/** "known at" as an address and the date bar write it: a date, an instant or an ordinal. */
export const knownAtText = (knownAt: KnownAt): string => {
  switch (knownAt._tag) {
    case 'AtOrdinal':
      return String(knownAt.ordinal);
    case 'AtInstant':
      return knownAt.instant;
    case 'AtEndOf':
      return knownAt.date;
  }
};

const dateParameters = ['asOf', 'knownAt', 'asIn'] as const;

/** The part of an address that links keep while moving between pages; empty on today. */
export const dateQuery = ({ asOf, knownAt, asIn }: Question): string => {
  const query = new URLSearchParams();
  if (asOf !== undefined) query.set('asOf', asOf);
  if (knownAt !== undefined) query.set('knownAt', knownAtText(knownAt));
  if (asIn !== undefined) query.set('asIn', asIn);
  return query.toString();
};

const partsOf = (href: string): Readonly<{ path: string; query: string; hash: string }> => {
  const hash = href.includes('#') ? href.slice(href.indexOf('#')) : '';
  const rest = href.slice(0, href.length - hash.length);
  const mark = rest.indexOf('?');
  return mark < 0
    ? { path: rest, query: '', hash }
    : { path: rest.slice(0, mark), query: rest.slice(mark + 1), hash };
};

/** An address of our own with the dates of a question, and without any that it had before. */
export const withDates = (href: string, question: Question): string => {
  const { path, query, hash } = partsOf(href);
  const kept = new URLSearchParams(query);
  dateParameters.forEach((name) => kept.delete(name));
  const all = [kept.toString(), dateQuery(question)].filter((part) => part !== '').join('&');
  return `${path}${all === '' ? '' : `?${all}`}${hash}`;
};

/** An address without its dates, in parts: for a form that asks for dates and keeps everything else. */
export const withoutDates = (
  href: string,
): Readonly<{ path: string; kept: ReadonlyArray<Readonly<{ name: string; value: string }>> }> => {
  const { path, query } = partsOf(href);
  const parameters = new URLSearchParams(query);
  dateParameters.forEach((name) => parameters.delete(name));
  return { path, kept: [...parameters].map(([name, value]) => ({ name, value })) };
};
