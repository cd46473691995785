import type { PlanAnswer, Question } from '@trackrecord/application';
import { itemInWords } from '@trackrecord/read-models';
import { withDates } from '../frame/date-query.ts';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { byNow } from '../words/by-now.ts';
import { narrativeHtml } from './narrative-html.ts';
import { textAnchor } from './text-anchor.ts';
import { textHeading } from './text-heading.ts';

export type PlanTextPageOf = Readonly<{
  answer: PlanAnswer;
  question: Question;
  may: PlanNavigationOf['may'];
}>;

type Section = Readonly<{ id: string; heading: string; html: string; about: Link | null }>;
type Chapter = Readonly<{ heading: string; sections: ReadonlyArray<Section> }>;

type Narrative = PlanAnswer['narratives'][number];

const actionPrefix = 'action:';

/** The subjects whose text belongs to a priority or an enabler: itself, its themes and results, its actions. */
const subjectsOf = (
  { actions }: PlanAnswer,
  own: ReadonlyArray<string>,
  holds: (action: PlanAnswer['actions'][number]) => boolean,
): ReadonlySet<string> =>
  new Set([...own, ...actions.filter(holds).map(({ ref }) => `${actionPrefix}${ref}`)]);

const placesOf = (
  answer: PlanAnswer,
): ReadonlyArray<Readonly<{ heading: string; subjects: ReadonlySet<string> }>> => [
  ...answer.priorities.map(({ ref, title, themes, results }) => ({
    heading: itemInWords('Priority', ref, title),
    subjects: subjectsOf(
      answer,
      [
        `priority:${ref}`,
        ...themes.map((theme) => `theme:${theme.ref}`),
        ...results.map((result) => `result:${result.ref}`),
      ],
      ({ under }) => under.priority === ref,
    ),
  })),
  ...answer.enablers.map(({ ref, title }) => ({
    heading: itemInWords('Enabler', ref, title),
    subjects: subjectsOf(
      answer,
      [`enabler:${ref}`],
      ({ under }) => under.priority === null && under.enabler === ref,
    ),
  })),
];

const aboutOf = ({ plan }: PlanAnswer, question: Question, { under }: Narrative): Link | null => {
  if (under === undefined || !under.startsWith(actionPrefix)) return null;
  const ref = under.slice(actionPrefix.length);
  return {
    text: `Action ${ref}`,
    href: withDates(
      `/plans/${encodeURIComponent(plan.id)}/actions/${encodeURIComponent(ref)}`,
      question,
    ),
  };
};

/** A plan's text in chapters: what is about all of it first, then what is about each priority and enabler. */
const chaptersOf = ({ answer, question }: PlanTextPageOf): ReadonlyArray<Chapter> => {
  const said = answer.narratives.filter(({ parts }) => parts.length > 0);
  const places = placesOf(answer);
  const placed = new Set(places.flatMap(({ subjects }) => [...subjects]));
  const section = (narrative: Narrative): Section => {
    const about = aboutOf(answer, question, narrative);
    const heading = textHeading(
      narrative,
      about?.text ?? (narrative.under === undefined ? 'Introduction' : 'More text'),
    );
    return {
      id: textAnchor(narrative.section),
      heading,
      // Two sections may have one heading; their tables have names of their own.
      html: narrativeHtml(narrative.parts, `${heading} (section ${said.indexOf(narrative) + 1})`),
      about,
    };
  };
  return [
    {
      heading: 'The plan as a whole',
      sections: said.filter(({ under }) => under === undefined || !placed.has(under)).map(section),
    },
    ...places.map(({ heading, subjects }) => ({
      heading,
      sections: said.filter(({ under }) => under !== undefined && subjects.has(under)).map(section),
    })),
  ].filter(({ sections }) => sections.length > 0);
};

/** What a plan says beside its actions, in the words of its documents: its title for the frame, and its content. */
export const planTextPage = (of: PlanTextPageOf): Readonly<{ title: string; content: string }> => ({
  title: `Text of ${of.answer.plan.title}`,
  content: renderTemplate('plan-text/plan-text.njk', {
    navigation: planNavigation({
      plan: of.answer.plan,
      current: 'plan',
      question: of.question,
      may: of.may,
    }),
    plan: of.answer.plan.title,
    chapters: chaptersOf(of),
    byNow: byNow(of.question),
    back: withDates(`/plans/${encodeURIComponent(of.answer.plan.id)}`, of.question),
  }),
});
