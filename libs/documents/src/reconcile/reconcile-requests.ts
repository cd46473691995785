import {
  actionStatus,
  GiveUpdate,
  type PlanOrder,
  type Ref,
  RequestUpdate,
  type Step,
  subjectOf,
  type UpdateRequest,
  updateRequest,
  WaiveUpdate,
} from '@trackrecord/domain';
import { type Held, heldBy } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import type { ProposedAction, ProposedRequest } from '../proposal/proposed-action.ts';
import { type Context, sourceOf } from './context.ts';
import { confirming } from './judge.ts';
import { nothing, type Outcome, steps, together } from './outcome.ts';
import { documentNotes } from './reconcile-notes.ts';
import { refOf, slugOf, textOf } from './words-of.ts';

type KnownRequest = Readonly<{ request: Ref; asked: UpdateRequest; held: Held }>;

const requestsOf = ({ state }: Context, subject: string): ReadonlyArray<KnownRequest> =>
  updateRequest.membersOf(state.cut, subject).flatMap(({ id, value }) => {
    const held = heldBy(state.cut, subject, `${updateRequest.name}/${id}`);
    return held === undefined ? [] : [{ request: refOf(id), asked: value, held }];
  });

/** Whether the document's notes on the action are others than the last document's. */
const hasNews = (context: Context, action: Ref, { notes }: ProposedAction): boolean => {
  const before = documentNotes(context, action).map(({ text }) => text);
  return notes.some(({ text }) => !before.includes(textOf(text)));
};

/** An id that no request of the action has had, nor other words of the document that look the same as an id. */
const freshId = (
  known: ReadonlyArray<KnownRequest>,
  words: string,
  asked: ReadonlyArray<ProposedRequest>,
): Ref => {
  const slug = slugOf(words);
  const alike = new Set(asked.map((other) => other.words).filter((one) => slugOf(one) === slug));
  const fresh = [...Array(known.length + alike.size).keys()]
    .map((before) => refOf(before === 0 ? slug : `${slug}-${before + 1}`))
    .filter((id) => !known.some(({ request }) => request === id));
  return fresh[[...alike].indexOf(words)] ?? refOf(slug);
};

const ask = (
  context: Context,
  action: Ref,
  known: ReadonlyArray<KnownRequest>,
  { parties, words, from }: ProposedRequest,
  asked: ReadonlyArray<ProposedRequest>,
): Step<PlanOrder> => ({
  order: RequestUpdate.of({
    action,
    request: freshId(known, words, asked),
    of: parties.map(context.partyId),
    words: textOf(words),
  }),
  source: sourceOf(context, from),
});

/**
 * Holds the words of a document that ask for news against what was asked before. Words that still stand ask
 * still; words that people answered meanwhile ask again only in a note that is new; words that are gone were answered
 * where the note has news, and are waived where it has none.
 */
export const reconcileRequests = (
  context: Context,
  action: Ref,
  proposed: ProposedAction,
): Outcome => {
  const subject = subjectOf('action', action);
  const known = requestsOf(context, subject);
  const news = hasNews(context, action, proposed);
  const asking = (words: string) => known.filter(({ asked }) => asked.words === textOf(words));
  const said = proposed.requests.map((request): Outcome => {
    const before = asking(request.words);
    const open = before.find(({ asked }) => asked.state === 'open');
    if (open !== undefined) {
      return confirming({ subject, field: `${updateRequest.name}/${open.request}` }, open.held);
    }
    const isAnswered = before.some(({ held }) => held.document === undefined);
    return isAnswered && !news
      ? nothing
      : steps(ask(context, action, known, request, proposed.requests));
  });
  const stillAsked = new Set(proposed.requests.map(({ words }) => textOf(words)));
  const unsaid = known.filter(
    ({ asked, held }) =>
      asked.state === 'open' && held.document !== undefined && !stillAsked.has(asked.words),
  );
  const isClosed = O.toUndefined(actionStatus.of(context.state.cut, subject)) === 'closed';
  const settled = unsaid.map(({ request }) =>
    steps({
      // A closed action has no more updates.
      order:
        news && !isClosed
          ? GiveUpdate.of({ action, requests: [request] })
          : WaiveUpdate.of({ action, requests: [request] }),
      why: textOf(
        news ? 'The document has news and asks no longer.' : 'The document asks no longer.',
      ),
      source: sourceOf(context, proposed.from),
    }),
  );
  return together([...settled, ...said]);
};
