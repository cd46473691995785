import { DomainEvent, type EventKind } from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import { documentNumber, eventIdNumber } from './arbitrary-entries.ts';
import { must } from './must.ts';

/** Something that happened: an event, what it carried, on which date, and in which document (by number). */
export type Happened = Readonly<{
  kind: EventKind;
  data: Json;
  on: string;
  document?: number;
}>;

/** The date on which things happen where a specification says nothing else. */
export const today = '2026-06-30';

/** Writes down something that happened. */
export const happened = (kind: EventKind, data: Json, on: string = today): Happened => ({
  kind,
  data,
  on,
});

/** Writes down something that a document said. */
export const saidBy = (
  document: number,
  kind: EventKind,
  data: Json,
  on: string = today,
): Happened => ({ kind, data, on, document });

/** The events of a stream in order; their ids are `eventIdNumber(1)` and so on. */
export const eventsOf = (past: ReadonlyArray<Happened>): ReadonlyArray<DomainEvent> =>
  past.map(({ kind, data, on, document }, index) =>
    must(DomainEvent)({
      id: eventIdNumber(index + 1),
      type: kind.type,
      version: kind.version,
      commandId: '11111111-1111-4111-8111-111111111111',
      effectiveOn: on,
      recordedAt: '2026-07-01T09:00:00.000Z',
      recordedBy: { party: 'p-4c1f', verified: false },
      channel: 'command line',
      data,
      ...(document === undefined
        ? {}
        : { source: { document: documentNumber(document), block: index + 1, line: index + 1 } }),
    }),
  );

/** Events whose ids count on from `first`: for a log of several streams. */
export const eventsFrom = (
  first: number,
  ...past: ReadonlyArray<Happened>
): ReadonlyArray<DomainEvent> =>
  eventsOf(past).map((event, index) => ({ ...event, id: eventIdNumber(first + index) }));
