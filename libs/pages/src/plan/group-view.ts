import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { itemName } from '@trackrecord/read-models';
import { count } from '../words/count.ts';
import type { Link } from '../frame/frame.ts';
import { textAnchor } from '../plan-text/text-anchor.ts';
import { textHeading } from '../plan-text/text-heading.ts';
import type { ActionRow } from './action-rows.ts';
import type { ActionGroup, GroupOf } from './group-actions.ts';
import { narrativeHtml } from '../plan-text/narrative-html.ts';
import type { PlanLinks } from './plan-links.ts';

/** Text that is folded away: its heading, and HTML of our own making. */
export type Folded = Readonly<{ heading: string; html: string }>;

type ResultView = Readonly<{ ref: string; title: string; measure: string }>;

/** What a plan says of a priority or an enabler beside its actions. */
export type AboutView = Readonly<{
  statement: string | null;
  outcomes: ReadonlyArray<string>;
  results: ReadonlyArray<ResultView>;
  /** Its targets, and sections of the plan's own text. */
  more: ReadonlyArray<Link>;
  folded: ReadonlyArray<Folded>;
}>;

/** A group as the template takes it. */
export type GroupView = Readonly<{
  id: string;
  /** "Priority 2", "Enabler A": what the list of groups says. */
  short: string;
  /** "We will …"; empty where `short` says it all. */
  title: string;
  /** Shown as a tag in place of words. */
  rating: string | null;
  /** Whether its heading is seen: one group alone needs none. */
  shown: boolean;
  count: string;
  about: AboutView | null;
  parts: ReadonlyArray<Readonly<{ heading: string | null; rows: ReadonlyArray<ActionRow> }>>;
}>;

const anchor = (kind: string, ref: string): string =>
  `${kind}-${ref.replace(/[^\p{L}\p{N}]+/gu, '-')}`;

type Named = Readonly<{ id: string; short: string; title: string; rating: string | null }>;

const titleOf = (
  items: ReadonlyArray<Readonly<{ ref: string; title: string }>>,
  ref: string,
): string => items.find((item) => item.ref === ref)?.title ?? '';

const named = (plan: PlanAnswer, of: GroupOf): Named => {
  switch (of._tag) {
    case 'Priority':
      return {
        id: anchor('priority', of.ref),
        ...itemName('Priority', of.ref, titleOf(plan.priorities, of.ref)),
        rating: null,
      };
    case 'Enabler':
      return {
        id: anchor('enabler', of.ref),
        ...itemName('Enabler', of.ref, titleOf(plan.enablers, of.ref)),
        rating: null,
      };
    case 'Rating':
      return { id: anchor('rating', of.rating), short: of.rating, title: '', rating: of.rating };
    case 'Owner':
      return {
        id: anchor('owner', of.name ?? ''),
        short: of.name ?? 'Nobody',
        title: of.name === null ? 'the plan’s manager answers for these' : '',
        rating: null,
      };
    case 'Elsewhere':
      return { id: 'elsewhere', short: 'Under no priority', title: '', rating: null };
    case 'Everything':
      return { id: 'everything', short: 'All actions', title: '', rating: null };
  }
};

type Priority = PlanAnswer['priorities'][number];
type Result = Priority['results'][number];

const measureInWords = ({ measure }: Result): string => {
  if (measure === null) return '';
  const { baseline, target, timescale } = measure;
  const values = [
    ...(baseline === undefined ? [] : [`from ${baseline}`]),
    ...(target === undefined ? [] : [`to ${target}`]),
  ].join(' ');
  return [values, timescale?.asWritten ?? ''].filter((part) => part !== '').join(', ');
};

const outcomeInWords = ({ framework, ref, title, basis }: Priority['outcomes'][number]): string =>
  `${framework}${ref === undefined ? '' : ` ${ref}`}: ${title}${basis === 'inferred' ? ' (inferred)' : ''}`;

/** Where the plan's own text says more of some of its items. */
const textsUnder = (
  { narratives }: PlanAnswer,
  subjects: ReadonlySet<string>,
  links: PlanLinks,
): ReadonlyArray<Link> =>
  narratives
    .filter(({ under, parts }) => under !== undefined && subjects.has(under) && parts.length > 0)
    .map((narrative) => ({
      text: textHeading(narrative, 'More text'),
      href: links.within(`/text#${textAnchor(narrative.section)}`),
    }));

const stories = (
  said: ReadonlyArray<string>,
  heading = 'Story behind the baseline',
): ReadonlyArray<Folded> =>
  said.length === 0
    ? []
    : [
        {
          heading,
          html: narrativeHtml(
            said.map((text) => ({ kind: 'text', text })),
            heading,
          ),
        },
      ];

const aboutPriority = (plan: PlanAnswer, priority: Priority, links: PlanLinks): AboutView => {
  const subjects = new Set([
    `priority:${priority.ref}`,
    ...priority.themes.map(({ ref }) => `theme:${ref}`),
    ...priority.results.map(({ ref }) => `result:${ref}`),
  ]);
  const targets = plan.targets.filter(({ under }) => subjects.has(under)).length;
  return {
    statement: priority.statement,
    outcomes: priority.outcomes.map(outcomeInWords),
    results: priority.results.map((result) => ({
      ref: result.ref,
      title: result.title,
      measure: measureInWords(result),
    })),
    more: [
      ...(targets === 0
        ? []
        : [{ text: count(targets, 'target'), href: links.within('/targets') }]),
      ...textsUnder(plan, subjects, links),
    ],
    folded: [
      ...stories(priority.stories),
      ...priority.results.flatMap((result) =>
        stories(result.stories, `${result.ref} Story behind the baseline`),
      ),
    ],
  };
};

const aboutOf = (plan: PlanAnswer, of: GroupOf, links: PlanLinks): AboutView | null => {
  switch (of._tag) {
    case 'Priority': {
      const priority = plan.priorities.find(({ ref }) => ref === of.ref);
      return priority === undefined ? null : aboutPriority(plan, priority, links);
    }
    case 'Enabler':
      return {
        statement: null,
        outcomes: [],
        results: [],
        more: textsUnder(plan, new Set([`enabler:${of.ref}`]), links),
        folded: [],
      };
    case 'Rating':
    case 'Owner':
    case 'Elsewhere':
    case 'Everything':
      return null;
  }
};

/**
 * A group for the template.
 * @param whole whether the plan is shown as it is: then also what it says beside its actions
 */
export const groupView =
  (plan: PlanAnswer, links: PlanLinks, row: (action: ActionAnswer) => ActionRow, whole: boolean) =>
  ({ of, parts }: ActionGroup): GroupView => ({
    ...named(plan, of),
    shown: of._tag !== 'Everything',
    count: count(
      parts.reduce((sum, { actions }) => sum + actions.length, 0),
      'action',
    ),
    about: whole ? aboutOf(plan, of, links) : null,
    parts: parts.map(({ heading, actions }) => ({ heading, rows: actions.map(row) })),
  });
