import type { PlanAnswer } from '@trackrecord/application';
import type { StandingLine } from '../change/change-form-page.ts';
import type { PlanItem } from '../measures/plan-items.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { longText } from '../words/long-text.ts';

type Target = PlanAnswer['targets'][number];
type DataNeed = PlanAnswer['dataNeeds'][number];

const states: Readonly<Record<Target['status'] | DataNeed['status'], string>> = {
  set: 'Open',
  raised: 'Data needed',
  met: 'Met',
  dropped: 'Dropped',
};

/** How a target or a data need stands, for whoever is about to change it. */
export const targetStanding = (
  one: Pick<Target | DataNeed, 'status' | 'timescale'>,
  { short, title }: PlanItem,
): ReadonlyArray<StandingLine> => [
  { key: 'Status', html: states[one.status] },
  ...(one.timescale !== null
    ? [{ key: 'By when', html: escapeHtml(one.timescale.asWritten) }]
    : []),
  { key: 'About', html: longText(title === '' ? short : `${short}: ${title}`, 160) },
];
