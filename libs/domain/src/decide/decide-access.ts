import type { Decide } from '@trackrecord/kernel';
import { accessCommands } from '../access/access-commands.ts';
import type { OrdersOf, RefusalsOf } from '../command.ts';
import type { AccessBody } from '../event/domain-event.ts';
import type { StreamState } from '../stream-state.ts';
import { decideBy } from './decide-by.ts';

export { accessCommands };

/** Every command on the stream of an account or a token. */
export type AccessOrder = OrdersOf<typeof accessCommands>;

export type AccessRefusal = RefusalsOf<typeof accessCommands>;

/** Decides any command on an account or a token. */
export const decideAccess: Decide<StreamState, AccessOrder, AccessRefusal, AccessBody> = decideBy<
  AccessOrder,
  AccessRefusal,
  AccessBody
>(accessCommands);
