import { join } from 'node:path';
import { type Tail, type Writable, rememberingTail } from '@trackrecord/application';
import { type DomainEvent, eventCodec } from '@trackrecord/domain';
import {
  type FollowerStatus,
  type KurrentDbEventLogOptions,
  openKurrentDbEventLog,
  openViews,
} from '@trackrecord/event-log';
import { Instant, LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { must as answerOf } from '../contract/with-log.ts';
import { seededIds } from '../journeys/kit/seeded-ids.ts';

/** A node as people work on it: its log, its views, a clock of its own and ids of its own. */
export type Desk = Writable &
  Readonly<{
    name: string;
    tail: Tail;
    status: () => FollowerStatus;
    close: () => Promise<void>;
  }>;

export type DeskOptions = Readonly<{
  name: string;
  connection: string;
  tenant: string;
  /** Where its copy and its views are kept; what is there already is gone on with. */
  directory: string;
  /** How far its clock is ahead, in s. */
  ahead_s?: number;
  /** Of its ids: the same, and it gives the same ids again. */
  seed?: string;
  log?: Partial<KurrentDbEventLogOptions<DomainEvent>>;
}>;

const start_ms = Date.parse('2026-06-30T09:00:00.000Z');

/** A second passes each time that it is looked at. */
const steppingClock = (ahead_s: number): Writable['clock'] => {
  let seconds = ahead_s;
  return {
    now: () => {
      seconds += 1;
      return must(Instant)(new Date(start_ms + seconds * 1000).toISOString());
    },
    today: () => must(LocalDate)('2026-06-30'),
    endOfDay: (date) => must(Instant)(`${date}T22:59:59.999Z`),
    local: (instant) => ({
      date: must(LocalDate)(instant.slice(0, 10)),
      time: instant.slice(11, 16),
    }),
  };
};

export const openDesk = async (options: DeskOptions): Promise<Desk> => {
  const { name, connection, tenant, directory, ahead_s = 0, seed = name } = options;
  const cluster = await answerOf(
    openKurrentDbEventLog({
      connection,
      tenant,
      replica: join(directory, name, 'replica.db'),
      codec: eventCodec,
      ...options.log,
    }),
  );
  const { log, tail } = rememberingTail(cluster.log);
  let isClosed = false;
  const views = await answerOf(openViews({ file: join(directory, name, 'views.db'), log }));
  return {
    name,
    log,
    tail,
    views,
    clock: steppingClock(ahead_s),
    ids: seededIds(seed),
    status: cluster.status,
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      views.close();
      await log.close();
    },
  };
};
