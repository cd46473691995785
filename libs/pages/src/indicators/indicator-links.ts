import type { Question } from '@trackrecord/application';
import { withDates } from '../frame/date-query.ts';
import { indicatorPath } from '../measures/plan-items.ts';

/** Where an indicator's page leads. All but its forms keep the dates. */
export type IndicatorLinks = Readonly<{
  dated: (href: string) => string;
  /** The page itself, asked otherwise: "?geography=Harbour". */
  here: (asked: string) => string;
  /** A form that changes it; `null` where nothing may be changed. */
  form: ((name: string, query?: Readonly<Record<string, string>>) => string) | null;
}>;

export const indicatorLinks = (
  plan: string,
  indicator: string,
  question: Question,
  mayChange: boolean,
): IndicatorLinks => {
  const path = indicatorPath(plan, indicator);
  return {
    dated: (href) => withDates(href, question),
    here: (asked) => withDates(`${path}${asked}`, question),
    form: mayChange
      ? (name, query = {}) => {
          const filled = new URLSearchParams(query).toString();
          return `${path}/${name}${filled === '' ? '' : `?${filled}`}`;
        }
      : null,
  };
};
