import type { Destination, PlanAnswer } from '@trackrecord/application';
import { Ref } from '@trackrecord/domain';
import type { FormField, FormItem } from '@trackrecord/pages';
import { itemInWords } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import type { Filled } from '../filled.ts';
import { shortened } from './form-words.ts';
import { type ReadField, together, wrong } from './read-fields.ts';

type Structure = Pick<PlanAnswer, 'priorities' | 'enablers'>;

type Under = Readonly<{
  priority: string | null;
  theme: string | null;
  enabler: string | null;
  results: ReadonlyArray<string>;
}>;

/** Where an action may stand: priorities, each with its themes, and enablers. */
const placeItems = ({ priorities, enablers }: Structure): ReadonlyArray<FormItem> => [
  ...priorities.flatMap(({ ref, title, themes }) => [
    { value: `priority:${ref}`, text: shortened(itemInWords('Priority', ref, title), 90) },
    ...themes.map((theme) => ({
      value: `theme:${theme.ref}`,
      text: shortened(`– ${itemInWords('Theme', theme.ref, theme.title)}`, 90),
    })),
  ]),
  ...enablers.map(({ ref, title }) => ({
    value: `enabler:${ref}`,
    text: shortened(itemInWords('Enabler', ref, title), 90),
  })),
];

const resultItems = ({ priorities }: Structure): ReadonlyArray<FormItem> =>
  priorities.flatMap(({ results }) =>
    results.map(({ ref, title }) => ({
      value: ref,
      text: shortened(itemInWords('Result', ref, title), 160),
    })),
  );

const placeOf = ({ priority, theme, enabler }: Under): string => {
  if (theme !== null) return `theme:${theme}`;
  if (priority !== null) return `priority:${priority}`;
  return enabler === null ? '' : `enabler:${enabler}`;
};

const nowhere: Under = { priority: null, theme: null, enabler: null, results: [] };

/** The fields that say what an action stands under. */
export const placeFields = (
  plan: Structure,
  filled: Filled,
  label: string,
  under: Under = nowhere,
): ReadonlyArray<FormField> => {
  const results = resultItems(plan);
  return [
    {
      kind: 'select',
      field: 'place',
      label,
      value: filled.text('place', placeOf(under)),
      items: placeItems(plan),
      nothing: 'Choose a priority, a theme or an enabler',
    },
    ...(results.length === 0
      ? []
      : [
          {
            kind: 'checkboxes' as const,
            field: 'results',
            label: 'Which results does it serve?',
            hint: 'Results of the same priority.',
            values: filled.ticked('results', under.results),
            items: results,
          },
        ]),
  ];
};

const kinds = ['priority', 'theme', 'enabler'] as const;

const readPlace = (typed: string): ReadField<Destination> => {
  if (typed === '') return E.right({});
  const kind = kinds.find((one) => typed.startsWith(`${one}:`));
  const ref = kind === undefined ? '' : typed.slice(kind.length + 1);
  return kind !== undefined && Ref.is(ref)
    ? E.right({ [kind]: ref })
    : wrong('place', 'Where? Choose a priority, a theme or an enabler from the list.');
};

const readResults = (typed: ReadonlyArray<string>): ReadField<ReadonlyArray<Ref>> => {
  const refs = typed.filter(Ref.is);
  return refs.length === typed.length
    ? E.right(refs)
    : wrong('results', 'Which results? Choose from the list.');
};

/** What an action is to stand under, as it was filled in; whether it is there is for the plan to say. */
export const readDestination = (filled: Filled): ReadField<Destination> =>
  E.map(([place, results]: readonly [Destination, ReadonlyArray<Ref>]): Destination => ({
    ...place,
    results,
  }))(together(readPlace(filled.text('place')), readResults(filled.ticked('results'))));

/** Whether nothing was chosen for an action to stand under. */
export const isNowhere = ({ priority, theme, enabler, results = [] }: Destination): boolean =>
  [priority, theme, enabler].every((one) => one === undefined) && results.length === 0;

/** A place in words: "theme 2.3, result 2(ii)". */
export const destinationWords = ({
  priority,
  theme,
  enabler,
  results = [],
}: Destination): string => {
  const named = [
    ...(priority === undefined ? [] : [`priority ${priority}`]),
    ...(theme === undefined ? [] : [`theme ${theme}`]),
    ...(enabler === undefined ? [] : [`enabler ${enabler}`]),
    ...results.map((ref) => `result ${ref}`),
  ];
  return named.length === 0 ? 'no heading' : named.join(', ');
};

/** How failures about a place call the form's fields. */
export const placeFieldOf: Readonly<Record<string, string>> = {
  priority: 'place',
  theme: 'place',
  enabler: 'place',
};
