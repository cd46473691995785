import type { PartyInFull } from '@trackrecord/application';
import type { StandingLine } from '../change/change-form-page.ts';
import { count } from '../words/count.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { longText } from '../words/long-text.ts';

type Titled = Readonly<{ ref: string; title: string }>;

const actionsHtml = (plan: string, actions: ReadonlyArray<Titled>): string =>
  actions.length === 0
    ? ''
    : `<p>${escapeHtml(plan)}</p><ul class="govuk-list app-standing__list">${actions
        .map(({ ref, title }) => `<li>${longText(`${ref} ${title}`, 70)}</li>`)
        .join('')}</ul>`;

const lines: ReadonlyArray<readonly [string, 'leads' | 'supports' | 'askedFor']> = [
  ['Leads', 'leads'],
  ['Supports', 'supports'],
  ['Asked for', 'askedFor'],
];

const workLines = ({ plans }: Pick<PartyInFull, 'plans'>): ReadonlyArray<StandingLine> =>
  lines.flatMap(([key, part]) => {
    const html = plans.map((plan) => actionsHtml(plan.title, plan[part])).join('');
    return html === '' ? [] : [{ key, html }];
  });

/** Who a party is and what it does, for whoever is about to change it. */
export const partyStanding = (party: PartyInFull): ReadonlyArray<StandingLine> => {
  const names = [...party.spellings.map(({ name }) => name), ...party.formerNames];
  const work = workLines(party);
  return [
    { key: 'Kind', html: party.kind },
    ...(names.length === 0 ? [] : [{ key: 'Other names', html: escapeHtml(names.join(', ')) }]),
    ...(party.organisations.length === 0
      ? []
      : [
          {
            key: 'Belongs to',
            html: escapeHtml(party.organisations.map(({ name }) => name).join(', ')),
          },
        ]),
    ...(work.length === 0 ? [{ key: 'Actions', html: 'None' }] : work),
  ];
};

/** How much a party does, in words: "leads 3 actions, supports 1 action, is asked about 2 actions". */
export const workInWords = ({ plans }: Pick<PartyInFull, 'plans'>): string => {
  const of = (part: 'leads' | 'supports' | 'askedFor') =>
    plans.reduce((sum, plan) => sum + new Set(plan[part].map(({ ref }) => ref)).size, 0);
  const [leads, supports, asked] = [of('leads'), of('supports'), of('askedFor')];
  const parts = [
    ...(leads === 0 ? [] : [`leads ${count(leads, 'action')}`]),
    ...(supports === 0 ? [] : [`supports ${count(supports, 'action')}`]),
    ...(asked === 0 ? [] : [`is asked about ${count(asked, 'action')}`]),
  ];
  return parts.length === 0 ? 'has no actions' : parts.join(', ');
};
