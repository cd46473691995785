import type { ActionDetails, PlanAnswer } from '@trackrecord/application';
import { ratingTag } from '../rating/rating-tag.ts';
import { count } from '../words/count.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { longText } from '../words/long-text.ts';
import { ukDate } from '../words/uk-date.ts';
import type { StandingLine } from './change-form-page.ts';

const ownersOf = ({ owners }: ActionDetails): string =>
  owners.length === 0
    ? 'Nobody'
    : owners.map(({ name, role }) => (role === 'lead' ? name : `${name} (supports)`)).join(', ');

const lastNote = ({ notes }: ActionDetails): StandingLine => {
  const newest = notes.reduce<ActionDetails['notes'][number] | undefined>(
    (last, one) => (last === undefined || one.on >= last.on ? one : last),
    undefined,
  );
  return {
    key: newest === undefined ? 'Last note' : `Last note, ${ukDate(newest.on)}`,
    html: newest === undefined ? 'None yet' : longText(newest.text, 240),
  };
};

const asked = ({ requests }: ActionDetails): ReadonlyArray<StandingLine> =>
  requests
    .filter(({ state }) => state === 'open')
    .map(({ words, of, askedOn }) => ({
      key: `Asked ${of.length === 0 ? '' : `of ${of.map(({ name }) => name).join(', ')} `}on ${ukDate(askedOn)}`,
      html: longText(`“${words}”`, 160),
    }));

/** How an action stands, for whoever is about to change it. */
export const actionStanding = (action: ActionDetails): ReadonlyArray<StandingLine> => [
  { key: 'Rating', html: ratingTag(action.rating) },
  ...(action.status === 'open' ? [] : [{ key: 'Status', html: escapeHtml(action.status) }]),
  { key: 'Owners', html: escapeHtml(ownersOf(action)) },
  ...(action.timescale === null
    ? []
    : [{ key: 'Timescale', html: escapeHtml(action.timescale.asWritten) }]),
  {
    key: 'Last update',
    html: action.lastUpdatedOn === null ? 'None yet' : ukDate(action.lastUpdatedOn),
  },
  lastNote(action),
  ...asked(action),
];

/** How a plan stands, for whoever is about to add to it. */
export const planStanding = ({
  plan,
  counts,
  priorities,
  enablers,
}: PlanAnswer): ReadonlyArray<StandingLine> => [
  { key: 'Status', html: escapeHtml(plan.status) },
  { key: 'Actions', html: escapeHtml(count(counts.actions, 'action')) },
  {
    key: 'Priorities',
    html:
      priorities.length === 0
        ? 'None'
        : priorities.map(({ ref, title }) => `<p>${escapeHtml(`${ref}: ${title}`)}</p>`).join(''),
  },
  ...(enablers.length === 0
    ? []
    : [
        {
          key: 'Enablers',
          html: enablers
            .map(({ ref, title }) => `<p>${escapeHtml(`${ref}: ${title}`)}</p>`)
            .join(''),
        },
      ]),
];
