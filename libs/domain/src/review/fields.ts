import { field, LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { PlanId } from '../words.ts';

/** A board meeting as the subject of its own stream. */
export const review = 'review';
/** Which plan was looked at, on which date, and at which ordinal of the log. */
export const reviewHeld = field('held', t.type({ plan: PlanId, on: LocalDate, ordinal: Ordinal }));
