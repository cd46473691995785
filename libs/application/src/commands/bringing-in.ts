import { StreamName } from '@trackrecord/kernel';
import type * as T from 'fp-ts/lib/Task.js';
import type { Writable } from '../trackrecord.ts';
import type { Streams } from '../carrying-out/loaded-stream.ts';

const nameOf = (name: string): StreamName => {
  if (StreamName.is(name)) return name;
  throw new Error(`${name} is no stream's name`);
};

/** No stream has this name: it stands for all the names that people and accounts go by. */
const names = nameOf('directory-names');

/** Whoever has the turn does not wait for it again. */
const withTheTurn = (streams: Streams): Streams => ({
  ...streams,
  inTurn: (stream, task) => (stream === names ? task : streams.inTurn(stream, task)),
});

/**
 * Brings somebody in who must not be there yet by that name: looking and registering are one turn, so that two who
 * name the same new person at once register her once. In a process where people do not take turns it does nothing.
 * @param use what is done in the turn, with the data that know that it has it
 */
export const bringingIn =
  <Deps extends Pick<Writable, 'streams'>>(deps: Deps) =>
  <A>(use: (deps: Deps) => T.Task<A>): T.Task<A> => {
    const { streams } = deps;
    return streams === undefined
      ? use(deps)
      : streams.inTurn(names, () => use({ ...deps, streams: withTheTurn(streams) })());
  };
