import { join } from 'node:path';
import type { EventLog } from '@trackrecord/application/ports';
import { type SqliteEventLogOptions, openSqliteEventLog } from '@trackrecord/event-log';
import { type SampleEvent, sample, sampleCodec, streamName } from '../contract/sample-event.ts';
import { must, noStream, revision } from '../contract/with-log.ts';

export const logFile = (directory: string): string => join(directory, 'log.db');

export const openLog = (
  file: string,
  options: Partial<SqliteEventLogOptions<SampleEvent>> = {},
): ReturnType<typeof openSqliteEventLog<SampleEvent>> =>
  openSqliteEventLog({ file, codec: sampleCodec, mode: 'write', writer: 'inline', ...options });

/** Appends events `from` to `to`, one by one, in one stream; the stream must end with `from - 1`. */
export const appendSamples = async (
  log: EventLog<SampleEvent>,
  from: number,
  to: number,
): Promise<void> => {
  for (let n = from; n <= to; n += 1) {
    const expected = n === 0 ? noStream : revision(n - 1);
    await must(log.append(streamName('plan-a'), expected, [sample(n)]));
  }
};

/** A log of events 0 to `count - 1`, closed. */
export const closedLog = async (directory: string, count: number): Promise<string> => {
  const file = logFile(directory);
  const log = await must(openLog(file));
  await appendSamples(log, 0, count - 1);
  await log.close();
  return file;
};
