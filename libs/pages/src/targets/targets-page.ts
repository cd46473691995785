import type { PlanAnswer, Question } from '@trackrecord/application';
import type { FormErrors } from '../forms/form-errors.ts';
import { withDates } from '../frame/date-query.ts';
import type { Link, NavigationItem } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { itemOf, planItems } from '../measures/plan-items.ts';
import { measureInWords } from '../measures/result-measure.ts';
import { byPlace, planPlaces, type PlanPlace } from '../plan-places/plan-places.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { byNow } from '../words/by-now.ts';
import { count } from '../words/count.ts';
import { listInWords } from '../words/list-in-words.ts';
import { dataNeedRow, isShown, type MeasureRow, type RowLinks, targetRow } from './target-rows.ts';
import type { TargetsShown } from './targets-params.ts';

/** A plan's targets and the data that it lacks. */
export type TargetsPageOf = Readonly<{
  answer: PlanAnswer;
  question: Question;
  may: PlanNavigationOf['may'];
  /** Whether whoever looks may change them; never on a past date. */
  mayChange: boolean;
  shown: TargetsShown;
  errors: FormErrors;
}>;

type ResultRow = Readonly<{ name: string; words: string; measure: string }>;

type GroupView = PlanPlace &
  Readonly<{
    results: ReadonlyArray<ResultRow>;
    targets: ReadonlyArray<MeasureRow>;
    dataNeeds: ReadonlyArray<MeasureRow>;
  }>;

type Thing = Readonly<
  | { kind: 'target'; row: MeasureRow }
  | { kind: 'data need'; row: MeasureRow }
  | { kind: 'result'; row: ResultRow }
>;

const targetsPath = (plan: string): string => `/plans/${encodeURIComponent(plan)}/targets`;

const linksOf = ({ answer, question, mayChange }: TargetsPageOf): RowLinks => ({
  dated: (href) => withDates(href, question),
  form: mayChange ? (path) => `/plans/${encodeURIComponent(answer.plan.id)}${path}` : null,
});

/** Results are what targets hang on in some plans: shown with all and with what is open. */
const resultsOf = ({ answer, shown }: TargetsPageOf) =>
  shown === 'met' || shown === 'dropped'
    ? []
    : answer.priorities.flatMap(({ ref, results }) =>
        results
          .filter(({ measure }) => measure !== null)
          .map((result) => ({
            place: ref,
            thing: {
              kind: 'result' as const,
              row: {
                name: `Result ${result.ref}`,
                words: result.title,
                measure: measureInWords(result.measure),
              },
            },
          })),
      );

const groupsOf = (of: TargetsPageOf): ReadonlyArray<GroupView> => {
  const { answer, shown } = of;
  const items = planItems(answer);
  const links = linksOf(of);
  const all: ReadonlyArray<Readonly<{ place: string; thing: Thing }>> = [
    ...resultsOf(of),
    ...answer.targets
      .filter((target) => isShown(shown, target))
      .map((target) => ({
        place: itemOf(items, target.under).place,
        thing: { kind: 'target' as const, row: targetRow(items, answer.asOf, links)(target) },
      })),
    ...answer.dataNeeds
      .filter((need) => isShown(shown, need))
      .map((need) => ({
        place: itemOf(items, need.under).place,
        thing: { kind: 'data need' as const, row: dataNeedRow(items, answer.asOf, links)(need) },
      })),
  ];
  return byPlace(planPlaces(answer), all, ({ place }) => place).map(({ place, things }) => ({
    ...place,
    results: things.flatMap(({ thing }) => (thing.kind === 'result' ? [thing.row] : [])),
    targets: things.flatMap(({ thing }) => (thing.kind === 'target' ? [thing.row] : [])),
    dataNeeds: things.flatMap(({ thing }) => (thing.kind === 'data need' ? [thing.row] : [])),
  }));
};

type State = readonly [status: string, words: string];

/** "8 targets: 5 open, 2 met and 1 dropped"; "8 targets, all open"; "No targets". */
const tallied = (
  all: ReadonlyArray<Readonly<{ status: string }>>,
  one: string,
  states: ReadonlyArray<State>,
): string => {
  const [first, ...others] = states.flatMap(([status, words]) => {
    const some = all.filter((thing) => thing.status === status).length;
    return some === 0 ? [] : [{ some, words }];
  });
  if (first === undefined) return `No ${one}s`;
  const howMany = count(all.length, one);
  if (others.length === 0) return `${howMany}, ${all.length === 1 ? '' : 'all '}${first.words}`;
  return `${howMany}: ${listInWords(
    [first, ...others].map(({ some, words }) => `${some} ${words}`),
    'and',
  )}`;
};

const summaryOf = ({ targets, dataNeeds }: PlanAnswer): string =>
  [
    tallied(targets, 'target', [
      ['set', 'open'],
      ['met', 'met'],
      ['dropped', 'dropped'],
    ]),
    tallied(dataNeeds, 'data need', [
      ['raised', 'open'],
      ['met', 'met'],
    ]),
  ]
    .map((sentence) => `${sentence}.`)
    .join(' ');

const ways: ReadonlyArray<readonly [TargetsShown, string]> = [
  ['all', 'All'],
  ['open', 'Open'],
  ['met', 'Met'],
  ['dropped', 'Dropped'],
];

const waysOf = ({ answer, question, shown }: TargetsPageOf): ReadonlyArray<NavigationItem> =>
  ways.map(([one, text]) => ({
    text,
    href: withDates(
      `${targetsPath(answer.plan.id)}${one === 'all' ? '' : `?status=${one}`}`,
      question,
    ),
    current: one === shown,
  }));

const buttonsOf = ({ answer, mayChange }: TargetsPageOf): ReadonlyArray<Link> =>
  mayChange && answer.plan.status === 'open'
    ? [
        { text: 'Set a target', href: `${targetsPath(answer.plan.id)}/new` },
        {
          text: 'Raise a data need',
          href: `/plans/${encodeURIComponent(answer.plan.id)}/data-needs/new`,
        },
      ]
    : [];

const emptyOf = (of: TargetsPageOf) => {
  const { answer, question, shown } = of;
  const hasAny = answer.targets.length + answer.dataNeeds.length > 0;
  if (hasAny || (shown !== 'all' && shown !== 'open'))
    return {
      text: `Nothing here is ${shown} ${byNow(question)}`,
      hint: '',
      links: [{ text: 'Show all of them', href: withDates(targetsPath(answer.plan.id), question) }],
    };
  return {
    text: `The plan has no targets and no data needs ${byNow(question)}`,
    hint: 'They come with the documents that are imported, or by hand: what is to be reached by when, and which data the plan lacks to tell.',
    links: buttonsOf(of),
  };
};

/** The page: its title for the frame, and its content. */
export const targetsPage = (of: TargetsPageOf): Readonly<{ title: string; content: string }> => {
  const { answer, question, may, errors } = of;
  const groups = groupsOf(of);
  const isMeasured = answer.targets.length + answer.dataNeeds.length > 0;
  return {
    title: `Targets and data needs of ${answer.plan.title}`,
    content: renderTemplate('targets/targets.njk', {
      navigation: planNavigation({ plan: answer.plan, current: 'targets', question, may }),
      plan: answer.plan.title,
      summary: summaryOf(answer),
      waysOfShowing: isMeasured ? waysOf(of) : [],
      buttons: groups.length === 0 && !isMeasured ? [] : buttonsOf(of),
      groups,
      empty: groups.length === 0 ? emptyOf(of) : null,
      hasForms: of.mayChange,
      todayHref: may.manage && !of.mayChange ? targetsPath(answer.plan.id) : null,
      errors,
    }),
  };
};
