import {
  idIn,
  namedParty,
  plansReadableBy,
  type Principal,
  type Recorded,
  registerValueInWords,
} from '@trackrecord/application';
import { type DomainEvent, PlanId, statementsOf } from '@trackrecord/domain';
import { Instant, type Json, LocalDate } from '@trackrecord/kernel';
import type { Directory } from '@trackrecord/read-models';
import * as t from 'io-ts';
import { mayWithIndicator } from '../../access/may-with-indicator.ts';
import { nullable } from '../answers/nullable.ts';
import { JsonValue } from '../schema/json-codec.ts';

/** What came into the log, as the feed tells it. */
export type FeedEvent = Readonly<{
  id: string;
  /** The event's number in the log's order: what `knownAt` takes. */
  ordinal: number | null;
  stream: string;
  /** `null` for what belongs to no one plan. */
  plan: string | null;
  type: string;
  effectiveOn: LocalDate;
  recordedAt: Instant;
  by: string;
  byParty: string;
  verified: boolean;
  onWordOf: string | null;
  onWordOfParty: string | null;
  channel: string;
  why: string | null;
  /** What it says of which field of what: as in the history, but for what held before. */
  says: ReadonlyArray<
    Readonly<{
      subject: string;
      field: string;
      member: string | null;
      to: string | null;
      value: Json;
    }>
  >;
  /** The events that it takes back. */
  retracts: ReadonlyArray<string>;
}>;

export const FeedEventCodec: t.Type<FeedEvent, unknown, unknown> = t.type(
  {
    id: t.string,
    ordinal: nullable(t.number),
    stream: t.string,
    plan: nullable(t.string),
    type: t.string,
    effectiveOn: LocalDate,
    recordedAt: Instant,
    by: t.string,
    byParty: t.string,
    verified: t.boolean,
    onWordOf: nullable(t.string),
    onWordOfParty: nullable(t.string),
    channel: t.string,
    why: nullable(t.string),
    says: t.readonlyArray(
      t.type({
        subject: t.string,
        field: t.string,
        member: nullable(t.string),
        to: nullable(t.string),
        value: JsonValue,
      }),
    ),
    retracts: t.readonlyArray(t.string),
  },
  'FeedEvent',
);

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** A review's stream is named by its plan and its date. */
const dateLength = '-2026-03-31'.length;

/** The plan that an event belongs to; `undefined` for one that belongs to none. */
export const planOf = ({ stream }: Pick<Recorded<DomainEvent>, 'stream'>): PlanId | undefined => {
  const id = idIn(stream);
  switch (categoryOf(stream)) {
    case 'plan':
      return PlanId.is(id) ? id : undefined;
    case 'review': {
      const plan = id.slice(0, -dateLength);
      return PlanId.is(plan) ? plan : undefined;
    }
    default:
      return undefined;
  }
};

/** What is known of by everybody who may read any plan. What is in no list here is told to nobody. */
const common: ReadonlySet<string> = new Set(['party', 'indicator', 'partnership']);

type From = Pick<Recorded<DomainEvent>, 'stream'>;

/** An indicator without a code is its plan's own. */
const isForeign = (principal: Pick<Principal, 'grants'>, { stream }: From): boolean =>
  categoryOf(stream) === 'indicator' && !mayWithIndicator(principal, 'read', idIn(stream));

/** Whether somebody may read an event. Nothing of who may come in is told to anybody. */
export const mayRead =
  (principal: Pick<Principal, 'grants'>) =>
  (recorded: From): boolean => {
    const readable = plansReadableBy(principal);
    const plan = planOf(recorded);
    if (plan !== undefined) return readable === 'all' || readable.has(plan);
    return (
      common.has(categoryOf(recorded.stream)) &&
      (readable === 'all' || readable.size > 0) &&
      !isForeign(principal, recorded)
    );
  };

/** The parties that are named by those who say something. */
export const speakersOf = ({ event }: Recorded<DomainEvent>): ReadonlyArray<string> => [
  event.recordedBy.party,
  ...(event.onWordOf === undefined ? [] : [event.onWordOf]),
  ...statementsOf(event)
    .says.filter(({ field }) => field.startsWith('owner/'))
    .map(({ field }) => field.slice('owner/'.length)),
];

/** Where reminders to somebody go is for themselves and whoever keeps or audits a plan; the feed is for every reader. */
const isTold = ({ subject, field }: Readonly<{ subject: string; field: string }>): boolean =>
  subject !== 'party' || field !== 'contactAddress';

/** An event for a reader. */
export const feedEvent =
  (directory: Directory) =>
  (recorded: Recorded<DomainEvent>, ordinal: number | undefined): FeedEvent => {
    const { event, stream } = recorded;
    const { says, retracts } = statementsOf(event);
    const name = (party: string): string => namedParty(directory)(party).name;
    return {
      id: event.id,
      ordinal: ordinal ?? null,
      stream,
      plan: planOf(recorded) ?? null,
      type: event.type,
      effectiveOn: event.effectiveOn,
      recordedAt: event.recordedAt,
      by: name(event.recordedBy.party),
      byParty: event.recordedBy.party,
      verified: event.recordedBy.verified,
      onWordOf: event.onWordOf === undefined ? null : name(event.onWordOf),
      onWordOfParty: event.onWordOf ?? null,
      channel: event.channel,
      why: event.why ?? null,
      says: says.filter(isTold).map(({ subject, field, value }) => {
        const [fieldName = '', ...member] = field.split('/');
        return {
          subject,
          field: fieldName,
          member: member.length === 0 ? null : member.join('/'),
          to: registerValueInWords(directory, field, value),
          value,
        };
      }),
      retracts,
    };
  };
