import type { Baseline } from '@trackrecord/domain';
import type { IndicatorDefinition } from './indicator-state.ts';
import { seriesKey, seriesNamed } from './series-of.ts';
import { trendWords } from './trend-words.ts';
import { valueWords } from './value-words.ts';

/** Where an indicator stands, in words. */
export type Headline = Readonly<{
  /** "412 families". */
  value: string;
  period: string;
  /** "girls", "Harbour": where only a part is known, or another place than the indicator's own; else "". */
  of: string;
  isProvisional: boolean;
  /** "up by 32 from 380 in 2024/25: better"; "" where there is nothing before it. */
  trend: string;
}>;

type Stands = Readonly<{
  definition: IndicatorDefinition;
  baseline: Baseline | null;
  /** In the order of their periods. */
  observed: ReadonlyArray<
    Readonly<{
      value: number;
      period: string;
      status: string;
      geography?: string | null | undefined;
      breakdown?: string | null | undefined;
    }>
  >;
}>;

/** The latest value of the widest series, and how it differs from the one before; `null` where there is no value. */
export const headlineOf = ({ definition, observed, baseline }: Stands): Headline | null => {
  const [widest] = seriesNamed(observed, definition);
  if (widest === undefined) return null;
  const [last, before] = observed
    .filter((one) => seriesKey(one, definition) === widest.key)
    .toReversed();
  if (last === undefined) return null;
  const isOfAll =
    widest.breakdown === null &&
    (widest.geography === null || widest.geography === definition.geography);
  const from =
    before ??
    (baseline?.value === undefined || baseline.period === undefined
      ? undefined
      : { value: baseline.value, period: baseline.period });
  return {
    value: valueWords(last.value, definition),
    period: last.period,
    of: isOfAll ? '' : widest.name,
    isProvisional: last.status === 'provisional',
    trend:
      from === undefined || from.period === last.period
        ? ''
        : trendWords(last, from, definition.direction),
  };
};
