import type { ActionDetails, PlanAnswer, Question } from '@trackrecord/application';
import type { HistoryAnswer } from '@trackrecord/read-models';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { actionFacts, type MayChange } from './action-facts.ts';
import { actionHistory } from './action-history.ts';
import { type ActionLinks, actionLinks, actionPath } from './action-links.ts';
import { measuresBeside } from './action-measures.ts';
import { neighboursOf } from './action-neighbours.ts';
import { actionNotes } from './action-notes.ts';
import type { ActionParams } from './action-params.ts';
import { referencesFrom, referencesTo } from './action-references.ts';
import { actionRequests } from './action-requests.ts';
import { titleParts } from './title-parts.ts';

/** All that an action's page shows, and what it was asked. */
export type ActionPageOf = Readonly<{
  plan: PlanAnswer;
  action: ActionDetails;
  /** Every line of its history, in the order of recording; also what documents merely said again. */
  rows: ReadonlyArray<HistoryAnswer>;
  params: ActionParams;
  question: Question;
  /** What whoever looks may do with the plan. */
  may: PlanNavigationOf['may'];
  /** What they may do with this action as it stands today. */
  mayChange: MayChange;
  /** Nothing is changed on any other date. */
  isToday: boolean;
}>;

/** Names that several of the plan's documents share: those are told apart by their hashes. */
const ambiguousNames = ({ documents }: PlanAnswer): ReadonlySet<string> =>
  new Set(
    [...Map.groupBy(documents, ({ name }) => name)]
      .filter(([, some]) => new Set(some.map(({ sha256 }) => sha256)).size > 1)
      .map(([name]) => name),
  );

/** What is done most, as buttons: whoever looks does not search for it. */
const buttonsOf = (
  { plan, action, mayChange }: ActionPageOf,
  links: ActionLinks,
): ReadonlyArray<Link> => {
  if (plan.plan.status !== 'open') return [];
  if (action.status !== 'open')
    return mayChange.update ? [{ text: 'Add a note', href: links.form('note') }] : [];
  const isAsked = action.requests.some(({ state }) => state === 'open');
  return [
    ...(mayChange.update
      ? [
          {
            text: isAsked ? 'Answer the request for an update' : 'Give an update',
            href: links.form('answer'),
          },
          { text: 'Add a note', href: links.form('note') },
        ]
      : []),
    ...(mayChange.manage ? [{ text: 'Ask for an update', href: links.form('ask') }] : []),
  ];
};

const sectionsOf = (
  { plan, action, rows, params, mayChange }: ActionPageOf,
  links: ActionLinks,
) => ({
  facts: actionFacts({ plan, action, links, may: onOpenPlan(plan, mayChange) }),
  notes: actionNotes(action, rows, links, mayChange.manage),
  requests: actionRequests(action, links, mayChange.manage),
  refersTo: referencesFrom(plan, action, links, mayChange.manage),
  referredToBy: referencesTo(plan, action, links),
  measures: measuresBeside(plan, action, links),
  history: actionHistory({
    rows,
    title: action.title,
    params,
    links,
    ambiguous: ambiguousNames(plan),
    mayRetract: mayChange.manage,
  }),
});

const mayNothing: MayChange = { update: false, manage: false };

/** Nothing is told of the actions of a closed plan any more; what was recorded wrongly can still be put right. */
const onOpenPlan = ({ plan }: PlanAnswer, may: MayChange): MayChange =>
  plan.status === 'open' ? may : mayNothing;

const neighbourLinks = (
  { plan, action }: ActionPageOf,
  links: ActionLinks,
): Readonly<{ previous: NeighbourLink | null; next: NeighbourLink | null }> => {
  const { previous, next } = neighboursOf(plan, action.ref);
  const linked = (one: typeof previous): NeighbourLink | null =>
    one === null
      ? null
      : {
          href: links.action(one.ref),
          text: `Action ${one.ref}`,
          label: titleParts(one.title).first,
        };
  return { previous: linked(previous), next: linked(next) };
};

type NeighbourLink = Readonly<{ href: string; text: string; label: string }>;

const changeLinks = (
  { plan, action, mayChange }: ActionPageOf,
  links: ActionLinks,
): Readonly<{ reword: string | null; refer: string | null }> => ({
  reword: mayChange.manage ? links.form('reword') : null,
  refer:
    mayChange.manage && plan.plan.status === 'open' && action.status === 'open'
      ? links.form('refer')
      : null,
});

/** An action on a page: its title for the frame, and its content. Depends on nothing but what it is given. */
export const actionPage = (asked: ActionPageOf): Readonly<{ title: string; content: string }> => {
  const of = asked.isToday ? asked : { ...asked, mayChange: mayNothing };
  const { plan, action, question, may } = of;
  const links = actionLinks(plan.plan.id, action.ref, question);
  const title = titleParts(action.title);
  return {
    title: `Action ${action.ref}: ${title.first}`,
    content: renderTemplate('action/action.njk', {
      navigation: planNavigation({ plan: plan.plan, current: 'plan', question, may }),
      ref: action.ref,
      label: action.label,
      title,
      status: action.status,
      isOwed: action.owed.length > 0,
      buttons: buttonsOf(of, links),
      change: changeLinks(of, links),
      planClosed: plan.plan.status === 'closed',
      todayHref:
        !asked.isToday && asked.mayChange.update ? actionPath(plan.plan.id, action.ref) : null,
      neighbours: neighbourLinks(of, links),
      ...sectionsOf(of, links),
    }),
  };
};
