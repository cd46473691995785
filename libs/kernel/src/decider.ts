import type * as E from 'fp-ts/lib/Either.js';

/**
 * How one command is decided: from the state as of the command's date, as known now, to the events
 * that it makes, or to the reason why not. No events: accepted, nothing new.
 */
export type Decide<State, Command, Refusal, Event> = (
  state: State,
) => (command: Command) => E.Either<Refusal, ReadonlyArray<Event>>;
