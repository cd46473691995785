import * as t from 'io-ts';
import { Ref } from '../words.ts';
import { UpdateRequest } from './fields.ts';

/** Requests that an event settles, each as it was asked. */
export const SettledRequests = t.readonlyArray(
  t.type({ request: Ref, asked: UpdateRequest }),
  'SettledRequests',
);
export type SettledRequests = t.TypeOf<typeof SettledRequests>;
