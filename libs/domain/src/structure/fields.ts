import { field, memberField } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { Timescale } from '../timescale.ts';
import { Ref, Text } from '../words.ts';

/** The items that actions stand under: priorities, themes, enablers and results. */
export const itemExists = field('exists', t.literal(true));
export const itemTitle = field('title', Text);
/** What a priority stands for in another's words, as the plan quotes them under its heading. */
export const priorityStatement = field('statement', Text);
/** The priority that a theme or a result belongs to. */
export const itemPriority = field('priority', Ref);

/** What a result is measured by: from which value to which, by when, in the words of the plan. */
export const Measure = t.partial({ baseline: Text, target: Text, timescale: Timescale }, 'Measure');
export type Measure = t.TypeOf<typeof Measure>;
export const resultMeasure = field('measure', Measure);

/** An outcome of an outside framework that a priority serves; `inferred` where the plan does not say so itself. */
export const OutcomeLink = t.intersection(
  [
    t.type({ framework: Text, title: Text, basis: t.keyof({ said: null, inferred: null }) }),
    t.partial({ ref: Ref }),
  ],
  'OutcomeLink',
);
export type OutcomeLink = t.TypeOf<typeof OutcomeLink>;
export const outcomeLink = memberField('outcome', OutcomeLink);
