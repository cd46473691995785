import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openActionOfOpenPlan } from '../guards.ts';
import { Rating } from '../rating.ts';
import type {
  ActionNotOpen,
  NotFound,
  NothingAsked,
  PlanIsClosed,
  RatingNotOnScale,
  RefTaken,
} from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { askedRequests } from './asked-requests.ts';
import { freeNote } from './free-note.ts';
import { NoteAdded } from './note-added.ts';
import { onScale } from './on-scale.ts';
import { RatingChanged } from './rating-changed.ts';
import { UpdateGiven } from './update-given.ts';

/**
 * Gives an update on an action: in words, with a rating, or both. It settles what was asked.
 * One that says nothing must at least settle something; "no change" has a command of its own.
 */
export const GiveUpdate = defineCommand(
  'GiveUpdate',
  t.intersection([
    t.type({ action: Ref }),
    t.partial({
      requests: t.readonlyArray(Ref),
      note: t.type({ note: Ref, text: Text }),
      rating: Rating,
    }),
  ]),
);

export type GiveUpdateRefusal =
  PlanIsClosed | NotFound | ActionNotOpen | RatingNotOnScale | RefTaken | NothingAsked;

export const giveUpdate: DecideOn<typeof GiveUpdate, GiveUpdateRefusal, PlanBody> =
  (state) =>
  ({ action, requests, note, rating }) =>
    pipe(
      openActionOfOpenPlan(state, action),
      E.bindTo('subject'),
      E.chainFirstW(() => (rating === undefined ? E.right(null) : onScale(state.cut, rating))),
      E.chainFirstW(({ subject }) =>
        note === undefined ? E.right(null) : freeNote(state, subject, note),
      ),
      E.bindW('open', ({ subject }) => askedRequests(state, subject, requests)),
      E.filterOrElseW(
        ({ open }) => open.length > 0 || note !== undefined || rating !== undefined,
        (): NothingAsked => ({ _tag: 'NothingAsked', action }),
      ),
      E.map(({ open }) => [
        UpdateGiven.of({ action, requests: open }),
        ...(rating === undefined ? [] : [RatingChanged.of({ action, rating })]),
        ...(note === undefined ? [] : [NoteAdded.of({ action, ...note })]),
      ]),
    );
