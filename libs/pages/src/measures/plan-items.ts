import type { PlanAnswer } from '@trackrecord/application';
import { itemName } from '@trackrecord/read-models';
import { actionPath } from '../action/action-links.ts';
import { titleParts } from '../action/title-parts.ts';
import { elsewhere, placeKey } from '../plan-places/plan-places.ts';
import { enablerValue } from '../plan/plan-choices.ts';

/** Something in a plan that a target, a data need or an indicator is about, as a reader knows it. */
export type PlanItem = Readonly<{
  /** Its name in assertions: `theme:2.3`. */
  subject: string;
  /** "Theme 2.3", "Indicator NI 112", "Action 27". */
  short: string;
  /** Its words; "" where `short` says it all. */
  title: string;
  /** The priority or enabler that it belongs to, as a key of a place. */
  place: string;
  /** Its own page, without dates; `null` where it has none. */
  href: string | null;
}>;

type Measured = Pick<
  PlanAnswer,
  'plan' | 'priorities' | 'enablers' | 'actions' | 'indicators' | 'targets'
>;

const placesOfHeadings = ({ priorities, enablers }: Measured): ReadonlyArray<PlanItem> => [
  ...priorities.flatMap(({ ref: priority, title, themes, results }) => {
    const belongs = { place: priority, href: null };
    return [
      { subject: `priority:${priority}`, ...itemName('Priority', priority, title), ...belongs },
      ...themes.map((theme) => ({
        subject: `theme:${theme.ref}`,
        ...itemName('Theme', theme.ref, theme.title),
        ...belongs,
      })),
      ...results.map((result) => ({
        subject: `result:${result.ref}`,
        ...itemName('Result', result.ref, result.title),
        ...belongs,
      })),
    ];
  }),
  ...enablers.map(({ ref, title }) => ({
    subject: `enabler:${ref}`,
    ...itemName('Enabler', ref, title),
    place: enablerValue(ref),
    href: null,
  })),
];

/** Assertions name an action by its first ref. */
const actionItems = ({ plan, actions }: Measured): ReadonlyArray<PlanItem> =>
  actions.map((action) => ({
    subject: `action:${action.knownAs[0] ?? action.ref}`,
    short: `Action ${action.ref}`,
    title: titleParts(action.title).first,
    place: placeKey(action),
    href: actionPath(plan.id, action.ref),
  }));

/** The address of an indicator of a plan. */
export const indicatorPath = (plan: string, indicator: string): string =>
  `/plans/${encodeURIComponent(plan)}/indicators/${encodeURIComponent(indicator)}`;

const withIndicators = (
  { plan, indicators }: Measured,
  before: ReadonlyMap<string, PlanItem>,
): ReadonlyArray<PlanItem> =>
  indicators.map(({ id, code, title, under }) => ({
    subject: `indicator:${id}`,
    short: code === null ? 'Indicator' : `Indicator ${code}`,
    title: title === code ? '' : title,
    place: before.get(under[0] ?? '')?.place ?? elsewhere.key,
    href: indicatorPath(plan.id, id),
  }));

/** What a target is called: its label, where it has one. */
export const targetName = ({ label }: Readonly<{ label: string }>): string =>
  label === '' ? 'Target' : `Target ${label.replace(/\.$/u, '')}`;

const withTargets = (
  { targets }: Measured,
  before: ReadonlyMap<string, PlanItem>,
): ReadonlyArray<PlanItem> =>
  targets.map((target) => ({
    subject: `target:${target.ref}`,
    short: targetName(target),
    title: target.words,
    place: before.get(target.under)?.place ?? elsewhere.key,
    href: null,
  }));

const bySubject = (items: ReadonlyArray<PlanItem>): ReadonlyMap<string, PlanItem> =>
  new Map(items.map((item) => [item.subject, item]));

/** Everything in a plan that something can be about, by its subject, in the plan's order. */
export const planItems = (plan: Measured): ReadonlyMap<string, PlanItem> => {
  const headings = bySubject([...placesOfHeadings(plan), ...actionItems(plan)]);
  const measured = new Map([...headings, ...bySubject(withIndicators(plan, headings))]);
  return new Map([...measured, ...bySubject(withTargets(plan, measured))]);
};

/** What a subject means, also where the plan does not have it (any more) on that date. */
export const itemOf = (items: ReadonlyMap<string, PlanItem>, subject: string): PlanItem => {
  const [kind = '', ...ref] = subject.split(':');
  return (
    items.get(subject) ?? {
      subject,
      short:
        subject === 'plan'
          ? 'The plan as a whole'
          : `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)} ${ref.join(':')}`.trim(),
      title: '',
      place: elsewhere.key,
      href: null,
    }
  );
};
