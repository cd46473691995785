import * as E from 'fp-ts/lib/Either.js';
import { LRUCache } from 'lru-cache';

/** So many readings are kept at most, of so many blocks together. */
export type Most = Readonly<{ readings: number; blocks: number }>;

type Read<Failure, Reading> = Promise<E.Either<Failure, Reading>>;

/** A reading by its key: the one that is kept or under way, else read now. What could not be read is not kept. */
export type KeptReadings<Failure, Reading> = (
  key: string,
  read: () => Read<Failure, Reading>,
) => Read<Failure, Reading>;

/**
 * Keeps what was read last: reading takes some tenths of a second, and each page about an upload needs it, also for who
 * comes while it is read.
 * @param blocksOf how large a reading is; one that is larger than all that may be kept is not kept
 */
export const keptReadings = <Failure, Reading>(
  { readings, blocks }: Most,
  blocksOf: (reading: Reading) => number,
): KeptReadings<Failure, Reading> => {
  const kept = new LRUCache<string, Read<Failure, Reading>>({ max: readings, maxSize: blocks });
  return async (key, read) => {
    const reading = kept.get(key) ?? read();
    // How large it is comes out as it is read; until then it is found by whoever else asks.
    kept.set(key, reading, { size: 1 });
    const answer = await reading;
    if (E.isLeft(answer)) kept.delete(key);
    // A value that is there already keeps the size that it had: this is another one.
    else kept.set(key, Promise.resolve(answer), { size: Math.max(1, blocksOf(answer.right)) });
    return answer;
  };
};
