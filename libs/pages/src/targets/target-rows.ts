import type { PlanAnswer } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import type { Link } from '../frame/frame.ts';
import { itemOf, type PlanItem, targetName } from '../measures/plan-items.ts';
import type { TargetsShown } from './targets-params.ts';

/** A target or a data need as a line of the page. */
export type MeasureRow = Readonly<{
  /** The row's id in the page. */
  id: string;
  /** "2.3a"; "" where it goes by its words alone. */
  name: string;
  words: string;
  /** What it is about: "Theme 2.3". */
  about: Readonly<{ short: string; title: string; href: string | null }>;
  /** In the plan's words; "" where none is said. */
  byWhen: string;
  state: Readonly<{ text: string; colour: 'blue' | 'green' | 'grey' | 'yellow' }>;
  changes: ReadonlyArray<Link & Readonly<{ hidden: string }>>;
}>;

/** Where rows lead: pages keep the dates, and there are no forms where nothing may be changed. */
export type RowLinks = Readonly<{
  dated: (href: string) => string;
  form: ((path: string) => string) | null;
}>;

type Target = PlanAnswer['targets'][number];
type DataNeed = PlanAnswer['dataNeeds'][number];

/** Where the line of a target or a data need stands in the page. */
export const measureAnchor = (kind: 'target' | 'data-need', ref: string): string =>
  `${kind}-${ref.replace(/[^\p{L}\p{N}]+/gu, '-')}`;

/** The words of a priority stand over the table already. */
const aboutOf = (item: PlanItem, { dated }: RowLinks): MeasureRow['about'] => ({
  short: item.short,
  title: /^(?:priority|enabler):/u.test(item.subject) ? '' : item.title,
  href: item.href === null ? null : dated(item.href),
});

const isPast = ({ timescale }: Pick<Target, 'timescale'>, asOf: LocalDate): boolean =>
  timescale?.latest !== undefined && timescale.latest < asOf;

const stateOf = (target: Target, asOf: LocalDate): MeasureRow['state'] => {
  switch (target.status) {
    case 'met':
      return { text: 'Met', colour: 'green' };
    case 'dropped':
      return { text: 'Dropped', colour: 'grey' };
    case 'set':
      return isPast(target, asOf)
        ? { text: 'Open, date has passed', colour: 'yellow' }
        : { text: 'Open', colour: 'blue' };
  }
};

const targetForms: Readonly<Record<Target['status'], ReadonlyArray<[string, string]>>> = {
  set: [
    ['met', 'Met'],
    ['dropped', 'Drop'],
    ['reword', 'Reword'],
  ],
  met: [
    ['dropped', 'Drop'],
    ['reword', 'Reword'],
  ],
  dropped: [['again', 'Set again']],
};

/** A target as a line. */
export const targetRow =
  (items: ReadonlyMap<string, PlanItem>, asOf: LocalDate, links: RowLinks) =>
  (target: Target): MeasureRow => {
    const { form } = links;
    const name = targetName(target);
    const path = `/targets/${encodeURIComponent(target.ref)}`;
    return {
      id: measureAnchor('target', target.ref),
      name: target.label.replace(/\.$/u, ''),
      words: target.words,
      about: aboutOf(itemOf(items, target.under), links),
      byWhen: target.timescale?.asWritten ?? '',
      state: stateOf(target, asOf),
      changes:
        form === null
          ? []
          : targetForms[target.status].map(([one, text]) => ({
              text,
              href: form(`${path}/${one}`),
              hidden: name === 'Target' ? `“${target.words.slice(0, 60)}”` : name.toLowerCase(),
            })),
    };
  };

const neededState = (need: DataNeed, asOf: LocalDate): MeasureRow['state'] => {
  if (need.status === 'met') return { text: 'Met', colour: 'green' };
  return { text: isPast(need, asOf) ? 'Needed, date has passed' : 'Needed', colour: 'yellow' };
};

/** A data need as a line. */
export const dataNeedRow =
  (items: ReadonlyMap<string, PlanItem>, asOf: LocalDate, links: RowLinks) =>
  (need: DataNeed): MeasureRow => {
    const isMet = need.status === 'met';
    const path = `/data-needs/${encodeURIComponent(need.ref)}/${isMet ? 'again' : 'met'}`;
    return {
      id: measureAnchor('data-need', need.ref),
      name: '',
      words: need.words,
      about: aboutOf(itemOf(items, need.under), links),
      byWhen: need.timescale?.asWritten ?? '',
      state: neededState(need, asOf),
      changes:
        links.form === null
          ? []
          : [
              {
                text: isMet ? 'Raise again' : 'Met',
                href: links.form(path),
                hidden: `“${need.words.slice(0, 60)}”`,
              },
            ],
    };
  };

/** Whether a status is among those that are shown. */
export const isShown = (
  shown: TargetsShown,
  { status }: Pick<Target | DataNeed, 'status'>,
): boolean => {
  switch (shown) {
    case 'all':
      return true;
    case 'open':
      return status === 'set' || status === 'raised';
    case 'met':
    case 'dropped':
      return status === shown;
  }
};
