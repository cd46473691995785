import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { IndicatorBody } from '../event/domain-event.ts';
import type { NotFound } from '../refusals.ts';
import { indicator, Observation, observation } from './fields.ts';
import { ObservationCorrected } from './observation-corrected.ts';
import { observationKey } from './observation-key.ts';

/** Puts a recorded value of an indicator right. */
export const CorrectObservation = defineCommand(
  'CorrectObservation',
  t.type({ observed: Observation }),
);

export type CorrectObservationRefusal = NotFound;

export const correctObservation: DecideOn<
  typeof CorrectObservation,
  CorrectObservationRefusal,
  IndicatorBody
> =
  ({ cut }) =>
  ({ observed }) => {
    const key = observationKey(observed);
    return O.isSome(observation.of(cut, indicator, key))
      ? E.right([ObservationCorrected.of({ observation: key, observed })])
      : E.left({ _tag: 'NotFound', kind: 'observation', ref: key });
  };
