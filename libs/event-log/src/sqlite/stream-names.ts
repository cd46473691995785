import type { DatabaseSync } from 'node:sqlite';
import { StreamName } from '@trackrecord/kernel';

/** Names that are remembered: about 10 MB at the most. */
const remembered = 100_000;

/** The names behind the keys that rows hold. A name never changes, so it is read once. */
export const streamNames = (db: DatabaseSync): ((key: number) => StreamName | undefined) => {
  const names = new Map<number, StreamName>();
  const select = db.prepare('SELECT name FROM streams WHERE stream = ?');
  return (key) => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = select.get(key)?.['name'];
    if (!StreamName.is(name)) return undefined;
    if (names.size >= remembered) names.clear();
    names.set(key, name);
    return name;
  };
};
