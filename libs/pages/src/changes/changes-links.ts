import type { Question } from '@trackrecord/application';
import { knownAtText, withDates } from '../frame/date-query.ts';
import type { AgendaKind } from './change-kinds.ts';

/** The first end of a comparison. */
export type FirstEnd = Pick<Question, 'asOf' | 'knownAt'>;

const firstEndQuery = ({ asOf, knownAt }: FirstEnd): URLSearchParams => {
  const query = new URLSearchParams();
  if (asOf !== undefined) query.set('from', asOf);
  if (knownAt !== undefined) query.set('fromKnownAt', knownAtText(knownAt));
  return query;
};

/** The page of what changed between two ends; the second one is the page's own dates. */
export const changesHref = (
  plan: string,
  from: FirstEnd,
  to: Question,
  kinds: ReadonlyArray<AgendaKind> = [],
): string => {
  const query = firstEndQuery(from);
  kinds.forEach((kind) => {
    query.append('kind', kind);
  });
  const asked = query.toString();
  return withDates(
    `/plans/${encodeURIComponent(plan)}/changes${asked === '' ? '' : `?${asked}`}`,
    to,
  );
};
