import * as t from 'io-ts';
import type { DatabaseSync } from 'node:sqlite';
import { type KeptIn, rowAs, rowIfAny } from './kept-in.ts';
import type { KeptUpload, ServerStore } from './server-store.ts';
import type { StoreLimits } from './store-limits.ts';

const Listed = t.type(
  { id: t.string, account: t.string, plan: t.string, name: t.string, uploadedAt: t.string },
  'upload',
);

const Bytes = new t.Type<Uint8Array>(
  'bytes',
  (value): value is Uint8Array => value instanceof Uint8Array,
  (value, context) => (value instanceof Uint8Array ? t.success(value) : t.failure(value, context)),
  (bytes) => bytes,
);

const Row: t.Type<KeptUpload, unknown> = t.intersection(
  [Listed, t.type({ bytes: Bytes })],
  'upload',
);

const Numbers = t.array(t.type({ number: t.number, size: t.number }), 'uploads');

const columns = 'id, account, plan, name, uploaded_at AS uploadedAt';

/** Lets the oldest go while all of them take too much room; the newest stays, whatever it takes. */
const makeRoom = (db: DatabaseSync, { uploads_bytes }: StoreLimits) => {
  const all = db.prepare('SELECT number, size FROM uploads ORDER BY number DESC');
  const dropUpTo = db.prepare('DELETE FROM uploads WHERE number <= ?');
  return (): void => {
    let room = uploads_bytes;
    for (const [index, { number, size }] of rowAs(Numbers)(all.all()).entries()) {
      room -= size;
      if (room >= 0 || index === 0) continue;
      dropUpTo.run(number);
      return;
    }
  };
};

export const keptUploads = (
  { db, read, write }: KeptIn,
  limits: StoreLimits,
): ServerStore['uploads'] => {
  const one = db.prepare(`SELECT ${columns}, bytes FROM uploads WHERE id = ?`);
  const list = db.prepare(`SELECT ${columns} FROM uploads WHERE plan = ? ORDER BY number DESC`);
  const own = db.prepare(`SELECT ${columns} FROM uploads WHERE account = ? ORDER BY number DESC`);
  const put = db.prepare(
    `INSERT OR REPLACE INTO uploads (id, account, plan, name, uploaded_at, size, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const drop = db.prepare('DELETE FROM uploads WHERE id = ?');
  const dropOldest = db.prepare(
    `DELETE FROM uploads WHERE number IN (
       SELECT number FROM uploads WHERE account = ? ORDER BY number DESC LIMIT -1 OFFSET ?)`,
  );
  const roomMade = makeRoom(db, limits);
  return {
    keep: ({ id, account, plan, name, uploadedAt, bytes }) =>
      write(() => {
        put.run(id, account, plan, name, uploadedAt, bytes.byteLength, bytes);
        dropOldest.run(account, limits.uploadsOfAnAccount);
        roomMade();
      }),
    lookup: (id) => read(() => rowIfAny(Row)(one.get(id))),
    list: (plan) => read(() => rowAs(t.array(Listed))(list.all(plan))),
    listOf: (account) => read(() => rowAs(t.array(Listed))(own.all(account))),
    drop: (id) =>
      write(() => {
        drop.run(id);
      }),
  };
};
