import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { keptDeliveries } from './kept-deliveries.ts';
import { type KeptIn, rowAs, rowIfAny } from './kept-in.ts';
import type { KeptWebhook, WebhookStore } from './webhook-store.ts';

const orNull = <A>(codec: t.Type<A, unknown>) => t.union([codec, t.null]);

const Row = t.type(
  {
    webhook: t.string,
    secret: t.string,
    mark: t.string,
    former: orNull(t.string),
    formerUntil: orNull(t.string),
    position: orNull(t.string),
    ordinal: t.number,
    goneAt: orNull(t.string),
  },
  'webhook',
);

const Numbered = t.type({ number: t.number }, 'number of a delivery');

const keptOf = ({
  former,
  formerUntil,
  position,
  ordinal,
  goneAt,
  ...others
}: t.TypeOf<typeof Row>): KeptWebhook => ({
  ...others,
  former:
    former === null || formerUntil === null ? undefined : { secret: former, until: formerUntil },
  place: { position: position ?? undefined, ordinal },
  goneAt: goneAt ?? undefined,
});

const columns =
  'webhook, secret, mark, former, former_until AS formerUntil, position, ordinal, gone_at AS goneAt';

const stopWaiting =
  "UPDATE deliveries SET state = 'stopped', next_at = NULL, ended_at = ? WHERE webhook = ? AND state = 'waiting'";

const takingIn = ({ db, write }: KeptIn): Pick<WebhookStore, 'takeNews' | 'addDelivery'> => {
  const move = db.prepare('UPDATE webhooks SET position = ?, ordinal = ? WHERE webhook = ?');
  const make = db.prepare(
    `INSERT INTO deliveries (webhook, news, type, about, body, made_at, state, tries, next_at)
     VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, ?) ON CONFLICT (webhook, news) DO NOTHING`,
  );
  const numberOf = db.prepare('SELECT number FROM deliveries WHERE webhook = ? AND news = ?');
  return {
    takeNews: (webhook, news, { position, ordinal }, now) =>
      write(() => {
        news.forEach(({ news: id, type, about, body }) => {
          make.run(webhook, id, type, about, body, now, now);
        });
        move.run(position ?? null, ordinal, webhook);
      }),
    addDelivery: (webhook, { news, type, about, body }, now) =>
      write(() => {
        make.run(webhook, news, type, about, body, now, now);
        return rowAs(Numbered)(numberOf.get(webhook, news)).number;
      }),
  };
};

export const keptWebhooks = (kept: KeptIn): WebhookStore => {
  const { db, read, write } = kept;
  const put = db.prepare(
    `INSERT INTO webhooks (webhook, secret, mark, position, ordinal) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (webhook) DO UPDATE SET
       former = secret, former_until = ?, secret = excluded.secret, mark = excluded.mark`,
  );
  const all = db.prepare(`SELECT ${columns} FROM webhooks ORDER BY webhook`);
  const one = db.prepare(`SELECT ${columns} FROM webhooks WHERE webhook = ?`);
  const gone = db.prepare('UPDATE webhooks SET gone_at = ? WHERE webhook = ?');
  const forget = db.prepare('DELETE FROM webhooks WHERE webhook = ?');
  const stop = db.prepare(stopWaiting);
  return {
    ...keptDeliveries(kept),
    ...takingIn(kept),
    keepSecret: ({ webhook, secret, mark, place: { position, ordinal } }, formerUntil) =>
      write(() => {
        put.run(webhook, secret, mark, position ?? null, ordinal, formerUntil);
      }),
    list: () =>
      pipe(
        read(() => rowAs(t.array(Row))(all.all())),
        TE.map((rows) => rows.map(keptOf)),
      ),
    lookup: (webhook) =>
      pipe(
        read(() => rowIfAny(Row)(one.get(webhook))),
        TE.map((row) => (row === undefined ? undefined : keptOf(row))),
      ),
    markGone: (webhook, now) =>
      write(() => {
        gone.run(now, webhook);
        stop.run(now, webhook);
      }),
    resume: (webhook) =>
      write(() => {
        gone.run(null, webhook);
      }),
    retire: (webhook, now) =>
      write(() => {
        forget.run(webhook);
        stop.run(now, webhook);
      }),
  };
};
