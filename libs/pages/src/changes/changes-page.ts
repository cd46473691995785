import type { ChangesAnswer, PlanAnswer, Question } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { actionPath } from '../action/action-links.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import { knownInWords } from '../frame/date-bar-view.ts';
import { knownAtText, withDates } from '../frame/date-query.ts';
import { planDownloads } from '../downloads/plan-downloads.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { byPlace, planPlaces } from '../plan-places/plan-places.ts';
import type { LastReview } from '../plan/plan-summary.ts';
import { count } from '../words/count.ts';
import { listInWords } from '../words/list-in-words.ts';
import { ukDate, ukNumbersDate } from '../words/uk-date.ts';
import { type AgendaKind, agendaKind, agendaKinds, agendaWords } from './change-kinds.ts';
import { changedActions, silentActions } from './change-rows.ts';
import { changesHref, type FirstEnd } from './changes-links.ts';
import { quickChoices } from './quick-choices.ts';

/** All that the page of changes shows, and what it was asked. */
export type ChangesPageOf = Readonly<{
  answer: ChangesAnswer;
  /** The plan at both ends; `null` where it was not there at the first. */
  before: PlanAnswer | null;
  after: PlanAnswer;
  /** The first end as it was asked for, or as it is by itself. */
  from: FirstEnd;
  /** The second end: the page's own dates, which links keep. */
  question: Question;
  today: LocalDate;
  /** Only these kinds; all where none is named. */
  kinds: ReadonlyArray<AgendaKind>;
  /** Reviews held before the second date, the latest first. */
  reviews: ReadonlyArray<LastReview>;
  firstOn: LocalDate | null;
  /** What was typed and refused, by field, and why. */
  refused: Readonly<{ typed: Readonly<Record<string, string>>; errors: FormErrors }>;
  may: PlanNavigationOf['may'];
}>;

const isReview = ({ from, reviews }: ChangesPageOf): boolean =>
  from.knownAt?._tag === 'AtOrdinal' &&
  reviews.some(
    ({ on, ordinal }) =>
      on === from.asOf && from.knownAt?._tag === 'AtOrdinal' && ordinal === from.knownAt.ordinal,
  );

const knownWords = (knownAt: Question['knownAt']): string =>
  knownAt === undefined ? '' : `, as ${knownInWords(knownAt)}`;

/** "31 March 2026, as the board saw it then"; "today, 22 November 2026". */
const endsInWords = (of: ChangesPageOf): Readonly<{ from: string; to: string }> => {
  const { answer, from, question, today } = of;
  const document = question.asIn === undefined ? '' : `, as in “${question.asIn}”`;
  return {
    from: `${ukDate(answer.from.on)}${isReview(of) ? ', as the board saw it then' : knownWords(from.knownAt)}`,
    to: `${answer.to.on === today ? 'today, ' : ''}${ukDate(answer.to.on)}${knownWords(question.knownAt)}${document}`,
  };
};

type Tally = Readonly<{
  label: string;
  value: number;
  href: string;
  current: boolean;
}>;

const tallyOf = ({ answer, after, from, question, kinds }: ChangesPageOf): ReadonlyArray<Tally> => {
  const byKind = Map.groupBy(answer.changes, agendaKind);
  return agendaKinds.flatMap((kind) => {
    const howMany = byKind.get(kind)?.length ?? 0;
    const current = kinds.length === 1 && kinds[0] === kind;
    return howMany === 0 && !current
      ? []
      : [
          {
            label: agendaWords[kind],
            value: howMany,
            href: changesHref(after.plan.id, from, question, current ? [] : [kind]),
            current,
          },
        ];
  });
};

/** What a board saw belongs to its own date: with another date in the form it would not be meant. */
const fromKnownAtTyped = (of: ChangesPageOf): string =>
  of.from.knownAt === undefined || isReview(of) ? '' : knownAtText(of.from.knownAt);

const formOf = (of: ChangesPageOf) => {
  const { answer, question, refused, after } = of;
  return {
    action: `/plans/${encodeURIComponent(after.plan.id)}/changes`,
    asIn: question.asIn ?? '',
    errors: refused.errors,
    from: refused.typed['from'] ?? ukNumbersDate(answer.from.on),
    to: refused.typed['to'] ?? ukNumbersDate(answer.to.on),
    fromKnownAt: refused.typed['fromKnownAt'] ?? fromKnownAtTyped(of),
    toKnownAt:
      refused.typed['toKnownAt'] ??
      (question.knownAt === undefined ? '' : knownAtText(question.knownAt)),
    // The head of the page says what is known when: the fields are for who wants another time.
    knownOpen: refused.errors.some(({ field }) => field.endsWith('KnownAt')),
  };
};

/** How many changed, are silent, and are as they were. */
const summaryOf = (of: ChangesPageOf, changed: number, silent: number): string => {
  const refs = new Set(of.answer.changes.map(({ ref }) => ref));
  const same = of.after.actions.filter(({ ref }) => !refs.has(ref)).length;
  return [
    changed === 0 ? 'No action changed' : `${count(changed, 'action')} changed`,
    ...(silent === 0 ? [] : [`${silent} silent: open, and without news`]),
    ...(same === 0 ? [] : [`${same} as ${same === 1 ? 'it was' : 'they were'}`]),
  ].join('; ');
};

const noted = (reviews: ReadonlyArray<LastReview>): string =>
  reviews.length === 0
    ? 'No review is recorded before the second date.'
    : `The last review before it was on ${ukDate(reviews[0]?.on ?? '')}.`;

/** Why nothing is shown, and what can be done about it. */
const emptyOf = ({ kinds, reviews, after, from, question }: ChangesPageOf) =>
  kinds.length === 0
    ? {
        text: 'Nothing changed between these dates',
        hint: `Choose other dates above. ${noted(reviews)}`,
        links: [],
      }
    : {
        text: 'No such change between these dates',
        hint: 'There may be others.',
        links: [{ text: 'Show all changes', href: changesHref(after.plan.id, from, question) }],
      };

/** What changed and what is silent, of the kinds that are asked for, place by place. */
const shownOf = (of: ChangesPageOf) => {
  const { answer, before, after, question, kinds } = of;
  const href = (ref: string) => withDates(actionPath(after.plan.id, ref), question);
  const asked = (kind: AgendaKind): boolean => kinds.length === 0 || kinds.includes(kind);
  const places = planPlaces(after);
  const changed = changedActions(answer.changes, { before, after });
  const silent = silentActions(answer.changes, { before, after });
  const shown = changed
    .map((action) => ({
      ...action,
      href: href(action.ref),
      changes: action.changes.filter(({ kind }) => asked(kind)),
    }))
    .filter(({ changes }) => changes.length > 0);
  const shownSilent = (asked('silent') ? silent : []).map((action) => ({
    ...action,
    href: href(action.ref),
    since: action.since === null ? null : ukDate(action.since),
    owners: listInWords(action.owners, 'and'),
  }));
  return {
    summary: summaryOf(of, changed.length, silent.length),
    groups: byPlace(places, shown, ({ place }) => place),
    silent: byPlace(places, shownSilent, ({ place }) => place),
    silentCount: shownSilent.length,
    empty: shown.length + shownSilent.length === 0 ? emptyOf(of) : null,
  };
};

const changesModel = (of: ChangesPageOf) => {
  const { answer, before, after, question, kinds, from } = of;
  return {
    navigation: planNavigation({ plan: after.plan, current: 'changes', question, may: of.may }),
    plan: after.plan.title,
    ends: endsInWords(of),
    form: formOf(of),
    choices: quickChoices({
      plan: after.plan.id,
      from,
      to: question,
      toDate: answer.to.on,
      today: of.today,
      reviews: of.reviews,
      firstOn: of.firstOn,
    }),
    tally: tallyOf(of),
    kinds: listInWords(kinds.map((kind) => agendaWords[kind])),
    allHref: kinds.length === 0 ? null : changesHref(after.plan.id, from, question),
    isNew: before === null,
    downloads: planDownloads(after.plan.id, question, answer.from.on),
    ...shownOf(of),
  };
};

/** What changed in a plan between two dates: its title for the frame, and its content. */
export const changesPage = (of: ChangesPageOf): Readonly<{ title: string; content: string }> => ({
  title: `Changes – ${of.after.plan.title}`,
  content: renderTemplate('changes/changes.njk', changesModel(of)),
});
