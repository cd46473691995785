import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { DataNeedMet } from './data-need-met.ts';

/** Says that data which the plan lacked is there. */
export const MeetDataNeed = defineCommand('MeetDataNeed', t.type({ dataNeed: Ref }));

export type MeetDataNeedRefusal = NotFound;

export const meetDataNeed: DecideOn<typeof MeetDataNeed, MeetDataNeedRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'dataNeed', asked.dataNeed),
      E.map(() => [DataNeedMet.of(asked)]),
    );
