import type { IndicatorInFull, ObservationLine } from '@trackrecord/application';
import type { IndicatorLinks } from './indicator-links.ts';

/** One entry of what was recorded of an indicator's values. */
export type ValueEntry = Readonly<{
  ordinal: number;
  sentence: string;
  isTakenBack: boolean;
  source: string;
  wrongHref: string | null;
}>;

const entryOf =
  ({ form }: IndicatorLinks) =>
  ({ ordinal, sentence, retracted, source }: ObservationLine): ValueEntry => ({
    ordinal,
    sentence: `${sentence}.`,
    isTakenBack: retracted !== null,
    source: source ?? '',
    wrongHref:
      form === null || retracted !== null ? null : form('retract', { ordinal: String(ordinal) }),
  });

/** Everything that was ever recorded of the values that hold, the newest first. */
export const valueEntries = (
  { series }: Pick<IndicatorInFull, 'series'>,
  links: IndicatorLinks,
): ReadonlyArray<ValueEntry> =>
  series
    .flatMap(({ history }) => history)
    .toSorted((a, b) => b.ordinal - a.ordinal)
    .map(entryOf(links));
