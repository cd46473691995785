import { sample, streamName } from '../contract/sample-event.ts';
import { must, noStream, revision } from '../contract/with-log.ts';
import { openLog } from './sample-log.ts';

/**
 * Eight writers, each with its stream, append events without end: `appending-child.ts FILE inline|thread`.
 * Tells the number of each event once its append was acknowledged, before it appends another.
 */
const [file = '', writer] = process.argv.slice(2);
const log = await must(openLog(file, { writer: writer === 'thread' ? 'thread' : 'inline' }));

/** Waits for whoever listens, who may read slower than a log is written. */
const tell = (number: number): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${number}\n`, () => {
      resolve();
    });
  });

const write = async (w: number): Promise<never> => {
  for (let n = 0; ; n += 1) {
    const number = n * 8 + w;
    const expected = n === 0 ? noStream : revision(n - 1);
    await must(log.append(streamName(`plan-${w}`), expected, [sample(number)]));
    await tell(number);
  }
};

await Promise.all(Array.from({ length: 8 }, (_, w) => write(w)));
