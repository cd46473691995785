import type { IndicatorInFull } from '@trackrecord/application';
import type { StandingLine } from '../change/change-form-page.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { longText } from '../words/long-text.ts';
import { valueWords } from './value-words.ts';

/** So many of its values, the last ones, stand beside a form. */
const shownValues = 6;

/** How an indicator stands, for whoever is about to change it. */
export const indicatorStanding = ({
  definition,
  baseline,
  series,
}: Pick<IndicatorInFull, 'definition' | 'baseline' | 'series'>): ReadonlyArray<StandingLine> => [
  ...(definition.code === null ? [] : [{ key: 'Code', html: escapeHtml(definition.code) }]),
  {
    key: 'Baseline',
    html: baseline === null ? 'Not set' : longText(baseline.asWritten, 160),
  },
  ...(series.length === 0
    ? [{ key: 'Values', html: 'None yet' }]
    : series.slice(-shownValues).map(({ period, geography, breakdown, value, status }) => ({
        key: [period, geography, breakdown].filter((part) => part !== null).join(', '),
        html: escapeHtml(
          `${valueWords(value, definition)}${status === 'provisional' ? ', provisional' : ''}`,
        ),
      }))),
];
