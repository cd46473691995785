import type { Link } from '../frame/frame.ts';
import { withDates } from '../frame/date-query.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation } from '../plan-navigation/plan-navigation.ts';
import { remindersPath } from '../reminders/reminders-navigation.ts';
import { byNow } from '../words/by-now.ts';
import { count } from '../words/count.ts';
import { dataRow } from './data-row.ts';
import { owedFilter, owedGroupWays, owedSortWays, owedTally, whoseWays } from './owed-controls.ts';
import { groupOwed } from './owed-groups.ts';
import { owedOnPage } from './owed-lines.ts';
import { owedHref, type OwedPageOf } from './owed-page-of.ts';
import { isOwedFiltered, usualOwed } from './owed-params.ts';
import { owedRow, reasonInWords } from './owed-row.ts';

const summaryOf = ({ shown: { lines }, isToday }: OwedPageOf): string => {
  if (lines.length === 0) return '';
  const actions = new Set(lines.map(({ plan, ref }) => `${plan} ${ref}`)).size;
  const most = Math.max(...lines.map(({ daysOverdue }) => daysOverdue));
  const late = lines.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const was = isToday ? '' : ' then';
  return `${count(lines.length, 'update')} owed${was}, on ${count(actions, 'action')}${late === 0 ? '' : `; ${late} overdue, by up to ${count(most, 'day')}`}.`;
};

type Empty = Readonly<{ text: string; hint: string; links: ReadonlyArray<Link> }>;

const emptyOf = (of: OwedPageOf): Empty | null => {
  const { shown, params, isToday, plan, question } = of;
  if (shown.lines.length + shown.whole.length + shown.data.length > 0) return null;
  if (!of.hasPlans)
    return {
      text: `No plans that you may read ${byNow(question)}`,
      hint: 'What is owed is told of the plans that your account has a role on.',
      links: [{ text: 'Plans', href: withDates('/', question) }],
    };
  const owes = isToday ? 'owes' : 'owed';
  if (params.mine && params.party === null && params.reasons.length === 0)
    return {
      text: isToday ? 'You owe no update' : 'You owed no update then',
      hint: 'Neither you nor an organisation that you belong to is behind with anything.',
      links: [{ text: 'Everybody’s', href: owedHref(of)({ ...params, mine: false, page: 1 }) }],
    };
  return isOwedFiltered(params)
    ? {
        text: 'No update that is owed matches',
        hint: 'Take something out of the filter.',
        links: [
          {
            text: 'Show all that is owed',
            href: owedHref(of)({ ...usualOwed, group: params.group, sort: params.sort }),
          },
        ],
      }
    : {
        text: `Nobody ${owes} an update`,
        hint: 'Every open action is rated, has had news in time and is within its timescale, whatever was asked is answered, and no data is lacking that is due.',
        links: [
          plan === null
            ? { text: 'Plans', href: withDates('/', question) }
            : {
                text: 'The plan',
                href: withDates(`/plans/${encodeURIComponent(plan.answer.plan.id)}`, question),
              },
        ],
      };
};

const pagesOf = (of: OwedPageOf, page: number, pages: number) => ({
  previous: page > 1 ? owedHref(of)({ ...of.params, page: page - 1 }) : null,
  next: page < pages ? owedHref(of)({ ...of.params, page: page + 1 }) : null,
  previousLabel: `${page - 1} of ${pages}`,
  nextLabel: `${page + 1} of ${pages}`,
});

const owedModel = (of: OwedPageOf) => {
  const { plan, shown, plans, params, question } = of;
  const { page, pages, lines } = owedOnPage(shown.lines, params.page);
  const inWords = owedRow({ ...of, severalPlans: plan === null && params.group !== 'plan' });
  const groups = groupOwed(lines, params.group, plans).map(({ lines: some, path, ...group }) => ({
    ...group,
    href: path === null ? null : withDates(path, question),
    rows: some.map(inWords),
  }));
  return {
    navigation:
      plan === null
        ? null
        : planNavigation({ plan: plan.answer.plan, current: 'owed', question, may: plan.may }),
    plan: plan === null ? null : plan.answer.plan.title,
    whose: whoseWays(of),
    tally: owedTally(of),
    filter: owedFilter(of),
    summary: summaryOf(of),
    remindersHref: plan === null ? null : withDates(remindersPath(plan.answer.plan.id), question),
    group: owedGroupWays(of),
    sort: owedSortWays(of),
    whole: shown.whole.map((debt) => ({
      plan: plans.get(debt.plan)?.plan.title ?? debt.plan,
      href: withDates(`/plans/${encodeURIComponent(debt.plan)}`, question),
      words: reasonInWords(debt, null),
    })),
    data: shown.data.map(dataRow(plans, question, plan === null)),
    byParty: params.group === 'party',
    groups,
    withButtons: groups.some(({ rows }) => rows.some(({ buttons }) => buttons.length > 0)),
    pages: pagesOf(of, page, pages),
    empty: emptyOf(of),
  };
};

/** Who owes an update, of one plan or of all: its title for the frame, and its content. */
export const owedPage = (of: OwedPageOf): Readonly<{ title: string; content: string }> => ({
  title: of.plan === null ? 'Updates owed' : `Updates owed – ${of.plan.answer.plan.title}`,
  content: renderTemplate('owed/owed.njk', owedModel(of)),
});
