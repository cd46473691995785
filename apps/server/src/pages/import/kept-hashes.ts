import type { Failure } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { Desk } from '../../desk.ts';

/** An upload's bytes never change: their hash is worked out once. */
const kept = new WeakMap<Desk, LRUCache<string, string>>();

const hashOf =
  (desk: Desk) =>
  (id: string): TE.TaskEither<Failure, string> => {
    const hashes = kept.get(desk) ?? new LRUCache<string, string>({ max: 1000 });
    kept.set(desk, hashes);
    const known = hashes.get(id);
    return known !== undefined
      ? TE.right(known)
      : pipe(
          desk.store.uploads.lookup(id),
          TE.map((upload) => {
            const hash = createHash('sha256')
              .update(upload?.bytes ?? new Uint8Array())
              .digest('hex');
            hashes.set(id, hash);
            return hash;
          }),
        );
  };

/** The uploads of a plan by the SHA-256 of their bytes: where a document that was imported can be had again. */
export const uploadsByHash =
  (desk: Desk) =>
  (plan: string): TE.TaskEither<Failure, ReadonlyMap<string, string>> =>
    pipe(
      desk.store.uploads.list(plan),
      TE.chain(
        TE.traverseArray(({ id }) =>
          pipe(
            hashOf(desk)(id),
            TE.map((hash) => [hash, id] as const),
          ),
        ),
      ),
      TE.map((pairs) => new Map(pairs)),
    );
