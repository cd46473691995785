import type { Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { Replica } from '../replica.ts';
import { isTenant, noTenant } from '../server-names.ts';
import { openFollowing } from './open-following.ts';
import { openReading } from './open-reading.ts';
import type { ReplicaOptions } from './replica-of.ts';

/** Opens a node's copy of a tenant's log; in mode `follow` it is made where there is none. */
export const openReplica = <A extends Identified>(
  options: ReplicaOptions<A>,
): E.Either<StorageError, Replica> => {
  const { tenant, mode } = options;
  if (!isTenant(tenant)) {
    return E.left({
      _tag: 'Unavailable',
      message: noTenant(tenant),
    });
  }
  return mode === 'follow' ? openFollowing(options) : openReading(options);
};
