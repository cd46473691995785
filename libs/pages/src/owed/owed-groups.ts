import type { PlanAnswer } from '@trackrecord/application';
import { byPlace, placeKey, planPlaces } from '../plan-places/plan-places.ts';
import type { OwedLine } from './owed-lines.ts';
import type { OwedGrouping } from './owed-params.ts';

/** Lines below one heading. */
export type OwedGroup = Readonly<{
  id: string;
  heading: string;
  /** The same where there is little room. */
  short: string;
  /** What else is to be said of it; "" where nothing is. */
  about: string;
  /** Where the heading leads, as a path of ours; `null` where nowhere. */
  path: string | null;
  lines: ReadonlyArray<OwedLine>;
}>;

const collator = new Intl.Collator('en', { numeric: true });

const byParty = (lines: ReadonlyArray<OwedLine>): ReadonlyArray<OwedGroup> => {
  const named = Map.groupBy(lines, ({ party }) => party?.id ?? null);
  return [...named]
    .map(([id, some]) => ({ id, name: some[0]?.party?.name ?? '', some }))
    .toSorted((a, b) => (a.id === null ? 1 : b.id === null ? -1 : collator.compare(a.name, b.name)))
    .map(({ id, name, some }) =>
      id === null
        ? {
            id: 'nobody',
            heading: 'Nobody is named',
            short: 'Nobody is named',
            about: 'The plan’s manager answers for these.',
            path: null,
            lines: some,
          }
        : {
            id: `party-${id}`,
            heading: name,
            short: name,
            about: '',
            path: `/parties/${encodeURIComponent(id)}`,
            lines: some,
          },
    );
};

const byPlan = (
  lines: ReadonlyArray<OwedLine>,
  plans: ReadonlyMap<string, PlanAnswer>,
): ReadonlyArray<OwedGroup> =>
  [...Map.groupBy(lines, ({ plan }) => plan)]
    .map(([plan, some]) => ({
      id: `plan-${plan}`,
      heading: plans.get(plan)?.plan.title ?? plan,
      short: plans.get(plan)?.plan.title ?? plan,
      about: '',
      path: `/plans/${encodeURIComponent(plan)}/owed`,
      lines: some,
    }))
    .toSorted((a, b) => collator.compare(a.heading, b.heading));

const byPriority = (
  lines: ReadonlyArray<OwedLine>,
  plans: ReadonlyMap<string, PlanAnswer>,
): ReadonlyArray<OwedGroup> =>
  [...Map.groupBy(lines, ({ plan }) => plan)].flatMap(([plan, some]) => {
    const answer = plans.get(plan);
    if (answer === undefined) return [];
    const places = new Map(answer.actions.map((action) => [action.ref, placeKey(action)]));
    return byPlace(planPlaces(answer), some, ({ ref }) => places.get(ref) ?? '').map(
      ({ place, things }) => ({
        id: place.id,
        heading: place.title === '' ? place.short : `${place.short}: ${place.title}`,
        short: place.short,
        about: '',
        path: null,
        lines: things,
      }),
    );
  });

/** Lines in groups, each group's in the order in which they came. */
export const groupOwed = (
  lines: ReadonlyArray<OwedLine>,
  grouping: OwedGrouping,
  plans: ReadonlyMap<string, PlanAnswer>,
): ReadonlyArray<OwedGroup> => {
  switch (grouping) {
    case 'party':
      return byParty(lines);
    case 'plan':
      return byPlan(lines, plans);
    case 'priority':
      return byPriority(lines, plans);
    case 'none':
      return lines.length === 0
        ? []
        : [{ id: 'all', heading: 'All updates owed', short: 'All', about: '', path: null, lines }];
  }
};
