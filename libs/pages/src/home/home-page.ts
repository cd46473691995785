import type { PartnershipsAnswer, PlanSummary, Question } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { withDates } from '../frame/date-query.ts';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { ratingBar } from '../rating/rating-bar.ts';
import { worstFirst } from '../rating/rating-rank.ts';
import { count } from '../words/count.ts';
import { listInWords } from '../words/list-in-words.ts';
import { ukDate } from '../words/uk-date.ts';

/** The front page: partnerships and the plans that whoever looks may read. */
export type HomePageOf = Readonly<{
  /** Holds no plan that whoever looks may not read. */
  answer: PartnershipsAnswer;
  question: Question;
  /** Whether they may bring in documents; never on a past date. */
  mayImport: boolean;
  /** Whether they may read any plan at all. */
  mayRead: boolean;
}>;

type PlanRow = Readonly<{
  title: string;
  href: string;
  /** "2025 – 2027 · closed". */
  about: string;
  actions: string;
  /** Drawn by ratingBar: HTML. */
  bar: string;
  ratings: string;
  owed: Link | null;
  updated: string;
}>;

const ratingsInWords = (byRating: Readonly<Record<string, number>>): string => {
  const there = worstFirst(Object.keys(byRating)).filter((rating) => (byRating[rating] ?? 0) > 0);
  return listInWords(
    there.map((rating) => `${byRating[rating] ?? 0} ${rating === notRated ? 'not rated' : rating}`),
    'and',
  );
};

/** A period that the title says already is not said again. */
const periodBeside = (title: string, period: string): string =>
  title.includes(period) ? '' : period;

const planRow =
  (question: Question) =>
  ({ id, title, period, status, counts, lastUpdatedOn }: PlanSummary): PlanRow => {
    const address = `/plans/${encodeURIComponent(id)}`;
    return {
      title,
      href: withDates(address, question),
      about: [periodBeside(title, period?.asWritten ?? ''), status === 'closed' ? 'closed' : '']
        .filter((part) => part !== '')
        .join(' · '),
      actions: count(counts.actions, 'action'),
      bar: ratingBar(counts.byRating),
      ratings: ratingsInWords(counts.byRating),
      owed:
        counts.owed === 0
          ? null
          : { text: count(counts.owed, 'update'), href: withDates(`${address}/owed`, question) },
      updated: lastUpdatedOn === null ? 'None yet' : ukDate(lastUpdatedOn),
    };
  };

/** Open plans before closed ones, each kind in the order in which they came. */
const openFirst = (plans: ReadonlyArray<PlanSummary>): ReadonlyArray<PlanSummary> => [
  ...plans.filter(({ status }) => status !== 'closed'),
  ...plans.filter(({ status }) => status === 'closed'),
];

type Empty = Readonly<{ text: string; hint: string; links: ReadonlyArray<Link> }>;

const importLink: Link = { text: 'Import a new plan', href: '/imports/new' };

const emptyOf = ({ question, mayImport, mayRead }: HomePageOf): Empty => {
  if (!mayRead)
    return {
      text: 'There is no plan that you may read',
      hint: 'Your account has no role on any plan so far. An administrator can give you one.',
      links: [],
    };
  if (question.asOf !== undefined || question.knownAt !== undefined)
    return {
      text: 'No plan had begun on this date',
      hint: 'Choose a later date, or go back to today.',
      links: [{ text: 'Back to today', href: '/' }],
    };
  return mayImport
    ? {
        text: 'No plans yet: import the first',
        hint: 'A plan begins with the document that it is written in. You will see what is made of it before anything is recorded.',
        links: [importLink],
      }
    : {
        text: 'No plans yet',
        hint: 'A plan begins when a manager or an administrator imports the document that it is written in.',
        links: [],
      };
};

const homeModel = (of: HomePageOf) => {
  const { answer, question, mayImport } = of;
  const row = planRow(question);
  const groups = [
    ...answer.partnerships.map(({ id, name, plans }) => ({
      id: `partnership-${id}`,
      name,
      plans: openFirst(plans).map(row),
    })),
    ...(answer.others.length === 0
      ? []
      : [
          {
            id: 'other-plans',
            name: answer.partnerships.length === 0 ? 'All plans' : 'Plans of no partnership',
            plans: openFirst(answer.others).map(row),
          },
        ]),
  ];
  const howMany = groups.reduce((sum, { plans }) => sum + plans.length, 0);
  return {
    groups: howMany === 0 ? [] : groups,
    empty: howMany === 0 ? emptyOf(of) : null,
    jump: groups.length > 5 ? groups : [],
    importing: mayImport && howMany > 0 ? importLink : null,
  };
};

/** Partnerships and plans on a page: its title for the frame, and its content. */
export const homePage = (of: HomePageOf): Readonly<{ title: string; content: string }> => ({
  title: 'Plans',
  content: renderTemplate('home/home.njk', homeModel(of)),
});
