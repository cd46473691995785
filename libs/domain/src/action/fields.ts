import { field, JsonString, LocalDate, memberField } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { notRated, Rating } from '../rating.ts';
import { Timescale } from '../timescale.ts';
import { PartyId, Ref, Text } from '../words.ts';

export const actionExists = field('exists', t.literal(true));
/** That the action came into the plan then: a document that holds it again does not say it again. */
export const actionCreated = field('created', t.literal(true));
/** What the action is known by in its plan; its id is the first ref that it had. */
export const actionRef = field('ref', Ref);
/** As the document writes it: "Action 27.", "4)", "·". */
export const actionLabel = field('label', JsonString);
export const actionTitle = field('title', Text);

/** An action's place in its plan. */
export const Place = t.intersection(
  [
    t.type({ results: t.readonlyArray(Ref) }),
    t.partial({ priority: Ref, theme: Ref, enabler: Ref }),
  ],
  'Place',
);
export type Place = t.TypeOf<typeof Place>;
export const actionPlace = field('under', Place);

export const RatingOrNot = t.union([Rating, t.literal(notRated)], 'RatingOrNot');
export type RatingOrNot = t.TypeOf<typeof RatingOrNot>;
export const actionRating = field('rating', RatingOrNot);

export const ActionStatus = t.keyof({ open: null, closed: null, withdrawn: null }, 'ActionStatus');
export type ActionStatus = t.TypeOf<typeof ActionStatus>;
export const actionStatus = field('status', ActionStatus);

export const OwnerRole = t.keyof({ lead: null, support: null }, 'OwnerRole');
export type OwnerRole = t.TypeOf<typeof OwnerRole>;
/** One member a party. */
export const actionOwner = memberField('owner', OwnerRole);

export const actionTimescale = field('timescale', Timescale);
export const actionNote = memberField('note', Text);
/** That a note was written then: a document that repeats it does not write it again. */
export const actionNoted = memberField('noted', t.literal(true));

export const CrossReference = t.intersection(
  [t.type({ asWritten: Text }), t.partial({ to: Text })],
  'CrossReference',
);
export type CrossReference = t.TypeOf<typeof CrossReference>;
export const crossReference = memberField('crossReference', CrossReference);

/** Other numbers that the action is or was known by: its earlier refs, an older plan's. */
export const actionKnownAs = memberField('knownAs', t.literal(true));

/** A request for an update: of whom (nobody where the words name none), in which words, and what became of it. */
export const UpdateRequest = t.intersection(
  [
    t.type({
      of: t.readonlyArray(PartyId),
      words: Text,
      state: t.keyof({ open: null, given: null, waived: null }),
      askedOn: LocalDate,
    }),
    t.partial({ dueOn: LocalDate }),
  ],
  'UpdateRequest',
);
export type UpdateRequest = t.TypeOf<typeof UpdateRequest>;
export const updateRequest = memberField('request', UpdateRequest);

/**
 * That somebody had news of the action. Its date is when the action was last updated: a document that
 * only repeats an action does not update it.
 */
export const actionUpdated = field('updated', t.literal(true));
