import { LocalDate } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { Ref, Subject } from '../words.ts';

/** Why an update is owed. */
export const OwedReason = t.keyof(
  {
    /** Somebody asked for it and it was not given. */
    asked: null,
    /** Nobody had news of the action for longer than the plan's cadence. */
    overdue: null,
    /** The action has never been rated. */
    'never rated': null,
    /** It was to be done by a day that is over, and it was not closed. */
    'timescale passed': null,
    /** A target's words leave something open: "by ***". */
    'target with a gap': null,
    /** A period of an indicator is over, and nobody has recorded its value. */
    'no observation': null,
    /** Data that the plan lacks was to be there by a day that is over. */
    'data missing': null,
    /** The plan's period has ended, and the plan was neither closed nor carried forward. */
    'period ended': null,
  },
  'OwedReason',
);
export type OwedReason = t.TypeOf<typeof OwedReason>;

/**
 * What is owed, over all the days on which it is: of what, why, and since when. Who owes it may change meanwhile, and
 * by when.
 */
export const Debt = t.intersection(
  [t.type({ about: Subject, reason: OwedReason, since: LocalDate }), t.partial({ request: Ref })],
  'Debt',
);
export type Debt = t.TypeOf<typeof Debt>;
