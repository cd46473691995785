import {
  BACKWARDS,
  END,
  FORWARDS,
  StreamNotFoundError,
  type AllStreamResolvedEvent,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterEvent, ClusterPosition } from '../cluster-event.ts';
import type { ClusterClient } from './cluster-client.ts';
import type { Failure } from './failure.ts';
import type { Timing } from './options.ts';
import { type Session, within } from './session.ts';
import { toClusterEvent } from './to-cluster-event.ts';

type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** All that a read gives; nothing where there is no such stream. */
const collected = <A extends Resolved>(read: StreamingRead<A>): Promise<ReadonlyArray<A>> =>
  new Promise((resolve, reject) => {
    const events: Array<A> = [];
    read.on('data', (event) => events.push(event));
    read.on('end', () => {
      resolve(events);
    });
    read.on('error', (error) => {
      if (error instanceof StreamNotFoundError) resolve([]);
      else reject(error);
    });
  });

const asLeader = { requiresLeader: true, resolveLinkTos: false } as const;

const readWith = async <A extends Resolved>(
  session: Session,
  timing: Timing,
  read: (client: ClusterClient) => StreamingRead<A>,
): Promise<E.Either<Failure, ReadonlyArray<ClusterEvent>>> =>
  E.map((resolved: ReadonlyArray<A>) => resolved.flatMap((one) => toClusterEvent(one) ?? []))(
    await within(session, timing, async (client) => collected(read(client))),
  );

/** Up to `limit` events of a stream from a revision on. */
export const readEvents = (
  session: Session,
  timing: Timing,
  stream: string,
  from: bigint,
  limit: number,
): Promise<E.Either<Failure, ReadonlyArray<ClusterEvent>>> =>
  readWith(session, timing, (client) =>
    client.readStream(stream, {
      ...asLeader,
      direction: FORWARDS,
      fromRevision: from,
      maxCount: limit,
    }),
  );

/** The revision of a stream's last event; `undefined` where it has none. */
export const readLastRevision = async (
  session: Session,
  timing: Timing,
  stream: string,
): Promise<E.Either<Failure, bigint | undefined>> =>
  E.map((events: ReadonlyArray<ClusterEvent>) => events[0]?.revision)(
    await readWith(session, timing, (client) =>
      client.readStream(stream, {
        ...asLeader,
        direction: BACKWARDS,
        fromRevision: END,
        maxCount: 1,
      }),
    ),
  );

/** The position of the last event of all; `undefined` where there is none. */
export const readEnd = async (
  session: Session,
  timing: Timing,
): Promise<E.Either<Failure, ClusterPosition | undefined>> =>
  E.map((events: ReadonlyArray<ClusterEvent>) => events[0]?.position)(
    await readWith(session, timing, (client) =>
      client.readAll({ ...asLeader, direction: BACKWARDS, fromPosition: END, maxCount: 1 }),
    ),
  );
