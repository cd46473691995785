import type { DatabaseSync } from 'node:sqlite';
import type { StreamName } from '@trackrecord/kernel';
import type { ClusterEvent } from '../cluster-event.ts';
import type { Skipped } from '../replica.ts';
import { streamNamed } from '../server-names.ts';
import type { SkippedEvents } from './skipped-events.ts';

/** What is asked of the skipped events again and again, remembered: for the one process that writes. */
export type SkippedMemory = Readonly<{
  /** How many events of a stream are skipped. */
  count: (stream: StreamName) => number;
  all: () => ReadonlyArray<Skipped>;
  /** @param stream `undefined` where the event is in none of ours */
  add: (event: ClusterEvent, stream: StreamName | undefined, why: Skipped['why']) => void;
  /** To be called when a transaction was taken back. */
  forget: () => void;
}>;

export const skippedMemory = (
  db: DatabaseSync,
  tenant: string,
  skipped: SkippedEvents,
): SkippedMemory => {
  const select = db.prepare('SELECT stream, count(*) AS n FROM skipped GROUP BY stream');
  const counts = new Map<StreamName, number>();
  let all: ReadonlyArray<Skipped> | undefined;

  const load = (): void => {
    all = undefined;
    counts.clear();
    for (const { stream: name, n } of select.all()) {
      const stream = streamNamed(tenant, String(name));
      if (stream !== undefined) counts.set(stream, Number(n));
    }
  };
  const count = (stream: StreamName): number => counts.get(stream) ?? 0;

  load();
  return {
    count,
    all: () => (all ??= skipped.all()),
    add: (event, stream, why) => {
      skipped.add(event, why);
      all = undefined;
      if (stream !== undefined) counts.set(stream, count(stream) + 1);
    },
    forget: load,
  };
};
