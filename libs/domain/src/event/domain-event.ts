import type { Entry, Json, Ordinal, Sha256, Statements } from '@trackrecord/kernel';
import { noStatements } from '@trackrecord/kernel';
import * as t from 'io-ts';
import {
  type accessEvents,
  allEvents,
  type indicatorEvents,
  type partnershipEvents,
  type partyEvents,
  type planEvents,
  type reminderEvents,
  type reviewEvents,
  type webhookEvents,
} from './catalogue.ts';
import type { Body, EventDefinition, EventKind } from './define-event.ts';
import { Envelope } from './envelope.ts';

type BodyOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Data> ? Body<Type, Data> : never;

export type PlanBody = BodyOf<(typeof planEvents)[number]>;
export type IndicatorBody = BodyOf<(typeof indicatorEvents)[number]>;
export type PartyBody = BodyOf<(typeof partyEvents)[number]>;
export type ReviewBody = BodyOf<(typeof reviewEvents)[number]>;
export type PartnershipBody = BodyOf<(typeof partnershipEvents)[number]>;
export type AccessBody = BodyOf<(typeof accessEvents)[number]>;
export type RemindersBody = BodyOf<(typeof reminderEvents)[number]>;
export type WebhookBody = BodyOf<(typeof webhookEvents)[number]>;
export type EventBody =
  | PlanBody
  | IndicatorBody
  | PartyBody
  | ReviewBody
  | PartnershipBody
  | AccessBody
  | WebhookBody
  | RemindersBody;

/** An event as it is stored: its envelope, and what it carries. */
export type DomainEvent = Omit<Envelope, 'type' | 'version'> & EventBody;

const kinds: ReadonlyMap<string, EventKind> = new Map(allEvents.map((kind) => [kind.type, kind]));

const Carrying = t.type({ data: t.unknown });

/** Guards only, no error paths: a log of a million events is checked in seconds. */
const isDomainEvent = (value: unknown): value is DomainEvent => {
  if (!Envelope.is(value) || !Carrying.is(value)) return false;
  const kind = kinds.get(value.type);
  return kind !== undefined && kind.version === value.version && kind.data.is(value.data);
};

const failureOf = (value: unknown, context: t.Context): t.Validation<DomainEvent> => {
  const envelope = Envelope.validate(value, context);
  if (envelope._tag === 'Left') return envelope;
  const { type, version } = envelope.right;
  const kind = kinds.get(type);
  if (kind === undefined) return t.failure(value, context, `there is no event "${type}"`);
  if (kind.version !== version)
    return t.failure(value, context, `${type} has no version ${String(version)}`);
  const data = t.type({ data: kind.data }).validate(value, context);
  return data._tag === 'Left' ? data : t.failure(value, context);
};

/** The codec of every stored event, told apart by `type` and `version`. */
export const DomainEvent = new t.Type<DomainEvent, DomainEvent>(
  'DomainEvent',
  isDomainEvent,
  (value, context) => (isDomainEvent(value) ? t.success(value) : failureOf(value, context)),
  (event) => event,
);

/** What an event says of registers. */
export const statementsOf = (event: DomainEvent): Statements =>
  kinds.get(event.type)?.statesOf(event.data) ?? noStatements;

/** The document that an event came from; a document's import came from the document itself. */
const documentOf = (event: DomainEvent): Sha256 | undefined =>
  event.source?.document ?? (event.type === 'DocumentImported' ? event.data.document : undefined);

/** An event at its place in the order, as the cut sees it. */
export const entryOf = (event: DomainEvent, ordinal: Ordinal): Entry => ({
  eventId: event.id,
  ordinal,
  effectiveOn: event.effectiveOn,
  document: documentOf(event),
  statements: statementsOf(event),
});

/** An event as JSON, as it is stored. */
export const jsonOf = (event: DomainEvent): Json => ({ ...event, data: event.data });
