import { canonicalJson, type Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { compoundKey } from '../compound-key.ts';
import { indicator, type Observation, observation } from './fields.ts';

/** One observation a period, geography and breakdown. */
export const observationKey = ({ period, geography, breakdown }: Observation): string =>
  compoundKey(period, geography, breakdown);

/** Whether the very same observation is recorded already. */
export const isSame = (cut: Values, key: string, observed: Observation): boolean =>
  O.match(
    () => false,
    (held: Observation) => canonicalJson(held) === canonicalJson(observed),
  )(observation.of(cut, indicator, key));
