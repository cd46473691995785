import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { must, readEverything } from '../contract/with-log.ts';
import { nextLine, startChild } from './log-child.ts';
import { appendSamples, logFile, openLog } from './sample-log.ts';
import { inDirectory } from './temporary-directory.ts';

describe('two processes on one log', () => {
  it(
    'given a process that writes, when another would write, then it is told which process holds the log',
    inDirectory(async (directory) => {
      const file = logFile(directory);
      const child = startChild('obeying-child.ts', [file]);
      expect(await nextLine(child)).toBe('open');

      const second = await openLog(file)();
      expect(second).toMatchObject({ left: { _tag: 'Locked' } });
      expect(JSON.stringify(second)).toContain(`process ${child.pid}`);
      expect(JSON.stringify(second)).toContain(file);

      child.tell('append');
      expect(await nextLine(child)).toBe('appended');
      child.kill();
      await child.ended;
    }),
  );

  it(
    'given a process that holds the log, when it is killed, then the next may write at once',
    inDirectory(async (directory) => {
      const file = logFile(directory);
      const child = startChild('obeying-child.ts', [file]);
      await nextLine(child);
      child.kill();
      await child.ended;
      const log = await must(openLog(file));
      await appendSamples(log, 0, 0);
      await log.close();
    }),
  );

  it(
    'given one process that writes twice, then the second time is refused and the first goes on',
    inDirectory(async (directory) => {
      const file = logFile(directory);
      const log = await must(openLog(file));
      for (const writer of ['inline', 'thread'] as const) {
        expect(await openLog(file, { writer })()).toMatchObject({ left: { _tag: 'Locked' } });
      }
      await appendSamples(log, 0, 2);
      // Refused attempts must not have dropped the lock of the one that holds it.
      expect(await nextLine(startChild('obeying-child.ts', [file]))).toContain('Locked');
      await log.close();
      await (await must(openLog(file))).close();
    }),
  );

  it(
    'given a process that writes, then another may read meanwhile, follow, and append nothing',
    inDirectory(async (directory) => {
      const file = logFile(directory);
      const child = startChild('obeying-child.ts', [file]);
      await nextLine(child);
      child.tell('append');
      await nextLine(child);

      const reader = await must(
        openLog(file, {
          mode: 'read',
          // Instead of waiting for some time: has the other append, and looks again when it has.
          untilNextLook: async () => {
            child.tell('append');
            await nextLine(child);
          },
        }),
      );
      expect(await readEverything(reader)).toHaveLength(1);
      await expect(appendSamples(reader, 1, 1)).rejects.toThrow('opened for reading');

      const words: Array<string> = [];
      for await (const batch of reader.follow(undefined, new AbortController().signal)) {
        if (E.isLeft(batch)) throw new Error(JSON.stringify(batch.left));
        words.push(...batch.right.map(({ event }) => event.words));
        if (words.length >= 3) break;
      }
      expect(words).toEqual(['said 0', 'said 1', 'said 2']);
      await reader.close();
      child.kill();
      await child.ended;
    }),
  );
});
