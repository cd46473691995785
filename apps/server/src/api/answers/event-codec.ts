import { DomainEvent } from '@trackrecord/domain';
import * as t from 'io-ts';

const isEvent = (value: unknown): value is DomainEvent => DomainEvent.is(value);

/** An event of the log, by a name of its own: each kind of event carries other data. */
export const RecordedEvent: t.Type<DomainEvent, unknown, unknown> = new t.Type(
  'RecordedEvent',
  isEvent,
  (value, context) => (isEvent(value) ? t.success(value) : t.failure(value, context)),
  (event) => event,
);
