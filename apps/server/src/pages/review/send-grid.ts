import { describeFailure, type Failure, type Principal } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import {
  allActions,
  becameTrueField,
  filledIn,
  type FormErrors,
  gridPath,
  type GridParams,
  parseGridParams,
  parseUkDate,
  ukDate,
  ukInstant,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { leaveNotice } from '../notice.ts';
import { dropDraft, keepDraft, lookupDraft } from './grid-draft.ts';
import { gridReply, type ShownGrid } from './grid-reply.ts';
import { heldOn } from './held-on.ts';
import { meanwhileIn, nothingMeanwhile } from './meanwhile.ts';
import { type ReadGrid, recordGrid } from './record-grid.ts';
import { refusedGrid } from './refused-grid.ts';
import { reviewerOf } from './reviewer.ts';
import { rowChanges } from './row-changes.ts';
import { type SentGrid, sentGrid } from './sent-grid.ts';

/** A grid that came: the plan as it stands, who sent it, and what is in it. */
type Sending = Readonly<{
  desk: Desk;
  exchange: Exchange;
  asked: AskedPlan;
  principal: Principal;
  sent: SentGrid;
}>;

type Answer = TE.TaskEither<Failure, Reply>;

const draftOf = ({ principal, asked: { plan } }: Sending) => ({ principal, plan });

const paramsOf = ({ exchange, asked }: Sending): GridParams =>
  parseGridParams(exchange.form.one, asked.answer).params;

/** Shown again as it was sent: the same actions, and all others that are filled in. */
const again = (
  sending: Sending,
  why: Pick<ShownGrid, 'status' | 'errors'> & Partial<ShownGrid>,
): Answer => {
  const { desk, exchange, asked, sent } = sending;
  return gridReply(desk, exchange, asked, {
    params: paramsOf(sending),
    shows: { _tag: 'Named', refs: new Set([...sent.shown, ...filledIn(sent.work.rows).keys()]) },
    work: sent.work,
    meanwhile: nothingMeanwhile,
    conflict: null,
    savedAt: null,
    ...why,
  });
};

const atDate = (message: string): FormErrors => [
  { field: becameTrueField, message: `Date of the review: ${message}` },
];

const keptThen = (sending: Sending, then: () => Reply): Answer =>
  pipe(
    keepDraft(sending.desk, draftOf(sending), sending.sent.work),
    TE.map(then),
    TE.orElse((failure) =>
      failure._tag === 'Invalid'
        ? again(sending, {
            status: 413,
            errors: [{ field: becameTrueField, message: describeFailure(failure) }],
          })
        : TE.left(failure),
    ),
  );

const saved = (sending: Sending): Answer => {
  const { desk, asked, sent } = sending;
  const filled = filledIn(sent.work.rows).size;
  const text =
    filled === 0
      ? 'Nothing is filled in, so there is nothing to save.'
      : `Saved for later, ${ukInstant(desk.clock.now())}. Nothing of it is recorded yet.`;
  return keptThen(sending, () =>
    redirect(gridPath(asked.plan, paramsOf(sending)), [
      leaveNotice({ kind: filled === 0 ? 'important' : 'success', text }),
    ]),
  );
};

/** Shows other actions; the address carries which, and what was filled in is kept. */
const shown = (sending: Sending, params: GridParams): Answer =>
  keptThen(sending, () => redirect(gridPath(sending.asked.plan, params)));

const discarded = (sending: Sending): Answer =>
  pipe(
    dropDraft(sending.desk, draftOf(sending)),
    TE.map(() =>
      redirect(gridPath(sending.asked.plan), [
        leaveNotice({ kind: 'success', text: 'What was filled in is discarded.' }),
      ]),
    ),
  );

const dateIn = ({ asked, sent }: Sending): E.Either<FormErrors, LocalDate> =>
  pipe(
    parseUkDate('Date of the review')(sent.work.effectiveOn),
    E.mapLeft((message): FormErrors => [{ field: becameTrueField, message }]),
    E.filterOrElse(
      (on) => on <= asked.dateBar.today,
      (on) =>
        atDate(
          `${ukDate(on)} is still to come. Enter today’s date or an earlier one; what is true only later is recorded with each action.`,
        ),
    ),
  );

/** All that was filled in, understood, or everything that is wrong with it. */
const understood = (sending: Sending): E.Either<FormErrors, ReadGrid> => {
  const { asked, principal, sent } = sending;
  const { rows, basedOn } = sent.work;
  const holds = sent.deed === 'recordAndHold';
  const date = dateIn(sending);
  const changes = rowChanges(
    asked.answer,
    rows,
    E.isRight(date) ? date.right : asked.dateBar.today,
  );
  if (E.isLeft(date) || E.isLeft(changes))
    return E.left([
      ...(E.isLeft(date) ? date.left : []),
      ...(E.isLeft(changes) ? changes.left : []),
    ]);
  return changes.right.length === 0 && !holds
    ? E.left([
        {
          field: becameTrueField,
          message:
            'Nothing is filled in: choose a rating, write a note or tick “Nothing has changed” for one action at least.',
        },
      ])
    : E.right({ asked, principal, on: date.right, basedOn, actions: changes.right, holds });
};

/** A review of that date is there already, and not by this very form: then nothing is to be recorded by half. */
const heldBefore = ({ desk, asked }: Sending, { on, holds, basedOn }: ReadGrid) =>
  holds
    ? pipe(
        heldOn(desk, asked, on),
        E.map((review) => (review !== undefined && review.ordinal <= basedOn ? review : undefined)),
      )
    : E.right(undefined);

/** Shown again on the plan as it stands after what stood in the way. */
const refused =
  (sending: Sending, { on }: ReadGrid) =>
  (failure: Failure): Answer =>
    pipe(
      askedPlan(sending.desk)(sending.exchange, 'the review'),
      TE.chain((asked) => {
        const why = refusedGrid(failure, asked.answer, on);
        if (why === undefined) return TE.left(failure);
        const now = { ...sending, asked };
        if (failure._tag !== 'Conflict') return again(now, why);
        return pipe(
          TE.fromEither(meanwhileIn(sending.desk, asked, sending.sent.work)),
          TE.chain((meanwhile) =>
            again(now, { ...why, errors: [], meanwhile, conflict: describeFailure(failure) }),
          ),
        );
      }),
    );

const recorded = (sending: Sending): Answer => {
  const read = understood(sending);
  if (E.isLeft(read)) return again(sending, { status: 400, errors: read.left });
  return pipe(
    TE.fromEither(heldBefore(sending, read.right)),
    TE.chain((review) =>
      review === undefined
        ? pipe(
            recordGrid(sending.desk, sending.exchange, read.right),
            TE.orElse(refused(sending, read.right)),
          )
        : again(sending, {
            status: 422,
            errors: atDate(
              `A review of ${ukDate(review.on)} is recorded already; it looked at ordinal ${review.lookedAt}. Choose “Record all” alone, or enter another date.`,
            ),
          }),
    ),
  );
};

const taken = (sending: Sending): Answer => {
  switch (sending.sent.deed) {
    case 'save':
      return saved(sending);
    case 'show':
      return shown(sending, paramsOf(sending));
    case 'showAll':
      return shown(sending, allActions);
    case 'showFilled':
      return shown(sending, { ...allActions, filledOnly: true });
    case 'discard':
      return discarded(sending);
    case 'record':
    case 'recordAndHold':
      return pipe(
        // Kept first, whatever comes of that or this: half-finished work outlives a refusal.
        TE.fromTask(keepDraft(sending.desk, draftOf(sending), sending.sent.work)),
        TE.chain(() => recorded(sending)),
      );
  }
};

/** Takes a review grid: saved, shown otherwise, discarded or recorded, as its button says. */
export const sendGrid: Route = {
  method: 'POST',
  path: '/plans/:plan/review',
  audience: 'people',
  may: 'manage',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the review'),
      TE.bindTo('asked'),
      TE.bind('principal', () => TE.fromEither(reviewerOf(exchange))),
      TE.bind('draft', ({ asked, principal }) =>
        lookupDraft(desk, { principal, plan: asked.plan }),
      ),
      TE.chain(({ asked, principal, draft }) =>
        taken({ desk, exchange, asked, principal, sent: sentGrid(exchange.form, draft) }),
      ),
    ),
};
