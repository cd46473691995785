import type { EventLog, Recorded } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { EventLogEngine, OpenedLog } from './event-log-engine.ts';
import type { SampleEvent } from './sample-event.ts';

/** Runs a test on an empty log and takes the log away, however the test ends. */
export const withLog =
  (engine: EventLogEngine) =>
  (test: (log: EventLog<SampleEvent>, opened: OpenedLog) => Promise<void>) =>
  async (): Promise<void> => {
    const opened = await engine.open();
    try {
      await test(opened.log, opened);
    } finally {
      await opened.dispose();
    }
  };

/** The answer, where a failure would be the test's. */
export const must = async <L, A>(answer: TaskEither<L, A>): Promise<A> => {
  const outcome = await answer();
  if (E.isLeft(outcome)) throw new Error(`unexpected: ${JSON.stringify(outcome.left)}`);
  return outcome.right;
};

export const noStream = { _tag: 'NoStream' } as const;
export const revision = (value: number) => ({ _tag: 'Revision', revision: value }) as const;

/** What was read, without the engine's own positions: `stream@revision: words`. */
export const lines = (events: ReadonlyArray<Recorded<SampleEvent>>): ReadonlyArray<string> =>
  events.map(({ stream, revision: at, event }) => `${stream}@${at}: ${event.words}`);

/** All of a log, in pages of an odd size so that page ends are tried. */
export const readEverything = async (
  log: EventLog<SampleEvent>,
): Promise<ReadonlyArray<Recorded<SampleEvent>>> => {
  const all: Array<Recorded<SampleEvent>> = [];
  for (;;) {
    const page = await must(log.readAll(all.at(-1)?.position, 7));
    if (page.length === 0) return all;
    all.push(...page);
  }
};
