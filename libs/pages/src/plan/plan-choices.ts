import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { itemInWords } from '@trackrecord/read-models';
import { worstFirst } from '../rating/rating-rank.ts';

/** One entry of a select: what the address says, and how a reader sees it. */
export type Choice = Readonly<{ value: string; text: string }>;

/** What a plan's actions may be filtered by, as the plan stands on the page's dates. */
export type PlanChoices = Readonly<{
  /** Worst first. */
  ratings: ReadonlyArray<string>;
  /** Priorities by their refs ("7a"), enablers as "enabler:A", in the plan's order. */
  places: ReadonlyArray<Choice>;
  /** By party id; two spellings of one name are one choice. */
  owners: ReadonlyArray<Choice>;
}>;

/** The value of the owner filter that asks for actions without any. No party has this id. */
export const nobody = 'nobody';

/** The value of the priority filter that asks for an enabler. */
export const enablerValue = (ref: string): string => `enabler:${ref}`;

const collator = new Intl.Collator('en', { numeric: true });

const shortened = (text: string): string => (text.length <= 70 ? text : `${text.slice(0, 67)}…`);

const ownersIn = (actions: ReadonlyArray<ActionAnswer>): ReadonlyArray<Choice> => {
  const byName = new Map(
    actions
      .flatMap(({ owners }) => owners)
      .toReversed()
      .map(({ name, party }) => [name, party] as const),
  );
  return [...byName]
    .map(([text, value]) => ({ value, text }))
    .toSorted((a, b) => collator.compare(a.text, b.text));
};

/** What there is to choose from in a plan. */
export const planChoices = ({
  counts,
  priorities,
  enablers,
  actions,
}: PlanAnswer): PlanChoices => ({
  ratings: worstFirst([
    ...new Set([...Object.keys(counts.byRating), notRated, ...actions.map((one) => one.rating)]),
  ]),
  places: [
    ...priorities.map(({ ref, title }) => ({
      value: ref,
      text: shortened(itemInWords('Priority', ref, title)),
    })),
    ...enablers.map(({ ref, title }) => ({
      value: enablerValue(ref),
      text: shortened(itemInWords('Enabler', ref, title)),
    })),
  ],
  owners: ownersIn(actions),
});
