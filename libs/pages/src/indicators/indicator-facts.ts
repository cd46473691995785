import type { IndicatorInFull, PlanAnswer } from '@trackrecord/application';
import { itemOf, type PlanItem } from '../measures/plan-items.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { longText } from '../words/long-text.ts';
import { headlineOf } from './headline-of.ts';
import type { IndicatorLinks } from './indicator-links.ts';

type Action = Readonly<{ text: string; href: string; hidden: string }>;

/** A line of "what: how it is"; `html` is made by our own functions. */
export type FactRow = Readonly<{ key: string; html: string; actions?: ReadonlyArray<Action> }>;

const linked = ({ short, title, href }: PlanItem, { dated }: IndicatorLinks): string => {
  const words = escapeHtml(title === '' ? short : `${short}: ${title}`);
  return href === null
    ? words
    : `<a class="govuk-link" href="${escapeHtml(dated(href))}">${words}</a>`;
};

const measuresRow = (
  { under }: IndicatorInFull,
  items: ReadonlyMap<string, PlanItem>,
  links: IndicatorLinks,
): FactRow => ({
  key: 'Measures',
  html: `<ul class="govuk-list app-facts__list">${under
    .map(({ subject }) => `<li>${linked(itemOf(items, subject), links)}</li>`)
    .join('')}</ul>`,
  ...(links.form === null
    ? {}
    : {
        actions: [
          { text: 'Link', href: links.form('link'), hidden: 'it to something else in the plan' },
          { text: 'Unlink', href: links.form('unlink'), hidden: 'it from something in the plan' },
        ],
      }),
});

const latestRow = (indicator: IndicatorInFull): FactRow => {
  const latest = headlineOf({
    definition: indicator.definition,
    baseline: indicator.baseline,
    observed: indicator.series,
  });
  if (latest === null) return { key: 'Latest value', html: 'None yet' };
  const of = latest.of === '' ? '' : ` (${latest.of})`;
  const words = `${latest.period}${of}${latest.isProvisional ? ', provisional' : ''}`;
  return {
    key: 'Latest value',
    html: `<strong>${escapeHtml(latest.value)}</strong> in ${escapeHtml(words)}${
      latest.trend === ''
        ? ''
        : `<span class="app-measure__about">${escapeHtml(latest.trend)}</span>`
    }`,
  };
};

const baselineRow = ({ baseline }: IndicatorInFull, { form }: IndicatorLinks): FactRow => ({
  key: 'Baseline',
  html: baseline === null ? 'Not set' : longText(baseline.asWritten, 400),
  ...(form === null
    ? {}
    : {
        actions: [
          {
            text: baseline === null ? 'Set' : 'Change',
            href: form('baseline'),
            hidden: 'the baseline',
          },
        ],
      }),
});

const definitionRows = ({ definition }: IndicatorInFull): ReadonlyArray<FactRow> => {
  const { unit, direction, geography, breakdowns } = definition;
  const rows: ReadonlyArray<readonly [string, string | null]> = [
    ['Counted in', unit],
    ['What is good', direction],
    ['Of', geography],
    ['Broken down by', breakdowns.length === 0 ? null : breakdowns.join(', ')],
  ];
  return rows.flatMap(([key, words]) =>
    words === null
      ? []
      : [{ key, html: escapeHtml(words.slice(0, 1).toUpperCase() + words.slice(1)) }],
  );
};

/** What an indicator is, what it measures in the plan and where it stands. */
export const indicatorFacts = (
  indicator: IndicatorInFull,
  items: ReadonlyMap<string, PlanItem>,
  links: IndicatorLinks,
): ReadonlyArray<FactRow> => [
  latestRow(indicator),
  baselineRow(indicator, links),
  measuresRow(indicator, items, links),
  ...definitionRows(indicator),
];

/** The stories behind a baseline: told of the indicator itself, or of what it measures. */
export type StoryView = Readonly<{ of: string; text: string }>;

export const storiesOf = (
  { stories, under }: Pick<IndicatorInFull, 'stories' | 'under'>,
  { priorities }: Pick<PlanAnswer, 'priorities'>,
): ReadonlyArray<StoryView> => {
  const measured = new Set(under.map(({ subject }) => subject));
  return [
    ...stories.map((text) => ({ of: '', text })),
    ...priorities.flatMap(({ ref, stories: told, results }) => [
      ...(measured.has(`priority:${ref}`)
        ? told.map((text) => ({ of: `Priority ${ref}`, text }))
        : []),
      ...results.flatMap((result) =>
        measured.has(`result:${result.ref}`)
          ? result.stories.map((text) => ({ of: `Result ${result.ref}`, text }))
          : [],
      ),
    ]),
  ];
};
