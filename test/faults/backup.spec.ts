import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { backupSqliteLog, restoreSqliteLog, verifySqliteLog } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { sample, sampleCodec, streamName } from '../contract/sample-event.ts';
import { must, readEverything, revision } from '../contract/with-log.ts';
import { appendSamples, closedLog, logFile, openLog } from './sample-log.ts';
import { inDirectory } from './temporary-directory.ts';

describe('backup', () => {
  it(
    'given a log that is being written, when it is backed up, then the copy is sound and one file',
    inDirectory(async (directory) => {
      const file = logFile(directory);
      const log = await must(openLog(file, { writer: 'thread' }));
      await appendSamples(log, 0, 2000);
      const to = join(directory, 'copy', 'backup.db');
      mkdirSync(join(directory, 'copy'));
      const progress: Array<readonly [number, number]> = [];
      const [, copied] = await Promise.all([
        appendSamples(log, 2001, 2200),
        must(
          backupSqliteLog({
            from: file,
            to,
            onProgress: (done, total) => progress.push([done, total]),
          }),
        ),
      ]);
      expect(copied).toBeUndefined();
      await log.close();
      expect(readdirSync(join(directory, 'copy'))).toEqual(['backup.db']);
      const { events, faults } = await must(verifySqliteLog({ file: to, codec: sampleCodec }));
      expect(faults).toEqual([]);
      expect(events).toBeGreaterThanOrEqual(2001);
      expect(progress.every(([done, total]) => done <= total)).toBe(true);
    }),
  );

  it(
    'given a file where the backup should go, then it is refused and that file left as it is',
    inDirectory(async (directory) => {
      const from = await closedLog(directory, 3);
      const to = join(directory, 'backup.db');
      writeFileSync(to, 'mine');
      const refused = await backupSqliteLog({ from, to })();
      expect(refused).toMatchObject({ left: { _tag: 'Unavailable' } });
      expect(JSON.stringify(refused)).toContain('exists already');
      expect(readFileSync(to, 'utf8')).toBe('mine');
    }),
  );

  it(
    'given a directory that does not exist, then it is refused and nothing is left',
    inDirectory(async (directory) => {
      const from = await closedLog(directory, 3);
      const to = join(directory, 'nowhere', 'backup.db');
      expect(await backupSqliteLog({ from, to })()).toMatchObject({ _tag: 'Left' });
      expect(existsSync(join(directory, 'nowhere'))).toBe(false);
    }),
  );
});

describe('restore', () => {
  const backedUp = async (directory: string, count: number): Promise<string> => {
    const from = await closedLog(directory, count);
    const to = join(directory, 'backup.db');
    await must(backupSqliteLog({ from, to }));
    return to;
  };

  it(
    'given a backup, when it is restored, then the log is as it was and goes on',
    inDirectory(async (directory) => {
      const from = await backedUp(directory, 30);
      const to = join(directory, 'new', 'log.db');
      const verified = await must(restoreSqliteLog({ from, to, codec: sampleCodec }));
      expect(verified).toEqual({ events: 30, streams: 1, faults: [] });
      const [before, after] = [
        await must(openLog(logFile(directory), { mode: 'read' })),
        await must(openLog(to)),
      ];
      expect(await readEverything(after)).toEqual(await readEverything(before));
      await must(after.append(streamName('plan-a'), revision(29), [sample(30)]));
      await before.close();
      await after.close();
      expect(readdirSync(join(directory, 'new')).toSorted()).toEqual(['log.db', 'log.db.lock']);
    }),
  );

  it(
    'given a log with events, when a backup is to be restored over it, then it is refused and they stay',
    inDirectory(async (directory) => {
      const from = await backedUp(directory, 3);
      const refused = await restoreSqliteLog({
        from,
        to: logFile(directory),
        codec: sampleCodec,
      })();
      expect(JSON.stringify(refused)).toContain('holds events already');
      const log = await must(openLog(logFile(directory), { mode: 'read' }));
      expect(await readEverything(log)).toHaveLength(3);
      await log.close();
    }),
  );

  it(
    'given a log without an event, then a backup may be restored over it',
    inDirectory(async (directory) => {
      const from = await backedUp(directory, 3);
      const to = join(directory, 'empty.db');
      await (await must(openLog(to))).close();
      await must(restoreSqliteLog({ from, to, codec: sampleCodec }));
      const log = await must(openLog(to, { mode: 'read' }));
      expect(await readEverything(log)).toHaveLength(3);
      await log.close();
    }),
  );

  it(
    'given a log that somebody writes to, then a restore is refused',
    inDirectory(async (directory) => {
      const from = await backedUp(directory, 3);
      const to = join(directory, 'used.db');
      const log = await must(openLog(to));
      expect(await restoreSqliteLog({ from, to, codec: sampleCodec })()).toMatchObject({
        left: { _tag: 'Locked' },
      });
      await log.close();
    }),
  );

  it(
    'given a backup with a flipped bit, then its position is named and nothing is restored',
    inDirectory(async (directory) => {
      const from = await backedUp(directory, 30);
      const bytes = readFileSync(from);
      const at = bytes.indexOf(sampleCodec.encode(sample(11))) + 20;
      bytes[at] = (bytes[at] ?? 0) ^ 2;
      const bad = join(directory, 'bad.db');
      copyFileSync(from, bad);
      writeFileSync(bad, bytes);
      const to = join(directory, 'new.db');
      const refused = await restoreSqliteLog({ from: bad, to, codec: sampleCodec })();
      expect(E.isLeft(refused) && refused.left).toMatchObject({ _tag: 'Corrupt', position: '12' });
      expect(existsSync(to)).toBe(false);
    }),
  );
});
