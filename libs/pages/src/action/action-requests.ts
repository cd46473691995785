import type { ActionDetails } from '@trackrecord/application';
import { listInWords } from '../words/list-in-words.ts';
import { ukDate } from '../words/uk-date.ts';
import type { ActionLinks } from './action-links.ts';

/** A request for an update as it is shown. */
export type RequestView = Readonly<{
  words: string;
  whom: string;
  on: string;
  due: string | null;
  state: 'open' | 'given' | 'waived';
  /** "Not answered yet", "Answered", "Not needed any more". */
  stateWords: string;
  waiveHref: string | null;
}>;

const stateWords = { open: 'Not answered yet', given: 'Answered', waived: 'No longer needed' };

/** The requests of an action: what is open first, then the last that was asked. */
export const actionRequests = (
  { requests }: Pick<ActionDetails, 'requests'>,
  links: ActionLinks,
  mayChange: boolean,
): ReadonlyArray<RequestView> =>
  requests
    .map((request, place) => ({ request, place }))
    .toSorted(
      (a, b) =>
        Number(b.request.state === 'open') - Number(a.request.state === 'open') ||
        (a.request.askedOn < b.request.askedOn
          ? 1
          : a.request.askedOn > b.request.askedOn
            ? -1
            : 0) ||
        b.place - a.place,
    )
    .map(({ request: { request, of, words, state, askedOn, dueOn } }) => ({
      words,
      whom:
        of.length === 0
          ? 'nobody in particular'
          : listInWords(
              of.map(({ name }) => name),
              'and',
            ),
      on: ukDate(askedOn),
      due: dueOn === null ? null : ukDate(dueOn),
      state,
      stateWords: stateWords[state],
      waiveHref: mayChange && state === 'open' ? links.form('waive', { request }) : null,
    }));
