import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from './must.ts';

/** An open action as an answer gives it, not rated, of nobody, under no priority. */
export const anActionAnswer = (ref: string, more: Partial<ActionAnswer> = {}): ActionAnswer => ({
  ref,
  number: null,
  label: `Action ${ref}.`,
  title: `Do ${ref}`,
  rating: 'Not rated',
  status: 'open',
  under: { priority: null, theme: null, enabler: null, results: [] },
  owners: [],
  timescale: null,
  createdOn: null,
  lastUpdatedOn: null,
  updateOwed: false,
  notes: [],
  requests: [],
  crossReferences: [],
  knownAs: [],
  ...more,
});

const countsOf = (actions: ReadonlyArray<ActionAnswer>): PlanAnswer['counts'] => ({
  actions: actions.length,
  byRating: Object.fromEntries(
    ['Red', 'Amber', 'Green', 'Not rated'].map((rating) => [
      rating,
      actions.filter((one) => one.rating === rating).length,
    ]),
  ),
  owed: actions.filter(({ updateOwed }) => updateOwed).length,
});

/** A plan as an answer gives it on 30 June 2026 at ordinal 100, with these actions and nothing else. */
export const aPlanAnswer = (
  actions: ReadonlyArray<ActionAnswer>,
  more: Partial<PlanAnswer> = {},
): PlanAnswer => ({
  plan: {
    id: 'harbour',
    title: 'Harbour Children’s Plan',
    period: null,
    status: 'open',
    successor: null,
    cadenceMonths: 3,
    cadenceByRating: {},
  },
  asOf: must(LocalDate)('2026-06-30'),
  knownAt: null,
  asIn: null,
  ordinal: must(Ordinal)(100),
  counts: countsOf(actions),
  priorities: [],
  enablers: [],
  targets: [],
  dataNeeds: [],
  indicators: [],
  glossary: [],
  narratives: [],
  crossReferences: [],
  actions,
  withdrawn: [],
  documents: [],
  ...more,
});

/** A priority as an answer gives it, without anything under it. */
export const aPriorityAnswer = (
  ref: string,
  more: Partial<PlanAnswer['priorities'][number]> = {},
): PlanAnswer['priorities'][number] => ({
  ref,
  title: `We will do ${ref}`,
  statement: null,
  outcomes: [],
  stories: [],
  themes: [],
  results: [],
  ...more,
});
