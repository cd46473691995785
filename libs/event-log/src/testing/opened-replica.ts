import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReplica } from '../kurrentdb/replica/open-replica.ts';
import type { Replica } from '../kurrentdb/replica.ts';
import { rightOf } from './domain-log.ts';
import { wordsCodec } from './words-event.ts';

/** For specs: a copy in a directory of its own. */
export type OpenedReplica = Readonly<{
  file: string;
  replica: () => Replica;
  /** Closes the copy and opens it again, as another process would. */
  reopen: () => Replica;
  dispose: () => void;
}>;

export const tenant = 'trackrecord';

export const openedReplica = (): OpenedReplica => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-replica-'));
  const file = join(directory, 'replica.db');
  const open = (): Replica =>
    rightOf(openReplica({ file, codec: wordsCodec, tenant, mode: 'follow' }));
  let replica = open();
  return {
    file,
    replica: () => replica,
    reopen: () => {
      replica.close();
      replica = open();
      return replica;
    },
    dispose: () => {
      replica.close();
      rmSync(directory, { recursive: true });
    },
  };
};
