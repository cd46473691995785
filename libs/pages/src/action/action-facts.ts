import type { ActionDetails, PlanAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { ratingTag } from '../rating/rating-tag.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { monthsBetween } from '../words/months-between.ts';
import { ukDate } from '../words/uk-date.ts';
import type { ActionLinks } from './action-links.ts';
import { owedSentences } from './action-owed.ts';
import { headingsOf } from './action-place.ts';

/** What whoever looks may do with this action, on the page's date. */
export type MayChange = Readonly<{
  /** Rate, note, answer: theirs, or the plan's manager's. */
  update: boolean;
  manage: boolean;
}>;

/** A row of the summary: what, how it is (HTML of our own), what can be done about it. */
export type FactRow = Readonly<{
  key: string;
  html: string;
  actions: ReadonlyArray<Readonly<{ text: string; hidden: string; href: string }>>;
}>;

type Facts = Readonly<{
  plan: PlanAnswer;
  action: ActionDetails;
  links: ActionLinks;
  may: MayChange;
}>;

const link = (href: string, text: string): string =>
  `<a class="govuk-link govuk-link--no-visited-state" href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;

const list = (items: ReadonlyArray<string>): string =>
  items.length < 2
    ? items.join('')
    : `<ul class="govuk-list app-facts__list">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const offered = (
  may: boolean,
  ...actions: ReadonlyArray<FactRow['actions'][number]>
): FactRow['actions'] => (may ? actions : []);

const statusWords = {
  open: 'Open',
  closed: 'Closed: it is done',
  withdrawn: 'Withdrawn: it will not be done',
};

const rating = ({ action, links, may }: Facts): FactRow => ({
  key: 'Rating',
  html: ratingTag(action.rating),
  actions: offered(may.update && action.status === 'open', {
    text: action.rating === notRated ? 'Rate' : 'Change',
    hidden: action.rating === notRated ? 'this action' : 'the rating',
    href: links.form('rate'),
  }),
});

const status = ({ plan, action, links, may }: Facts): FactRow => ({
  key: 'Status',
  html: escapeHtml(statusWords[action.status]),
  actions:
    action.status === 'open'
      ? offered(
          may.manage,
          { text: 'Close', hidden: 'this action', href: links.form('close') },
          { text: 'Withdraw', hidden: 'this action', href: links.form('withdraw') },
        )
      : offered(may.manage && plan.plan.status === 'open', {
          text: 'Reopen',
          hidden: 'this action',
          href: links.form('reopen'),
        }),
});

const owners = ({ action, links, may }: Facts): FactRow => ({
  key: 'Owners',
  html:
    action.owners.length === 0
      ? 'Nobody: the plan’s manager answers for it'
      : list(
          action.owners
            .toSorted((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'))
            .map(
              ({ party, name, role }) =>
                `${link(links.party(party), name)} (${role === 'lead' ? 'leads' : 'supports'})`,
            ),
        ),
  actions: offered(
    may.manage && action.status === 'open',
    { text: 'Add', hidden: 'an owner', href: links.form('assign') },
    ...(action.owners.length === 0
      ? []
      : [{ text: 'Release', hidden: 'an owner', href: links.form('release') }]),
  ),
});

const timescale = ({ action, links, may }: Facts): FactRow => ({
  key: 'Timescale',
  html: action.timescale === null ? 'None set' : timescaleWords(action.timescale),
  actions: offered(
    may.manage && action.status === 'open',
    {
      text: action.timescale === null ? 'Set' : 'Change',
      hidden: 'the timescale',
      href: links.form('timescale'),
    },
    ...(action.timescale === null
      ? []
      : [{ text: 'Remove', hidden: 'the timescale', href: links.form('no-timescale') }]),
  ),
});

/** The words as written and, where these do not say it themselves, the dates that they come to. */
const timescaleWords = ({
  asWritten,
  earliest,
  latest,
}: NonNullable<ActionDetails['timescale']>): string => {
  const dates = [
    ...(earliest === undefined ? [] : [`from ${ukDate(earliest)}`]),
    ...(latest === undefined ? [] : [`by ${ukDate(latest)}`]),
  ];
  const words = escapeHtml(asWritten);
  return dates.length === 0
    ? words
    : `${words} <span class="app-quiet">(${escapeHtml(dates.join(' '))})</span>`;
};

const place = ({ plan, action, links, may }: Facts): FactRow => {
  const headings = headingsOf(plan, action.under);
  return {
    key: 'Where it stands',
    html:
      headings.length === 0
        ? 'Under no heading'
        : list(
            headings.map(({ name, title }) =>
              escapeHtml(title === '' ? name : `${name}: ${title}`),
            ),
          ),
    actions: offered(may.manage, { text: 'Move', hidden: 'this action', href: links.form('move') }),
  };
};

/** After a plan's period its actions owe nothing, whatever was asked: what is owed is that the plan ends. */
const owesNothing = ({ plan, asOf }: PlanAnswer): string => {
  const end = plan.period?.latest;
  return plan.status === 'open' && end !== undefined && end < asOf
    ? `None: the plan’s period ended on ${ukDate(end)}. The plan is to be closed, or its actions carried forward.`
    : 'None';
};

const lastUpdate = ({ plan, action }: Facts): ReadonlyArray<FactRow> => [
  {
    key: 'Last update',
    html: action.lastUpdatedOn === null ? 'None yet' : ukDate(action.lastUpdatedOn),
    actions: [],
  },
  {
    key: 'Update owed',
    html:
      action.owed.length === 0
        ? owesNothing(plan)
        : list(owedSentences(action, monthsBetween(plan.plan, action.rating)).map(escapeHtml)),
    actions: [],
  },
];

const knownAs = ({ action }: Facts): ReadonlyArray<FactRow> =>
  action.knownAs.length === 0
    ? []
    : [{ key: 'Also known as', html: list(action.knownAs.map(escapeHtml)), actions: [] }];

/** What an action is, row by row. */
export const actionFacts = (facts: Facts): ReadonlyArray<FactRow> => [
  rating(facts),
  status(facts),
  owners(facts),
  timescale(facts),
  place(facts),
  ...lastUpdate(facts),
  ...knownAs(facts),
];
