import type * as t from 'io-ts';
import { type Branded, brandedNumber, brandedString } from './brand.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An event's id, a UUID; the event log's idempotence key. */
export type EventId = Branded<string, 'EventId'>;
export const EventId: t.Type<EventId, string> = brandedString('EventId', (text) => uuid.test(text));

/** The id of the command that an event came from, a UUID. */
export type CommandId = Branded<string, 'CommandId'>;
export const CommandId: t.Type<CommandId, string> = brandedString('CommandId', (text) =>
  uuid.test(text),
);

/** The name of a stream, `category-id`: `plan-ashford`, `party-7f3a…`. */
export type StreamName = Branded<string, 'StreamName'>;
export const StreamName: t.Type<StreamName, string> = brandedString('StreamName', (text) =>
  /^[a-z]+-[a-z0-9][a-z0-9-]{0,99}$/.test(text),
);

/** An event's dense number in the log's global order, from 1; 0 is "before everything". */
export type Ordinal = Branded<number, 'Ordinal'>;
export const Ordinal: t.Type<Ordinal, number> = brandedNumber(
  'Ordinal',
  (value) => Number.isSafeInteger(value) && value >= 0,
);

/** The SHA-256 of a document, 64 lower-case hexadecimal digits. */
export type Sha256 = Branded<string, 'Sha256'>;
export const Sha256: t.Type<Sha256, string> = brandedString('Sha256', (text) =>
  /^[0-9a-f]{64}$/.test(text),
);
