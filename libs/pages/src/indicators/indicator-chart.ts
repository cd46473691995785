import type { IndicatorInFull } from '@trackrecord/application';
import { columnsDrawn } from '@trackrecord/read-models';
import { chartFigure } from '../chart/chart-figure.ts';
import { lineChart } from '../chart/line-chart.ts';
import { listInWords } from '../words/list-in-words.ts';
import type { ValuesView } from './indicator-values.ts';

/** More lines than this nobody tells apart. */
const mostLines = 6;

/** The chart as HTML, and what it leaves out; `null` where there is nothing that a line could show. */
export type IndicatorChart = Readonly<{ html: string; leavesOut: string }> | null;

/** The values of an indicator as lines; the table beside it holds every one of them. */
export const indicatorChart = (
  { definition, id }: Pick<IndicatorInFull, 'definition' | 'id'>,
  { periods, columns }: ValuesView,
): IndicatorChart => {
  if (periods.length < 2) return null;
  const drawn = columnsDrawn(columns, mostLines);
  const title = definition.title ?? id;
  const span = `from ${periods[0] ?? ''} to ${periods.at(-1) ?? ''}`;
  const svg = lineChart({
    id: 'series',
    title: `${title} ${span}`,
    description: `Lines for ${listInWords(
      drawn.map(({ name }) => name),
      'and',
    )}. The table below holds every value.`,
    unit: definition.unit ?? 'Value',
    periods,
    series: drawn.map(({ name, numbers }) => ({ name, values: numbers })),
  });
  const left = columns.filter((column) => !drawn.includes(column)).map(({ name }) => name);
  return {
    html: chartFigure(svg, `Chart: ${title} ${span}`, 'Every value is in the table below.'),
    leavesOut:
      left.length === 0
        ? ''
        : `The picture leaves out ${listInWords(left, 'and')}: choose a place or a breakdown to see them.`,
  };
};
