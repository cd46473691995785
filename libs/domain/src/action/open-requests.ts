import type { Values } from '@trackrecord/kernel';
import type { Ref } from '../words.ts';
import { Ref as RefCodec } from '../words.ts';
import { type UpdateRequest, updateRequest } from './fields.ts';

/** What was asked of an action and is not answered: of those named in `only`, or all of it. */
export const openRequests = (
  cut: Values,
  subject: string,
  only?: ReadonlyArray<Ref>,
): ReadonlyArray<Readonly<{ request: Ref; asked: UpdateRequest }>> =>
  updateRequest
    .membersOf(cut, subject)
    .flatMap(({ id, value }) =>
      RefCodec.is(id) && value.state === 'open' && (only === undefined || only.includes(id))
        ? [{ request: id, asked: value }]
        : [],
    );
