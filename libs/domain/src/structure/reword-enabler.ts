import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { EnablerReworded } from './enabler-reworded.ts';

/** Changes the words of an enabler. */
export const RewordEnabler = defineCommand('RewordEnabler', t.type({ enabler: Ref, title: Text }));

export type RewordEnablerRefusal = NotFound;

export const rewordEnabler: DecideOn<typeof RewordEnabler, RewordEnablerRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'enabler', asked.enabler),
      E.map(() => [EnablerReworded.of(asked)]),
    );
