import type { PlanAnswer, Question } from '@trackrecord/application';
import type { FormErrors } from '../forms/form-errors.ts';
import { withDates } from '../frame/date-query.ts';
import type { Link } from '../frame/frame.ts';
import { planDownloads } from '../downloads/plan-downloads.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { byNow } from '../words/by-now.ts';
import { count } from '../words/count.ts';
import { ukDate } from '../words/uk-date.ts';
import { actionRow } from './action-rows.ts';
import { actionsShown } from './actions-shown.ts';
import { holdsWords } from './filter-actions.ts';
import { groupActions } from './group-actions.ts';
import { groupView } from './group-view.ts';
import { planChoices } from './plan-choices.ts';
import { planControls } from './plan-controls.ts';
import { type PlanLinks, planLinks } from './plan-links.ts';
import { isFiltered, type PlanParams } from './plan-params.ts';
import { type LastReview, planSummary } from './plan-summary.ts';
import { structureWays } from './structure-ways.ts';

/** All that a plan's page shows, and what it was asked. */
export type PlanPageOf = Readonly<{
  answer: PlanAnswer;
  /** The partnership whose plan it is, by name; `null` where the log does not say. */
  partnership: string | null;
  lastReview: LastReview | null;
  question: Question;
  params: PlanParams;
  /** What was refused of the address, and the words that were searched for, where those were. */
  refused: Readonly<{ errors: FormErrors; search: string }>;
  may: PlanNavigationOf['may'];
  /** False on a past date: nothing is changed there. */
  mayChange: boolean;
}>;

type Withdrawn = Readonly<{ ref: string; title: string; href: string }>;

/** What is known of withdrawn actions is their refs and words: by more than those nobody can ask for them. */
const withdrawnShown = (
  { withdrawn }: PlanAnswer,
  params: PlanParams,
  links: PlanLinks,
): ReadonlyArray<Withdrawn> => {
  const { ratings, place, owner, owedOnly, status, search } = params;
  if (ratings.length > 0 || place !== null || owner !== null || owedOnly) return [];
  if (status !== null && status !== 'withdrawn') return [];
  const holds = holdsWords(search);
  return withdrawn
    .filter(({ ref, title }) => holds(`${ref}\n${title}`))
    .map(({ ref, title }) => ({ ref, title, href: links.action(ref) }));
};

const documentsOf = ({ plan, documents }: PlanAnswer, links: PlanLinks) =>
  documents
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .map(({ name, on, sha256 }) => {
      const several = documents.filter((other) => other.name === name).length > 1;
      return {
        name,
        on: ukDate(on),
        aboutHref: links.within(`/documents/${sha256}`),
        href: withDates(`/plans/${encodeURIComponent(plan.id)}`, {
          asIn: several ? sha256 : name,
        }),
      };
    });

const shownWords = (shown: number, all: number, withdrawn: number): string =>
  [
    shown === all ? count(all, 'action') : `${shown} of ${count(all, 'action')}`,
    ...(withdrawn === 0 ? [] : [`${withdrawn} withdrawn`]),
  ].join(', and ');

type Empty = Readonly<{ text: string; hint: string; links: ReadonlyArray<Link> }>;

/** Why no action is shown, and what can be done about it. */
const emptyOf = (
  { answer, params, question, mayChange, may }: PlanPageOf,
  links: PlanLinks,
  clearHref: string | null,
): Empty =>
  isFiltered(params) && clearHref !== null
    ? {
        text: 'No action matches',
        hint: 'Take something out of the search or the filter, or start again.',
        links: [{ text: `Show ${count(answer.counts.actions, 'action')}`, href: clearHref }],
      }
    : {
        text: `This plan has no actions ${byNow(question)}`,
        hint:
          may.manage && mayChange
            ? 'Import a document that has them, or add the first by hand.'
            : 'They come with the next document that the plan’s manager imports.',
        links:
          may.manage && mayChange
            ? [
                { text: 'Import a document', href: links.within('/import') },
                { text: 'Add an action', href: links.within('/actions/new') },
              ]
            : [],
      };

const planModel = (of: PlanPageOf) => {
  const { answer, params, question } = of;
  const links = planLinks(answer.plan.id, question);
  const shown = actionsShown(answer, params);
  const whole = !isFiltered(params) && params.group === 'document';
  const controls = planControls(params, planChoices(answer), links, of.refused);
  const groups = groupActions(answer, shown, params.group)
    .map(groupView(answer, links, actionRow(answer, links), whole))
    .filter(({ parts, about }) => parts.length > 0 || about !== null);
  const withdrawn = withdrawnShown(answer, params, links);
  return {
    navigation: planNavigation({ plan: answer.plan, current: 'plan', question, may: of.may }),
    partnership: of.partnership,
    title: answer.plan.title,
    summary: planSummary(answer, of.lastReview, links, {
      planHref: (plan) => withDates(`/plans/${encodeURIComponent(plan)}`, question),
      mayHold: of.may.manage && of.mayChange,
    }),
    controls,
    structure: structureWays(of, links),
    shown: shownWords(shown.length, answer.counts.actions, withdrawn.length),
    severalTimes: params.group === 'owner',
    groups,
    /** One list of groups where there are several to go to. */
    jump: groups.length > 2 ? groups : [],
    empty:
      shown.length + withdrawn.length === 0 ? emptyOf(of, links, controls.filter.clearHref) : null,
    withdrawn,
    text: whole && answer.narratives.length > 0 ? links.within('/text') : null,
    glossary: whole ? answer.glossary : [],
    documents: whole ? documentsOf(answer, links) : [],
    allDocuments: links.within('/documents'),
    calendarHref: links.within('/calendar'),
    downloads: planDownloads(answer.plan.id, question),
  };
};

/** A plan on a page: its title for the frame, and its content. Depends on nothing but what it is given. */
export const planPage = (of: PlanPageOf): Readonly<{ title: string; content: string }> => ({
  title: of.answer.plan.title,
  content: renderTemplate('plan/plan.njk', planModel(of)),
});
