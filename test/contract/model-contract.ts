import type { EventLog, ExpectedRevision, Recorded } from '@trackrecord/application/ports';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { EventLogEngine } from './event-log-engine.ts';
import { type SampleEvent, sample, streamName } from './sample-event.ts';
import { must, noStream, readEverything, revision } from './with-log.ts';

/** Few streams, few revisions and few ids, so that they meet. */
const streams = ['plan-a', 'plan-b', 'party-a'].map(streamName);

type Step = Readonly<{
  stream: (typeof streams)[number];
  expected: ExpectedRevision;
  ids: readonly [number, ...Array<number>];
}>;

const steps: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  fc.record({
    stream: fc.constantFrom(...streams),
    expected: fc.oneof(
      fc.constant(noStream),
      fc.integer({ min: 0, max: 4 }).map((value) => revision(value)),
    ),
    ids: fc
      .array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 3 })
      .map(([first, ...rest]): readonly [number, ...Array<number>] => [first ?? 0, ...rest]),
  }),
  { maxLength: 25 },
);

type Model = ReadonlyArray<Readonly<{ stream: string; revision: number; id: number }>>;

/** The contract of append, written as plainly as it can be: one list, searched. */
const modelled = (model: Model, step: Step): Readonly<{ model: Model; outcome: string }> => {
  const inStream = model.filter(({ stream }) => stream === step.stream);
  const held = inStream.map(({ id }) => id);
  const starts = held.findIndex((_, at) => step.ids.every((id, index) => held[at + index] === id));
  if (new Set(step.ids).size < step.ids.length) return { model, outcome: 'IdReused' };
  if (starts >= 0) return { model, outcome: `duplicate to ${starts + step.ids.length - 1}` };
  if (model.some(({ id }) => step.ids.includes(id))) return { model, outcome: 'IdReused' };
  const believed = step.expected._tag === 'NoStream' ? 0 : step.expected.revision + 1;
  const isThere = step.expected._tag === 'NoStream' || inStream.length > 0;
  if (believed !== inStream.length || !isThere) {
    return { model, outcome: `WrongRevision, actual ${inStream.length - 1}` };
  }
  const added = step.ids.map((id, index) => ({
    stream: step.stream,
    revision: inStream.length + index,
    id,
  }));
  return {
    model: [...model, ...added],
    outcome: `stored to ${inStream.length + step.ids.length - 1}`,
  };
};

const outcomeOf = async (log: EventLog<SampleEvent>, step: Step): Promise<string> => {
  const [first, ...rest] = step.ids;
  const outcome = await log.append(step.stream, step.expected, [
    sample(first),
    ...rest.map((id) => sample(id)),
  ])();
  if (E.isRight(outcome)) {
    const { duplicate, lastRevision } = outcome.right;
    return `${duplicate ? 'duplicate' : 'stored'} to ${lastRevision}`;
  }
  return outcome.left._tag === 'WrongRevision'
    ? `WrongRevision, actual ${outcome.left.actual ?? -1}`
    : outcome.left._tag;
};

const plain = (events: ReadonlyArray<Recorded<SampleEvent>>) =>
  events.map(({ stream, revision: at, event }) => ({ stream, revision: at, words: event.words }));

export const modelContract = (engine: EventLogEngine): void => {
  describe('against a plain list', () => {
    it('given any appends one after the other, then outcomes and contents are as the list’s', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const { log, dispose } = await engine.open();
          try {
            let model: Model = [];
            for (const step of all) {
              const expected = modelled(model, step);
              expect(await outcomeOf(log, step)).toBe(expected.outcome);
              model = expected.model;
            }
            const expected = model.map(({ id, ...at }) => ({ ...at, words: `said ${id}` }));
            expect(plain(await readEverything(log))).toEqual(expected);
            for (const stream of streams) {
              const forwards = await must(log.readStream(stream, { direction: 'forwards' }));
              expect(plain(forwards)).toEqual(expected.filter((event) => event.stream === stream));
              const backwards = await must(log.readStream(stream, { direction: 'backwards' }));
              expect(backwards).toEqual([...forwards].reverse());
            }
          } finally {
            await dispose();
          }
        }),
        { seed: 20_080_401, numRuns: engine.histories },
      );
    });
  });
};
