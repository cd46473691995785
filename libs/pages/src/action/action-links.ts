import type { Question } from '@trackrecord/application';
import { withDates } from '../frame/date-query.ts';

/** The address of an action; its ref may hold anything, slashes too. */
export const actionPath = (plan: string, ref: string): string =>
  `/plans/${encodeURIComponent(plan)}/actions/${encodeURIComponent(ref)}`;

/** The address of a form that changes an action: `rate`; `query` fills it in beforehand. */
export const actionFormPath = (
  plan: string,
  ref: string,
  form: string,
  query: Readonly<Record<string, string>> = {},
): string => {
  const asked = new URLSearchParams(query).toString();
  return `${actionPath(plan, ref)}/${form}${asked === '' ? '' : `?${asked}`}`;
};

/** Where an action's page leads; all but its forms keep the dates, and there is no form on a past date. */
export type ActionLinks = Readonly<{
  /** The same page, asked another way: "?field=rating#history". */
  here: (asked: string) => string;
  action: (ref: string) => string;
  form: (name: string, query?: Readonly<Record<string, string>>) => string;
  /** Another page of the plan: "/indicators". */
  within: (path: string) => string;
  party: (id: string) => string;
  /** The page as in a document, by its file name or its SHA-256. */
  asIn: (document: string) => string;
}>;

export const actionLinks = (plan: string, ref: string, question: Question): ActionLinks => {
  const own = actionPath(plan, ref);
  return {
    here: (asked) => withDates(`${own}${asked}`, question),
    action: (other) => withDates(actionPath(plan, other), question),
    form: (name, query) => actionFormPath(plan, ref, name, query),
    within: (path) => withDates(`/plans/${encodeURIComponent(plan)}${path}`, question),
    party: (id) => withDates(`/parties/${encodeURIComponent(id)}`, question),
    asIn: (document) => withDates(own, { asIn: document }),
  };
};
