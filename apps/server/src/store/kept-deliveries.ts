import * as t from 'io-ts';
import { type KeptIn, rowAs, rowIfAny } from './kept-in.ts';
import type { WebhookStore } from './webhook-store.ts';

const orNull = <A>(codec: t.Type<A, unknown>) => t.union([codec, t.null]);

const State = t.keyof({ waiting: null, taken: null, 'given up': null, stopped: null });

const Row = t.type(
  {
    number: t.number,
    webhook: t.string,
    news: t.string,
    type: t.string,
    about: t.string,
    body: t.string,
    madeAt: t.string,
    state: State,
    tries: t.number,
    nextAt: orNull(t.string),
    endedAt: orNull(t.string),
  },
  'delivery',
);

const AttemptRow = t.type(
  {
    at: t.string,
    result: orNull(t.keyof({ taken: null, failed: null, cut: null })),
    took_ms: orNull(t.number),
    status: orNull(t.number),
    error: orNull(t.string),
    answer: orNull(t.string),
  },
  'try of a delivery',
);

const Health = t.type(
  {
    waiting: t.number,
    givenUp: t.number,
    lastTriedAt: orNull(t.string),
    lastTakenAt: orNull(t.string),
    failingSince: orNull(t.string),
    lastError: orNull(t.string),
  },
  'state of a webhook',
);

const Place = t.type({ place: t.number }, 'number of a try');
const Due = t.type({ webhook: t.string, nextAt: t.string }, 'time of a delivery');

const columns = `number, webhook, news, type, about, body, made_at AS madeAt, state, tries,
  next_at AS nextAt, ended_at AS endedAt`;

const tried = `FROM attempts JOIN deliveries ON number = delivery WHERE webhook = :webhook AND result`;

/** Of tries that the server's own end cut short nothing can be told. */
const health = `
  WITH last AS (SELECT max(at) AS taken ${tried} = 'taken')
  SELECT
    (SELECT count(*) FROM deliveries WHERE webhook = :webhook AND state = 'waiting') AS waiting,
    (SELECT count(*) FROM deliveries WHERE webhook = :webhook AND state = 'given up') AS givenUp,
    (SELECT max(at) ${tried} IN ('taken', 'failed')) AS lastTriedAt,
    taken AS lastTakenAt,
    (SELECT min(at) ${tried} = 'failed' AND at > coalesce(taken, '')) AS failingSince,
    (SELECT error ${tried} = 'failed' AND at > coalesce(taken, '') ORDER BY at DESC LIMIT 1)
      AS lastError
  FROM last`;

type Sending = Pick<WebhookStore, 'lookupDue' | 'nextDue' | 'begin' | 'end' | 'again' | 'sweep'>;

const sending = ({ db, read, write }: KeptIn): Sending => {
  const due = db.prepare(
    `SELECT ${columns} FROM deliveries
     WHERE webhook = ? AND state = 'waiting' AND next_at <= ? ORDER BY number LIMIT 1`,
  );
  const next = db.prepare(
    `SELECT webhook, min(next_at) AS nextAt FROM deliveries WHERE state = 'waiting' GROUP BY webhook`,
  );
  const begun = db.prepare(
    `INSERT INTO attempts (delivery, place, at)
     VALUES (?, (SELECT count(*) + 1 FROM attempts WHERE delivery = ?), ?) RETURNING place`,
  );
  const told = db.prepare(
    `UPDATE attempts SET result = ?, took_ms = ?, status = ?, error = ?, answer = ?
     WHERE delivery = ? AND place = ?`,
  );
  // One that was stopped meanwhile – its webhook was removed – is not begun again by what came of its last try.
  const set = db.prepare(
    `UPDATE deliveries SET state = ?, tries = ?, next_at = ?, ended_at = ?
     WHERE number = ? AND state = 'waiting'`,
  );
  const again = db.prepare(
    `UPDATE deliveries SET state = 'waiting', tries = 0, next_at = ?, ended_at = NULL
     WHERE number = ?`,
  );
  const forgetTries = db.prepare(
    'DELETE FROM attempts WHERE delivery IN (SELECT number FROM deliveries WHERE ended_at < ?)',
  );
  const forget = db.prepare('DELETE FROM deliveries WHERE ended_at < ?');
  return {
    lookupDue: (webhook, now) => read(() => rowIfAny(Row)(due.get(webhook, now))),
    nextDue: (webhooks) =>
      read(
        () =>
          rowAs(t.array(Due))(next.all())
            .filter(({ webhook }) => webhooks.includes(webhook))
            .map(({ nextAt }) => nextAt)
            .toSorted()[0],
      ),
    begin: (delivery, now) => write(() => rowAs(Place)(begun.get(delivery, delivery, now)).place),
    end: (delivery, attempt, { result, took_ms, status, error, answer, state, tries, at }) =>
      write(() => {
        told.run(result, took_ms, status, error, answer, delivery, attempt);
        const waits = state === 'waiting';
        set.run(state, tries, waits ? at : null, waits ? null : at, delivery);
      }),
    again: (delivery, now) =>
      write(() => {
        again.run(now, delivery);
      }),
    sweep: (before) =>
      write(() => {
        forgetTries.run(before);
        forget.run(before);
      }),
  };
};

type Deliveries = Sending &
  Pick<WebhookStore, 'listDeliveries' | 'lookupDelivery' | 'listAttempts' | 'healthOf'>;

export const keptDeliveries = (kept: KeptIn): Deliveries => {
  const { db, read } = kept;
  const list = db.prepare(
    `SELECT ${columns} FROM deliveries WHERE webhook = ? AND number < ? ORDER BY number DESC LIMIT ?`,
  );
  const one = db.prepare(`SELECT ${columns} FROM deliveries WHERE number = ?`);
  const attempts = db.prepare(
    `SELECT at, result, took_ms, status, error, answer FROM attempts WHERE delivery = ?
     ORDER BY place`,
  );
  const healthOf = db.prepare(health);
  return {
    ...sending(kept),
    listDeliveries: (webhook, limit, below = Number.MAX_SAFE_INTEGER) =>
      read(() => rowAs(t.array(Row))(list.all(webhook, below, limit))),
    lookupDelivery: (delivery) => read(() => rowIfAny(Row)(one.get(delivery))),
    listAttempts: (delivery) => read(() => rowAs(t.array(AttemptRow))(attempts.all(delivery))),
    healthOf: (webhook) => read(() => rowAs(Health)(healthOf.get({ webhook }))),
  };
};
