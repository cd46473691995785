import { join } from 'node:path';
import { type DomainEvent, eventCodec, RatingChanged } from '@trackrecord/domain';
import { openSqliteEventLog, openViews } from '@trackrecord/event-log';
import { StreamName } from '@trackrecord/kernel';
import { eventIdNumber, eventsOf, happened, must, ordinal } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { must as answerOf, noStream, revision } from '../contract/with-log.ts';
import { nextLine, remainingLines, startChild } from './log-child.ts';
import { logFile } from './sample-log.ts';
import { inDirectory } from './temporary-directory.ts';

const plan = must(StreamName)('plan-harbour');
const count = 30_000;
const together = 1500;

const rated = (first: number): ReadonlyArray<DomainEvent> =>
  eventsOf(
    Array.from({ length: together }, () =>
      happened(RatingChanged, { action: '27', rating: 'Amber' }),
    ),
  ).map((event, n) => ({ ...event, id: eventIdNumber(first + n) }));

/** A log of 30,000 ratings of one action. */
const makeLog = async (file: string): Promise<void> => {
  const log = await answerOf(
    openSqliteEventLog({ file, codec: eventCodec, mode: 'write', writer: 'inline' }),
  );
  for (let first = 0; first < count; first += together) {
    const [one, ...others] = rated(first);
    if (one === undefined) return;
    const expected = first === 0 ? noStream : revision(first - 1);
    await answerOf(log.append(plan, expected, [one, ...others]));
  }
  await log.close();
};

/** The ordinals of all that the views hold of the action's rating. */
const ordinalsIn = async (file: string, views: string): Promise<ReadonlyArray<number>> => {
  const log = await answerOf(openSqliteEventLog({ file, codec: eventCodec, mode: 'read' }));
  const opened = await answerOf(openViews({ file: views, log }));
  const records = opened.recordsOf(plan, ordinal(count), { field: 'rating' });
  opened.close();
  await log.close();
  return records._tag === 'Right' ? records.right.map(({ ordinal: at }) => at) : [];
};

const everyOrdinal = Array.from({ length: count }, (_, n) => n + 1);

describe('the views of one log in several processes', () => {
  it(
    'given three processes that take the log in at once, then each event is taken in once and all stand at its end',
    inDirectory(async (directory) => {
      const [file, views] = [logFile(directory), join(directory, 'views.db')];
      await makeLog(file);
      const children = [1, 2, 3].map(() => startChild('views-child.ts', [file, views]));
      const told = await Promise.all(children.map(remainingLines));
      expect(told.map((lines) => lines.at(-1))).toEqual(
        Array(3).fill(JSON.stringify({ _tag: 'Right', right: count })),
      );
      expect(await ordinalsIn(file, views)).toEqual(everyOrdinal);
    }),
  );

  it(
    'given a process that is killed while it takes the log in, then the next goes on from there',
    inDirectory(async (directory) => {
      const [file, views] = [logFile(directory), join(directory, 'views.db')];
      await makeLog(file);
      const child = startChild('views-child.ts', [file, views]);
      expect(await nextLine(child)).toBe('begun');
      child.kill();
      await child.ended;
      expect(await ordinalsIn(file, views)).toEqual(everyOrdinal);
    }),
  );
});
