import { hash } from 'node:crypto';
import type { EventCodec } from '@trackrecord/event-log';
import { EventId, StreamName, canonicalJson } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

/**
 * A million events as a plan's are: 30 types, an envelope that says who, when, why and from where, 300 bytes on
 * average. Made by counting, so that every run has the same.
 */
const party = t.readonly(t.strict({ party: t.string, verified: t.boolean }));
const source = t.readonly(t.strict({ document: t.string, block: t.number, line: t.number }));

const envelope = {
  id: EventId,
  version: t.literal(1),
  commandId: t.string,
  effectiveOn: t.string,
  recordedAt: t.string,
  recordedBy: party,
  channel: t.string,
};

const sayings = { why: t.string, source };

const types = Array.from({ length: 30 }, (_, n) => `ThingChanged${n}`);

const codecOf = (type: string) =>
  t.readonly(
    t.intersection([
      t.type({
        ...envelope,
        type: t.literal(type),
        data: t.readonly(t.type({ action: t.string, to: t.string })),
      }),
      t.partial(sayings),
    ]),
  );

const codecs = new Map(types.map((type) => [type, codecOf(type)]));

export type PlanEvent = t.TypeOf<ReturnType<typeof codecOf>>;

const typeOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;

/** Dispatches on the type to one of 30 io-ts codecs; checks with `is`, which makes no new object. */
export const planEventCodec: EventCodec<PlanEvent> = {
  encode: (event) => canonicalJson(event),
  decode: (json) => {
    const type = typeOf(json);
    const codec = typeof type === 'string' ? codecs.get(type) : undefined;
    return codec !== undefined && codec.is(json) ? E.right(json) : E.left('not a plan’s event');
  },
};

const made = <A>(codec: t.Type<A, unknown>, value: string): A =>
  E.getOrElse((): A => {
    throw new Error(`${value} is no ${codec.name}`);
  })(codec.decode(value));

/** Ids as spread out as real ones are: what an index of them costs depends on that. */
const uuid = (text: string): string => {
  const hex = hash('sha1', text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const words = 'the board was told that the work has moved on and that money was found for it'.split(
  ' ',
);

/** The n-th of all events; `run` sets apart the ids of one use from another's. */
export const planEvent = (n: number, run = ''): PlanEvent => ({
  id: made(EventId, uuid(`${run}event ${n}`)),
  type: types[n % types.length] ?? '',
  version: 1,
  commandId: uuid(`${run}command ${n}`),
  effectiveOn: `20${String(10 + (n % 16)).padStart(2, '0')}-0${1 + (n % 9)}-${10 + (n % 18)}`,
  recordedAt: '2026-11-22T09:30:00.000Z',
  recordedBy: { party: `party-${n % 400}`, verified: false },
  channel: 'cli',
  ...(n % 4 === 0 ? { why: words.slice(n % 5, 5 + (n % 11)).join(' ') } : {}),
  ...(n % 16 === 0
    ? { source: { document: uuid('document'), block: n % 500, line: n % 900 } }
    : {}),
  data: { action: String(n % 85), to: words[n % words.length] ?? '' },
});

export const planStream = (n: number): StreamName => made(StreamName, `plan-${n}`);
