import type { WorkbookAnswer } from '@trackrecord/application';
import { itemInWords } from '@trackrecord/read-models';

type Of = Pick<WorkbookAnswer, 'plan' | 'ids'>;

const headings = ({ plan: { priorities, enablers } }: Of): ReadonlyArray<[string, string]> => [
  ...priorities.flatMap(({ ref, title, themes, results }): ReadonlyArray<[string, string]> => [
    [`priority:${ref}`, itemInWords('Priority', ref, title)],
    ...themes.map((theme): [string, string] => [
      `theme:${theme.ref}`,
      itemInWords('Theme', theme.ref, theme.title),
    ]),
    ...results.map((result): [string, string] => [
      `result:${result.ref}`,
      itemInWords('Result', result.ref, result.title),
    ]),
  ]),
  ...enablers.map(({ ref, title }): [string, string] => [
    `enabler:${ref}`,
    itemInWords('Enabler', ref, title),
  ]),
];

const measured = ({ plan: { actions, indicators, targets }, ids }: Of) => [
  ...actions.map(({ ref, title }): [string, string] => [
    `action:${ids.get(ref) ?? ref}`,
    itemInWords('Action', ref, title),
  ]),
  ...indicators.map(({ id, code, title }): [string, string] => [
    `indicator:${id}`,
    code === null ? `Indicator: ${title}` : itemInWords('Indicator', code, title),
  ]),
  ...targets.map(({ ref, label, words }): [string, string] => [
    `target:${ref}`,
    itemInWords('Target', label === '' ? ref : label.replace(/\.$/u, ''), words),
  ]),
];

/** What everything in a plan that something can be about is called, by its subject: "Priority 2: Be healthy". */
export const planItems = (of: Of): ReadonlyMap<string, string> =>
  new Map([['plan', 'The plan as a whole'], ...headings(of), ...measured(of)]);

/** What a subject is called; by itself where the plan does not have it on that date. */
export const itemOf = (items: ReadonlyMap<string, string>, subject: string): string => {
  const [kind = '', ...ref] = subject.split(':');
  return (
    items.get(subject) ??
    `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)} ${ref.join(':')}`.trim()
  );
};
