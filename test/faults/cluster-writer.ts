import type { AppendError, Appended, ExpectedRevision } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { type SampleEvent, sample } from '../contract/sample-event.ts';
import { noStream, revision } from '../contract/with-log.ts';
import type { Chance } from './cluster-chance.ts';
import type { TestNode } from './cluster-node.ts';
import type { TurnTime } from './cluster-turns.ts';

/** One append that somebody made, and how it was answered. */
export type Try = Readonly<{
  node: string;
  stream: StreamName;
  expected: ExpectedRevision;
  ids: ReadonlyArray<string>;
  outcome: E.Either<AppendError, Appended>;
}>;

export type WriterOptions = Readonly<{
  node: TestNode;
  streams: readonly [StreamName, ...ReadonlyArray<StreamName>];
  /** How many things it has to say. */
  count: number;
  /** Of the events that it appends. */
  firstNumber: number;
  chance: Chance;
  time: TurnTime;
  told: (one: Try) => void;
}>;

type Events = readonly [SampleEvent, ...ReadonlyArray<SampleEvent>];

/** What is to be said, the same in every try. */
type Saying = Readonly<{ stream: StreamName; events: Events }>;

/** How often others may be quicker, or the cluster away, before a writer leaves it. */
const tries = 8;

/** Says things to streams as an application does: reads, appends at what it read, reads again where others were quicker. */
export const write = async (options: WriterOptions): Promise<void> => {
  const { node, streams, chance, time, told } = options;
  let next = options.firstNumber;

  const append = async (
    { stream, events }: Saying,
    expected: ExpectedRevision,
  ): Promise<Try['outcome']> => {
    const [first, ...others] = events;
    const outcome = await node.log().append(stream, expected, [first, ...others])();
    told({ node: node.name, stream, expected, ids: events.map(({ id }) => id), outcome });
    return outcome;
  };

  /** Where the stream is, by what this node can tell; `undefined` where it cannot. */
  const lookUp = async (stream: StreamName): Promise<ExpectedRevision | undefined> => {
    const last = await node.log().readStream(stream, { direction: 'backwards', limit: 1 })();
    if (E.isLeft(last)) return undefined;
    const [event] = last.right;
    return event === undefined ? noStream : revision(event.revision);
  };

  const say = async (saying: Saying): Promise<void> => {
    let expected = await lookUp(saying.stream);
    for (let left = tries; left > 0; left -= 1) {
      if (expected === undefined) {
        await time.delay(200 + chance.below(2_000));
        expected = await lookUp(saying.stream);
        continue;
      }
      const outcome = await append(saying, expected);
      if (E.isRight(outcome)) {
        // As whoever has not heard the answer does.
        if (chance.comes(0.2)) await append(saying, expected);
        return;
      }
      switch (outcome.left._tag) {
        case 'WrongRevision':
          await time.delay(chance.below(200));
          expected = await lookUp(saying.stream);
          break;
        case 'Unavailable':
          // Some repeat the very same, some look first, and some leave it at that.
          if (chance.comes(0.3)) return;
          await time.delay(chance.below(2_000));
          if (chance.comes(0.5)) expected = await lookUp(saying.stream);
          break;
        default:
          return;
      }
    }
  };

  for (let said = 0; said < options.count; said += 1) {
    const [first = 0, ...others] = Array.from({ length: 1 + chance.below(3) }, () => next++);
    const stream = chance.oneOf(...streams);
    await say({ stream, events: [sample(first), ...others.map((n) => sample(n))] });
    if (chance.comes(0.2)) await time.delay(chance.below(500));
    // Somebody says what was said before, as a page that is sent twice does.
    if (chance.comes(0.1)) await say({ stream, events: [sample(first)] });
    // Somebody gives an id a second time, with something new before it.
    if (chance.comes(0.05)) await say({ stream, events: [sample(next++), sample(first)] });
  }
};
