import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSharedEventLog, openSqliteEventLog, serveAppends } from '@trackrecord/event-log';
import { eventLogContract } from './event-log-contract.ts';
import type { OpenedLog } from './event-log-engine.ts';
import { sampleCodec } from './sample-event.ts';
import { must } from './with-log.ts';

/** A log that is written by one who serves it; both are in this process, and a real socket is between them. */
const opened = async (): Promise<OpenedLog> => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-served-'));
  const file = join(directory, 'log.db');
  const open = async () => {
    const own = await must(
      openSqliteEventLog({ file, codec: sampleCodec, mode: 'write', writer: 'inline' }),
    );
    const serving = await must(serveAppends({ log: own, codec: sampleCodec, file }));
    const log = await must(openSharedEventLog({ file, codec: sampleCodec }));
    const close = async (): Promise<void> => {
      await log.close();
      await serving.close();
      await own.close();
    };
    return { log, close };
  };
  let { log, close } = await open();
  return {
    log,
    reopened: async () => {
      await close();
      ({ log, close } = await open());
      return log;
    },
    dispose: async () => {
      await close();
      rmSync(directory, { recursive: true });
    },
  };
};

eventLogContract({
  name: 'a log in SQLite that another process writes, appended to over its socket',
  histories: 20,
  open: opened,
});
