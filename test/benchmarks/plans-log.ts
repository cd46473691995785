import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf } from '@trackrecord/application';
import type { EventLog, ExpectedRevision } from '@trackrecord/application/ports';
import { type DomainEvent, eventCodec, PartyRegistered, PartyRenamed } from '@trackrecord/domain';
import { openSqliteEventLog } from '@trackrecord/event-log';
import type { StreamName } from '@trackrecord/kernel';
import { rightOf } from './must.ts';
import {
  eventsAnAction,
  eventsAPlan,
  happened,
  parties,
  partyId,
  roundOf,
} from './plan-history.ts';

/** A data directory as the command line's, with a log of `count` events. */
export type PlansLog = Readonly<{ directory: string; plans: number; dispose: () => void }>;

type Append = (stream: StreamName, events: ReadonlyArray<DomainEvent>) => Promise<void>;

/** Appends at the end of streams that nobody else writes. */
const appendTo = (log: EventLog<DomainEvent>): Append => {
  const revisions = new Map<StreamName, number>();
  return async (stream, [first, ...others]) => {
    if (first === undefined) return;
    const revision = revisions.get(stream);
    const expected: ExpectedRevision =
      revision === undefined ? { _tag: 'NoStream' } : { _tag: 'Revision', revision };
    const appended = rightOf(await log.append(stream, expected, [first, ...others])());
    revisions.set(stream, appended.lastRevision);
  };
};

const registerParties = async (append: Append): Promise<void> => {
  const registered = Array.from({ length: parties }, (_, n) => {
    const data = { kind: 'person', name: `Person ${n}` };
    return append(streamOf('party', partyId(n)), [
      happened(`party ${n}`, '2023-12-01', [PartyRegistered, data, 0], n),
    ]);
  });
  await Promise.all(registered);
};

/** Fills a log up to its count: parties take new names in turn. */
const renameParties = async (append: Append, count: number): Promise<void> => {
  const each = Math.floor(count / parties);
  for (let n = 0; n < parties; n += 1) {
    const names = Array.from({ length: n < count % parties ? each + 1 : each }, (_, time) =>
      happened(
        `name ${n} ${time}`,
        '2026-01-01',
        [PartyRenamed, { name: `Person ${n}, name ${time + 2}` }, 400 + time],
        n,
      ),
    );
    await append(streamOf('party', partyId(n)), names);
  }
};

/**
 * Makes a log of `count` events: parties first, then plans that are kept side by side, quarter by quarter, so that
 * one plan's events lie as far apart as they do in a log that grew.
 */
export const makePlansLog = async (count: number): Promise<PlansLog> => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-plans-'));
  const file = join(directory, 'log.db');
  const log = rightOf(
    await openSqliteEventLog({ file, codec: eventCodec, mode: 'write', writer: 'inline' })(),
  );
  const append = appendTo(log);
  const plans = Math.floor((count - parties) / eventsAPlan);
  await registerParties(append);
  for (let round = 0; round < eventsAnAction; round += 1) {
    for (let plan = 0; plan < plans; plan += 1) {
      await append(streamOf('plan', `plan-${plan}`), roundOf(plan, round));
    }
  }
  await renameParties(append, count - parties - plans * eventsAPlan);
  await log.close();
  return {
    directory,
    plans,
    dispose: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
