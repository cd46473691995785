import type { ActionDetails, PlanAnswer } from '@trackrecord/application';
import type { ActionLinks } from './action-links.ts';
import { headingsOf } from './action-place.ts';

/** An indicator or a target beside an action, and by which heading it stands beside it. */
export type MeasureView = Readonly<{
  words: string;
  /** A code or a label before the words; empty where there is none. */
  name: string;
  href: string;
  /** "Theme 2.3", "Priority 2"; "This action" where it is linked to the action itself. */
  beside: string;
  state: string;
}>;

type Measures = Readonly<{
  indicators: ReadonlyArray<MeasureView>;
  targets: ReadonlyArray<MeasureView>;
}>;

const targetStates: Readonly<Record<string, string>> = { set: '', met: 'met', dropped: 'dropped' };

/** The indicators and targets of an action and of the headings that it stands under, the nearest first. */
export const measuresBeside = (
  plan: PlanAnswer,
  action: Pick<ActionDetails, 'id' | 'under'>,
  links: ActionLinks,
): Measures => {
  const places = [
    { subject: `action:${action.id}`, name: 'This action' },
    ...headingsOf(plan, action.under).toReversed(),
  ];
  return {
    indicators: places.flatMap(({ subject, name }) =>
      plan.indicators
        .filter(({ under }) => under.includes(subject))
        .map(({ id, code, title, baseline }) => ({
          words: title,
          name: code ?? '',
          href: links.within(`/indicators/${encodeURIComponent(id)}`),
          beside: name,
          state: baseline === null ? '' : `baseline: ${baseline}`,
        })),
    ),
    targets: places.flatMap(({ subject, name }) =>
      plan.targets
        .filter(({ under }) => under === subject)
        .map(({ label, words, status, timescale }) => ({
          words,
          name: label,
          href: links.within('/targets'),
          beside: name,
          state: [targetStates[status] ?? status, timescale?.asWritten ?? '']
            .filter((part) => part !== '')
            .join(', '),
        })),
    ),
  };
};
