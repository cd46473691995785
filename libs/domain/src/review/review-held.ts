import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { PlanId } from '../words.ts';
import { review, reviewHeld } from './fields.ts';

export const ReviewHeld = defineEvent({
  type: 'ReviewHeld',
  summary: 'A board held a review of a plan, looking at the log up to an ordinal.',
  data: t.type({ plan: PlanId, on: LocalDate, ordinal: Ordinal }),
  says: (held) => [reviewHeld.says(review, held)],
  example: { plan: 'harbour', on: '2026-06-30', ordinal: 812 },
});
