import { field, JsonNumber, memberField } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { Ref, Subject, Text } from '../words.ts';

/** The indicator as the subject of its own stream. */
export const indicator = 'indicator';
export const indicatorExists = field('exists', t.literal(true));
/** A code of a national or county set, "NI 112". */
export const indicatorCode = field('code', Ref);
export const indicatorTitle = field('title', Text);
export const indicatorUnit = field('unit', Text);
export const Direction = t.keyof(
  { 'higher is better': null, 'lower is better': null },
  'Direction',
);
export type Direction = t.TypeOf<typeof Direction>;
export const indicatorDirection = field('direction', Direction);
export const indicatorGeography = field('geography', Text);
/** The lines that an indicator is broken down into: "In the area where they live". */
export const indicatorBreakdowns = field('breakdowns', t.readonlyArray(Text));

/** One value for one period, place and breakdown; the value stands as written beside its number. */
export const Observation = t.intersection(
  [
    t.type({
      value: JsonNumber,
      period: Text,
      status: t.keyof({ provisional: null, final: null }),
    }),
    t.partial({ geography: Text, breakdown: Text, source: Text }),
  ],
  'Observation',
);
export type Observation = t.TypeOf<typeof Observation>;
export const observation = memberField('observation', Observation);

/** The county's, the nation's or another's value to hold an indicator against. */
export const Comparator = t.intersection(
  [t.type({ of: Text, value: JsonNumber, period: Text }), t.partial({ source: Text })],
  'Comparator',
);
export type Comparator = t.TypeOf<typeof Comparator>;
export const comparator = memberField('comparator', Comparator);

// What one plan says of an indicator stands in the plan's own stream, so that an import is one append.

/** What an indicator measures in this plan: a priority, a theme, a result, an action. */
export const indicatorLink = memberField('link', Subject);
/** Where the plan started from: in its own words, with the number where they hold one. */
export const Baseline = t.intersection(
  [t.type({ asWritten: Text }), t.partial({ value: JsonNumber, period: Text })],
  'Baseline',
);
export type Baseline = t.TypeOf<typeof Baseline>;
export const indicatorBaseline = field('baseline', Baseline);
/** The story behind the baseline, told of an indicator, a result or a priority. */
export const story = memberField('story', Text);
