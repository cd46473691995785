import { verifySqliteLog } from '@trackrecord/event-log';
import { describe, expect, it } from 'vitest';
import { sample, sampleCodec, streamName } from '../contract/sample-event.ts';
import { must, noStream, readEverything } from '../contract/with-log.ts';
import { nextLine, remainingLines, startChild } from './log-child.ts';
import { logFile, openLog } from './sample-log.ts';
import { inDirectory } from './temporary-directory.ts';

describe('kill -9 in the middle of appends', () => {
  it.each(['inline', 'thread'])(
    'given a process that is killed while it writes (%s), then whatever it had acknowledged is there, and the log goes on',
    (writer) =>
      inDirectory(async (directory) => {
        const file = logFile(directory);
        const child = startChild('appending-child.ts', [file, writer]);
        const acknowledged: Array<string> = [];
        for (let n = 0; n < 500; n += 1) acknowledged.push(await nextLine(child));
        child.kill();
        acknowledged.push(...(await remainingLines(child)));
        expect(await child.ended).toBeUndefined();

        const log = await must(openLog(file));
        const stored = new Set((await readEverything(log)).map(({ event }) => event.words));
        expect(acknowledged.filter((number) => !stored.has(`said ${number}`))).toEqual([]);
        await must(log.append(streamName('plan-after'), noStream, [sample(1_000_000)]));
        await log.close();
        const verified = await must(verifySqliteLog({ file, codec: sampleCodec }));
        expect(verified).toEqual({ events: stored.size + 1, streams: 9, faults: [] });
      })(),
  );
});
