import { axisDomain, lineColour, ratingColours, type RatingTone } from '@trackrecord/read-models';
import { scaleLinear } from 'd3-scale';
import { type ChartLineDash, type ChartMarkerShape, ChartRun } from 'docx/charts';
import type { Lines, RatingBars } from '../paper/board-paper.ts';
import { bare, colours, type WordSetting } from './word-look.ts';
import { xmlWords } from './xml-words.ts';

// Word's own charts, not pictures: every program that opens .docx draws them, in any size, and people can edit them.

const font = { name: 'Arial' } as const;
const labels = { size: 9, color: colours.ink } as const;

/** Word's charts are sized in pixels of an inch's 96th part. */
const pixels = (twips: number): number => Math.floor((twips / 1440) * 96);

/** A bar has no outline: what is nearly white on a page is darker here. */
const inBars: Readonly<Partial<Record<RatingTone, string>>> = {
  'not-rated': '#d2d6d9',
  'not-started': '#bcd3e8',
};

/** Numbers: of a drawing, unique in its document. Programs that read aloud say the description. */
type Numbered = Readonly<{ id: number }>;

const altText = ({ title, alt }: Readonly<{ title: string; alt: string }>, { id }: Numbered) => ({
  id: String(id),
  name: xmlWords(title).slice(0, 120),
  title: xmlWords(title),
  description: xmlWords(alt),
});

/** Counts by rating as bars that lie, the first at the top; nothing stands for nought. */
export const ratingChart = (
  chart: RatingBars,
  { width_twips }: WordSetting,
  number: Numbered,
): ChartRun => {
  // Word puts the first category at the bottom.
  const bars = chart.bars.toReversed();
  return new ChartRun({
    type: 'bar',
    stacking: 'stacked',
    gapWidth: 45,
    categories: bars.map(({ label }) => xmlWords(label)),
    series: chart.ratings.map(({ word, tone }, place) => ({
      name: xmlWords(word),
      values: bars.map(({ counts }) => counts[place] ?? 0),
      color: bare(inBars[tone] ?? ratingColours[tone].fill),
      dataLabels: {
        value: true,
        position: 'center',
        numberFormat: '0;;',
        font: { size: 9, bold: true, color: bare(ratingColours[tone].ink) },
      },
    })),
    categoryAxis: { gridlines: false, font: labels },
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    legend: { position: 'bottom', font: labels },
    font,
    chartArea: { fill: 'FFFFFF', border: 'none' },
    transformation: { width: pixels(width_twips), height: 80 + bars.length * 52 },
    altText: altText(chart, number),
  });
};

type Look = Readonly<{ dash: ChartLineDash; shape: ChartMarkerShape }>;

/** No two share a dash or a marker: they are told apart in black and white. */
const first: Look = { dash: 'solid', shape: 'circle' };
const looks: ReadonlyArray<Look> = [
  first,
  { dash: 'dash', shape: 'square' },
  { dash: 'dot', shape: 'triangle' },
  { dash: 'longDash', shape: 'diamond' },
  { dash: 'dashDot', shape: 'star' },
  { dash: 'longDashDot', shape: 'x' },
];

const marked = { size: 7 } as const;

/** A line by the values that there are; a baseline is one point, and no line. */
const seriesOf = ({ name, kind, values }: Lines['lines'][number], place: number) => {
  const { dash, shape } = looks[place % looks.length] ?? first;
  const color = bare(lineColour(place));
  return {
    name: xmlWords(name),
    values: values.map((one) => one?.value ?? null),
    color,
    line: { color, width: kind === 'baseline' ? 0.75 : 2, dash },
    markers: { shape, ...marked },
  };
};

/** Where the axis begins: as in other charts of the same values. Where it ends Word finds, also when values are edited. */
const minimumOf = ({ lines }: Lines): number | undefined => {
  const all = lines.flatMap(({ values }) => values.flatMap((one) => one?.value ?? []));
  return scaleLinear(axisDomain(all), [0, 1]).nice(5).domain()[0];
};

/** An indicator's values over time. */
export const linesChart = (
  chart: Lines,
  { width_twips }: WordSetting,
  number: Numbered,
): ChartRun => {
  const minimum = minimumOf(chart);
  return new ChartRun({
    type: 'line',
    categories: chart.periods.map(xmlWords),
    series: chart.lines.map(seriesOf),
    emptyValues: 'gap',
    categoryAxis: { gridlines: false, font: labels },
    valueAxis: {
      title: { text: xmlWords(chart.unit), font: labels },
      gridlines: true,
      font: labels,
      ...(minimum === undefined ? {} : { minimum }),
    },
    legend: { position: 'bottom', font: labels },
    font,
    chartArea: { fill: 'FFFFFF', border: 'none' },
    transformation: { width: pixels(width_twips), height: 205 },
    altText: altText(chart, number),
  });
};
