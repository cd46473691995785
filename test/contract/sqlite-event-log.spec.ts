import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventLog } from '@trackrecord/event-log';
import { eventLogContract } from './event-log-contract.ts';
import type { OpenedLog } from './event-log-engine.ts';
import { sampleCodec } from './sample-event.ts';
import { must } from './with-log.ts';

const opened = async (writer: 'inline' | 'thread'): Promise<OpenedLog> => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-log-'));
  const open = () =>
    must(
      openSqliteEventLog({
        file: join(directory, 'log.db'),
        codec: sampleCodec,
        mode: 'write',
        writer,
      }),
    );
  let log = await open();
  return {
    log,
    reopened: async () => {
      await log.close();
      log = await open();
      return log;
    },
    dispose: async () => {
      await log.close();
      rmSync(directory, { recursive: true });
    },
  };
};

eventLogContract({
  name: 'the log in SQLite, written on the calling thread',
  histories: 60,
  open: () => opened('inline'),
});

eventLogContract({
  name: 'the log in SQLite, written on a thread of its own',
  histories: 5,
  open: () => opened('thread'),
});
