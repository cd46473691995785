import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { itemName } from '@trackrecord/read-models';
import { enablerValue } from '../plan/plan-choices.ts';

/** A priority or an enabler of a plan as a heading of a page: where actions stand. */
export type PlanPlace = Readonly<{
  /** As an address names it: "7a", "enabler:A"; "" for what is under neither. */
  key: string;
  /** The heading's id in its page. */
  id: string;
  /** "Priority 7a". */
  short: string;
  /** Its words; "" where `short` says it all. */
  title: string;
}>;

/** Under no priority and no enabler. */
export const elsewhere: PlanPlace = {
  key: '',
  id: 'elsewhere',
  short: 'Under no priority',
  title: '',
};

const anchor = (kind: string, ref: string): string =>
  `${kind}-${ref.replace(/[^\p{L}\p{N}]+/gu, '-')}`;

/** Priorities and enablers in the plan's order. */
export const planPlaces = ({
  priorities,
  enablers,
}: Pick<PlanAnswer, 'priorities' | 'enablers'>): ReadonlyArray<PlanPlace> => [
  ...priorities.map(({ ref, title }) => ({
    key: ref,
    id: anchor('priority', ref),
    ...itemName('Priority', ref, title),
  })),
  ...enablers.map(({ ref, title }) => ({
    key: enablerValue(ref),
    id: anchor('enabler', ref),
    ...itemName('Enabler', ref, title),
  })),
];

/** Where an action stands, as a key of a place. */
export const placeKey = ({ under }: Pick<ActionAnswer, 'under'>): string =>
  under.priority ?? (under.enabler === null ? '' : enablerValue(under.enabler));

/** Things by the place that they stand at, in the places' order; what stands at none of them comes last. */
export const byPlace = <Thing>(
  places: ReadonlyArray<PlanPlace>,
  things: ReadonlyArray<Thing>,
  keyOf: (thing: Thing) => string,
): ReadonlyArray<Readonly<{ place: PlanPlace; things: ReadonlyArray<Thing> }>> => {
  const known = new Set(places.map(({ key }) => key));
  const found = Map.groupBy(things, (thing) => {
    const key = keyOf(thing);
    return known.has(key) ? key : elsewhere.key;
  });
  return [...places, elsewhere].flatMap((place) => {
    const some = found.get(place.key) ?? [];
    return some.length === 0 ? [] : [{ place, things: some }];
  });
};
