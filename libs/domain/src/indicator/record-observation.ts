import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { IndicatorBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered, RefTaken } from '../refusals.ts';
import { indicator, Observation, observation } from './fields.ts';
import { isSame, observationKey } from './observation-key.ts';
import { ObservationRecorded } from './observation-recorded.ts';

/** Records a value of an indicator for a period, place and breakdown. */
export const RecordObservation = defineCommand(
  'RecordObservation',
  t.type({ observed: Observation }),
);

export type RecordObservationRefusal = NotRegistered | RefTaken;

export const recordObservation: DecideOn<
  typeof RecordObservation,
  RecordObservationRefusal,
  IndicatorBody
> =
  ({ cut }) =>
  ({ observed }) => {
    const key = observationKey(observed);
    if (!isThere(cut, indicator)) return E.left({ _tag: 'NotRegistered', what: 'indicator' });
    return O.isSome(observation.of(cut, indicator, key)) && !isSame(cut, key, observed)
      ? E.left({ _tag: 'RefTaken', kind: 'observation', ref: key })
      : E.right([ObservationRecorded.of({ observation: key, observed })]);
  };
