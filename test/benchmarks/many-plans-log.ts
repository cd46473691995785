import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf } from '@trackrecord/application';
import type { ExpectedRevision } from '@trackrecord/application/ports';
import {
  ActionCreated,
  ContactAddressSet,
  type DomainEvent,
  eventCodec,
  type EventKind,
  OwnerAssigned,
  PartyRegistered,
  PlanRegistered,
  PriorityAdded,
  RatingChanged,
} from '@trackrecord/domain';
import { openSqliteEventLog } from '@trackrecord/event-log';
import type { Json } from '@trackrecord/kernel';
import { rightOf } from './must.ts';
import { happened } from './plan-history.ts';

/** Many small plans: a county's, over which everybody owns a little here and there. */
export const plans = 2000;
export const actionsAPlan = 100;
export const owners = 4000;
export const ownersAPlan = 20;

export type ManyPlansLog = Readonly<{ directory: string; dispose: () => void }>;

export const ownerId = (n: number): string => `owner-${String(n % owners).padStart(4, '0')}`;

/** Whoever leads an action: twenty people a plan, each in ten plans. */
const leadOf = (plan: number, action: number): string =>
  ownerId(plan * ownersAPlan + (action % ownersAPlan));

type Saying = readonly [kind: EventKind, data: Json, day: number];

/** 1 November 2026, by months of 28 days from January 2024. */
const november = 34 * 28;

/** Amber is due after two months, so the last news is spread over as many: a sixtieth comes due each day. */
const ratedOn = (plan: number, action: number): number =>
  november - 56 + ((plan * 37 + action * 11) % 76);

const planSayings = (plan: number): ReadonlyArray<Saying> => [
  [PlanRegistered, { plan: `many-${plan}`, title: `Plan ${plan}`, timeZone: 'Europe/London' }, 0],
  [PriorityAdded, { priority: '1', title: 'We will keep our promise' }, 0],
  ...Array.from({ length: actionsAPlan }, (_, action): ReadonlyArray<Saying> => {
    const ref = String(action + 1);
    const under = { priority: '1', results: [] };
    return [
      [ActionCreated, { action: ref, ref, label: `Action ${ref}.`, title: `Do ${ref}`, under }, 1],
      [OwnerAssigned, { action: ref, party: leadOf(plan, action), role: 'lead' }, 1],
      [RatingChanged, { action: ref, rating: 'Amber' }, ratedOn(plan, action)],
    ];
  }).flat(),
];

const partySayings = (n: number): ReadonlyArray<Saying> => [
  [PartyRegistered, { kind: 'person', name: `Owner ${n}` }, 0],
  [ContactAddressSet, { address: `${ownerId(n)}@people.example` }, 0],
];

const eventsOf = (name: string, sayings: ReadonlyArray<Saying>): ReadonlyArray<DomainEvent> =>
  sayings.map((saying, n) => happened(`${name} ${n}`, '2026-11-20', saying, n));

/** Makes a log of 200,000 actions in 2,000 plans, of which each day as many updates come due as on any other. */
export const makeManyPlansLog = async (): Promise<ManyPlansLog> => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-many-plans-'));
  const log = rightOf(
    await openSqliteEventLog({
      file: join(directory, 'log.db'),
      codec: eventCodec,
      mode: 'write',
      writer: 'inline',
    })(),
  );
  const noStream: ExpectedRevision = { _tag: 'NoStream' };
  const append = async (category: 'plan' | 'party', id: string, all: ReadonlyArray<Saying>) => {
    const [first, ...others] = eventsOf(id, all);
    if (first === undefined) return;
    rightOf(await log.append(streamOf(category, id), noStream, [first, ...others])());
  };
  for (let n = 0; n < owners; n += 1) await append('party', ownerId(n), partySayings(n));
  for (let n = 0; n < plans; n += 1) await append('plan', `many-${n}`, planSayings(n));
  await log.close();
  return {
    directory,
    dispose: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
