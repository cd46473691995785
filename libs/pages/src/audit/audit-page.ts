import {
  type AuditTrailAnswer,
  fieldInWords,
  type PlanAnswer,
  type Question,
} from '@trackrecord/application';
import type { FormErrors } from '../forms/form-errors.ts';
import { withDates, withoutDates } from '../frame/date-query.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { count } from '../words/count.ts';
import { ukNumbersDate } from '../words/uk-date.ts';
import {
  isTrailFiltered,
  type TrailDate,
  trailDates,
  type TrailParams,
  trailQuery,
} from './trail-params.ts';
import { trailRow } from './trail-row.ts';
import { channelInWords, channelWords } from './trail-words.ts';

/** Where the pages before and after are; `null` where there is none. */
export type TrailPages = Readonly<{
  previous: Readonly<{ before: string; at: number | null }> | null;
  next: Readonly<{ after: string; at: number | null }> | null;
}>;

/** All that a page of an audit trail shows, and what it was asked. */
export type AuditPageOf = Readonly<{
  /** The plan whose trail it is; `null` for all plans whose trail whoever looks may see. */
  plan: Readonly<{ answer: PlanAnswer; may: PlanNavigationOf['may'] }> | null;
  /** By id, where several plans are shown. */
  planTitles: ReadonlyMap<string, string>;
  /** `null` where what was asked cannot be answered: the errors say why. */
  trail: AuditTrailAnswer | null;
  pages: TrailPages;
  /** Which line in the whole the page begins with; `null` where that is not known. */
  at: number | null;
  params: TrailParams;
  question: Question;
  /** People and organisations to choose from, by name. */
  people: ReadonlyArray<string>;
  /** Whether accounts, roles and tokens are among what is shown. */
  withAccess: boolean;
  /** The fields that there are. */
  fields: ReadonlyArray<string>;
  refused: Readonly<{ typed: Readonly<Record<string, string>>; errors: FormErrors }>;
}>;

const pathOf = ({ plan }: AuditPageOf): string =>
  plan === null ? '/audit' : `/plans/${encodeURIComponent(plan.answer.plan.id)}/audit`;

/** The same page with other lines; `more` says which page, or in which form. */
const hrefOf =
  (of: AuditPageOf) =>
  (params: TrailParams, more: Readonly<Record<string, string>> = {}): string => {
    const query = new URLSearchParams(trailQuery(params));
    Object.entries(more).forEach(([name, value]) => {
      query.set(name, value);
    });
    const asked = query.toString();
    return withDates(`${pathOf(of)}${asked === '' ? '' : `?${asked}`}`, of.question);
  };

const everything: TrailParams = {
  person: null,
  subject: null,
  field: null,
  dates: {},
  channel: null,
  withConfirmed: false,
  newestFirst: true,
};

const collator = new Intl.Collator('en', { numeric: true });

const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const fieldItems = ({ fields, params }: AuditPageOf) =>
  [...new Set([...fields, ...(params.field === null ? [] : [params.field])])]
    .map((value) => ({ value, text: capitalised(fieldInWords(value)) }))
    .toSorted((a, b) => collator.compare(a.text, b.text));

const dateNames: ReadonlyArray<TrailDate> = [
  'effectiveFrom',
  'effectiveTo',
  'recordedFrom',
  'recordedTo',
];

const appliedWords = ({ params }: AuditPageOf): ReadonlyArray<string> => [
  ...(params.person === null ? [] : [`Who: ${params.person}`]),
  ...(params.subject === null ? [] : [`What about: ${params.subject}`]),
  ...(params.field === null ? [] : [`Field: ${fieldInWords(params.field)}`]),
  ...dateNames.flatMap((name) => {
    const date = params.dates[name];
    return date === undefined ? [] : [`${trailDates[name]} ${ukNumbersDate(date)}`];
  }),
  ...(params.channel === null ? [] : [`Recorded ${channelInWords(params.channel)}`]),
  ...(params.withConfirmed ? ['With what documents said again'] : []),
];

const filterOf = (of: AuditPageOf) => {
  const { params, refused, question } = of;
  const clearHref = hrefOf(of)({ ...everything, newestFirst: params.newestFirst });
  const typed = (name: string, value: string): string => refused.typed[name] ?? value;
  return {
    action: pathOf(of),
    kept: [
      ...withoutDates(clearHref).kept,
      ...[...new URLSearchParams(withDates('', question).slice(1))].map(([name, value]) => ({
        name,
        value,
      })),
    ],
    open: refused.errors.length > 0,
    clearHref: isTrailFiltered(params) || params.withConfirmed ? clearHref : null,
    applied: appliedWords(of),
    errors: refused.errors,
    people: of.people,
    person: typed('person', params.person ?? ''),
    subject: typed('subject', params.subject ?? ''),
    subjectHint: of.withAccess
      ? 'Such as 27, theme 2.3, plan, accounts, account m.reed.'
      : 'Such as 27, theme 2.3, plan.',
    fields: fieldItems(of),
    field: params.field,
    channels: Object.keys(channelWords).map((value) => ({
      value,
      text: capitalised(channelInWords(value)),
    })),
    channel: params.channel,
    dates: dateNames.map((name) => ({
      field: name,
      label: trailDates[name],
      value: typed(name, ukNumbersDate(params.dates[name] ?? '')),
    })),
    allChecked: params.withConfirmed ? ['yes'] : [],
  };
};

const shownWords = ({ trail, at }: AuditPageOf): string => {
  if (trail === null || trail.total === 0) return '';
  const shown = trail.rows.length;
  if (shown === trail.total) return count(trail.total, 'line');
  return at === null
    ? `${count(shown, 'line')} of ${trail.total.toLocaleString('en-GB')}`
    : `Lines ${at.toLocaleString('en-GB')} to ${(at + shown - 1).toLocaleString('en-GB')} of ${trail.total.toLocaleString('en-GB')}`;
};

const pagerOf = (of: AuditPageOf) => {
  const { pages, params, trail } = of;
  const href = hrefOf(of);
  const numbered = (at: number | null): Readonly<Record<string, string>> =>
    at === null ? {} : { at: String(at) };
  const { previous, next } = pages;
  const [later, earlier] = params.newestFirst
    ? ['Recorded later', 'Recorded earlier']
    : ['Recorded earlier', 'Recorded later'];
  return {
    label: 'Pages of the audit trail',
    previous:
      previous === null
        ? null
        : href(params, { before: previous.before, ...numbered(previous.at) }),
    previousLabel: later,
    next:
      next === null || trail === null
        ? null
        : href(params, { after: next.after, ...numbered(next.at) }),
    nextLabel: earlier,
  };
};

const emptyOf = (of: AuditPageOf) => {
  const { trail, params } = of;
  if (trail === null || trail.total > 0) return null;
  return isTrailFiltered(params)
    ? {
        text: 'Nothing that was recorded matches',
        hint: 'Take something out of the filter, or start again.',
        links: [{ text: 'Show the whole trail', href: hrefOf(of)(everything) }],
      }
    : {
        text: 'Nothing is recorded by then',
        hint: 'The trail begins with the first document that is imported, or the first thing that is recorded.',
        links: [],
      };
};

const auditModel = (of: AuditPageOf) => {
  const { plan, trail, params, question } = of;
  const href = hrefOf(of);
  return {
    navigation:
      plan === null
        ? null
        : planNavigation({ plan: plan.answer.plan, current: 'audit', question, may: plan.may }),
    plan: plan === null ? null : plan.answer.plan.title,
    filter: filterOf(of),
    /** What was asked, in one sentence: the head of every file that is saved. */
    asked: trail === null ? '' : trail.filter,
    shown: shownWords(of),
    order: [true, false].map((newestFirst) => ({
      text: newestFirst ? 'Newest first' : 'Oldest first',
      href: href({ ...params, newestFirst }),
      current: newestFirst === params.newestFirst,
    })),
    exports:
      trail === null || trail.total === 0
        ? []
        : ['CSV', 'JSON'].map((name) => ({
            text: `Save ${trail.total === 1 ? 'it' : `all ${count(trail.total, 'line')}`} as ${name}`,
            href: href(params, { format: name.toLowerCase() }),
          })),
    rows: (trail?.rows ?? []).map(trailRow(question, plan === null ? of.planTitles : null)),
    pages: pagerOf(of),
    empty: emptyOf(of),
  };
};

/** An audit trail, of one plan or of several: its title for the frame, and its content. */
export const auditPage = (of: AuditPageOf): Readonly<{ title: string; content: string }> => ({
  title: of.plan === null ? 'Audit trail' : `Audit trail – ${of.plan.answer.plan.title}`,
  content: renderTemplate('audit/audit.njk', auditModel(of)),
});
