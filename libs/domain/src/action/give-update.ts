import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openAction } from '../guards.ts';
import { Rating } from '../rating.ts';
import type { ActionNotOpen, NotFound, RatingNotOnScale } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { NoteAdded } from './note-added.ts';
import { onScale } from './on-scale.ts';
import { openRequests } from './open-requests.ts';
import { RatingChanged } from './rating-changed.ts';
import { UpdateGiven } from './update-given.ts';

/** Gives an update on an action: in words, with a rating, or both. It settles what was asked. */
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

export type GiveUpdateRefusal = NotFound | ActionNotOpen | RatingNotOnScale;

export const giveUpdate: DecideOn<typeof GiveUpdate, GiveUpdateRefusal, PlanBody> =
  (state) =>
  ({ action, requests, note, rating }) =>
    pipe(
      openAction(state, action),
      E.chainFirstW(() => (rating === undefined ? E.right(null) : onScale(state.cut, rating))),
      E.map((subject) => [
        UpdateGiven.of({ action, requests: openRequests(state.cut, subject, requests) }),
        ...(rating === undefined ? [] : [RatingChanged.of({ action, rating })]),
        ...(note === undefined ? [] : [NoteAdded.of({ action, ...note })]),
      ]),
    );
