import {
  type ActionChange,
  type Changed,
  changeActions,
  describeFailure,
  type Failure,
  holdReview,
  type Principal,
  storage,
  streamOf,
} from '@trackrecord/application';
import { lookupActionByRef } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  type Banner,
  doField,
  onWordOfField,
  recordedPath,
  seenPath,
  ukDate,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange, Fields } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { authorOf } from '../change/around.ts';
import { commandIdOf } from '../change/command-id-of.ts';
import { leaveNotice } from '../notice.ts';
import type { AskedPlan } from '../asked-plan.ts';
import { dropDraft } from './grid-draft.ts';

/** A grid that was understood: what is to be recorded, by whom, from when, and whether the review is held with it. */
export type ReadGrid = Readonly<{
  asked: AskedPlan;
  principal: Principal;
  on: LocalDate;
  basedOn: Ordinal;
  actions: ReadonlyArray<ActionChange>;
  holds: boolean;
}>;

/** What a form sends that is not to be recorded: which of its buttons, and which actions it shows. */
const besides: ReadonlySet<string> = new Set([
  doField,
  'party',
  'priority',
  'rating',
  'owed',
  'filled',
]);

const withoutThose = (form: Fields): Fields => ({
  ...form,
  names: () => form.names().filter((name) => !besides.has(name)),
});

/** Sent twice, or by another button, it is one command. */
const commandIdFor = ({ path, form }: Exchange, { party }: Principal, deed: 'record' | 'hold') =>
  commandIdOf({ path: `${path} ${deed}`, form: withoutThose(form) }, party);

/** What the form was made from; where nothing is changed, what the board saw. */
const lookedAt = ({ basedOn, asked: { answer } }: ReadGrid): Ordinal =>
  basedOn > 0 && basedOn <= answer.ordinal ? basedOn : answer.ordinal;

/** The actions that were on the page, by their ids: on the review's date their refs may have been others'. */
const thoseShown = (
  { views }: Desk,
  read: ReadGrid,
): E.Either<Failure, ReadonlyArray<ActionChange>> =>
  pipe(
    views.cutOf(streamOf('plan', read.asked.plan), {
      asOf: read.asked.answer.asOf,
      knownAt: lookedAt(read),
    }),
    E.bimap(storage, (cut) =>
      read.actions.map((change) => ({
        ...change,
        id: O.toUndefined(lookupActionByRef(cut)(change.ref)),
      })),
    ),
  );

const recorded = (
  desk: Desk,
  exchange: Exchange,
  { asked, principal, on, basedOn }: ReadGrid,
  actions: ReadonlyArray<ActionChange>,
): TE.TaskEither<Failure, Changed> => {
  const once = changeActions(desk)({
    plan: asked.plan,
    author: authorOf(principal, {
      effectiveOn: on,
      why: undefined,
      onWordOf: exchange.form.one(onWordOfField),
      basedOn,
    }),
    commandId: commandIdFor(exchange, principal, 'record'),
    actions,
  });
  return pipe(
    once,
    // A form that was sent twice at once may have met its own first half: asked again, that one answers.
    TE.orElse((failure) => (failure._tag === 'Conflict' ? once : TE.left(failure))),
  );
};

/** Holds the review: the board saw the plan up to an ordinal. What became of it, for the next page. */
const held = (
  desk: Desk,
  exchange: Exchange,
  { asked: { plan }, principal, on }: ReadGrid,
  lookedAt: Ordinal,
): TE.TaskEither<Failure, Banner> =>
  pipe(
    holdReview(desk)({
      plan,
      author: authorOf(principal, {
        effectiveOn: on,
        why: undefined,
        onWordOf: undefined,
        basedOn: lookedAt,
      }),
      commandId: commandIdFor(exchange, principal, 'hold'),
    }),
    TE.map((): Banner => ({
      kind: 'success',
      text: `The review of ${ukDate(on)} is recorded.`,
      link: { text: 'The plan as that board saw it', href: seenPath(plan, { on, lookedAt }) },
    })),
  );

const ordinalsIn = ({ changes }: Changed): readonly [first: Ordinal, last: Ordinal] | undefined => {
  const ordinals = changes.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b);
  const [first, last] = [ordinals[0], ordinals.at(-1)];
  return first === undefined || last === undefined ? undefined : [first, last];
};

/** Nothing of it was news: said on the page that it leads to. */
const nothingNew = ({ on, actions }: ReadGrid): Banner => ({
  kind: 'important',
  text:
    actions.length === 0
      ? 'Nothing was filled in, so nothing was recorded.'
      : `Nothing was recorded anew: all of it stands there already for ${ukDate(on)}.`,
});

/** What was recorded is on its own page; the review's own outcome is said above it. */
const summary = (
  { asked: { plan }, actions }: ReadGrid,
  changed: Changed,
  [from, upTo]: readonly [Ordinal, Ordinal],
  said: Banner | undefined,
): Reply => {
  const touched = new Set(changed.changes.map(({ ref }) => ref));
  const nothing = actions.map(({ ref }) => ref).filter((ref) => !touched.has(ref));
  return redirect(
    recordedPath(plan, { from, upTo, nothing }),
    said === undefined ? [] : [leaveNotice(said)],
  );
};

/** The changes stand, whatever became of the review. */
const notHeld = (failure: Failure): Banner => ({
  kind: 'important',
  text: `The changes are recorded, and the review is not: ${describeFailure(failure)}`,
});

const afterwards = (
  desk: Desk,
  exchange: Exchange,
  read: ReadGrid,
  changed: Changed,
): TE.TaskEither<Failure, Reply> => {
  const ordinals = ordinalsIn(changed);
  const reviews = `/plans/${read.asked.plan}/reviews`;
  if (ordinals !== undefined)
    return pipe(
      read.holds
        ? pipe(
            held(desk, exchange, read, ordinals[1]),
            // The page of what was recorded tells of the review too.
            TE.map((): Banner | undefined => undefined),
            TE.orElse((why) => TE.right<Failure, Banner | undefined>(notHeld(why))),
          )
        : TE.right<Failure, Banner | undefined>(undefined),
      TE.map((said) => summary(read, changed, ordinals, said)),
    );
  if (changed.events.length > 0)
    return TE.right(
      redirect(`/plans/${read.asked.plan}`, [
        leaveNotice({
          kind: 'important',
          text: 'All of it is recorded. It will show here in a moment. The review itself can be held after that.',
        }),
      ]),
    );
  return read.holds
    ? pipe(
        held(desk, exchange, read, lookedAt(read)),
        TE.map((said) => redirect(reviews, [leaveNotice(said)])),
      )
    : TE.right(redirect(`/plans/${read.asked.plan}/review`, [leaveNotice(nothingNew(read))]));
};

/** Records all of it as one append, or none; then holds the review where that was asked. Its draft is done with. */
export const recordGrid = (
  desk: Desk,
  exchange: Exchange,
  read: ReadGrid,
): TE.TaskEither<Failure, Reply> =>
  pipe(
    TE.fromEither(thoseShown(desk, read)),
    TE.chain((actions) => recorded(desk, exchange, read, actions)),
    // What is recorded has happened, whatever becomes of the draft.
    TE.chainFirstTaskK(() => dropDraft(desk, { principal: read.principal, plan: read.asked.plan })),
    TE.chain((changed) => afterwards(desk, exchange, read, changed)),
  );
