import {
  type Assertion,
  canonicalJson,
  type Decide,
  heldBy,
  newAssertions,
  Ordinal,
} from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type DomainEvent, type EventBody, entryOf } from '../event/domain-event.ts';
import { eventIdOf } from '../event/event-id-of.ts';
import { evolve, type StreamState } from '../stream-state.ts';
import type { Circumstances, Step } from './circumstances.ts';

/** A command that would make more events than ids can be derived from its own. */
export type TooManyEvents = Readonly<{ _tag: 'TooManyEvents' }>;

/** A step that was refused: which, from 0, and why. */
export type StepRefused<Refusal> = Readonly<{ step: number; refusal: Refusal | TooManyEvents }>;

type Progress = Readonly<{ state: StreamState; events: ReadonlyArray<DomainEvent> }>;

const isHeld =
  ({ cut }: StreamState) =>
  ({ subject, field, value, effectiveOn }: Assertion): boolean => {
    const held = heldBy(cut, subject, field);
    return held?.effectiveOn === effectiveOn && canonicalJson(held.value) === canonicalJson(value);
  };

/** What an event leaves in the registers that it speaks of. */
const lastOfEachRegister = (assertions: ReadonlyArray<Assertion>): ReadonlyArray<Assertion> => [
  ...new Map(assertions.map((one) => [`${one.subject}\n${one.field}`, one])).values(),
];

/** Saying the same value for the same date again is nothing; saying it for a later date is news. */
const isNews =
  (state: StreamState) =>
  (event: DomainEvent): boolean => {
    const entry = entryOf(event, noOrdinal);
    return (
      entry.statements.retracts.length > 0 ||
      !lastOfEachRegister(newAssertions(entry, state.history)).every(isHeld(state))
    );
  };

const ordinal = (value: number): Ordinal => (Ordinal.is(value) ? value : ordinal(0));
const noOrdinal = ordinal(0);

const stamped =
  (circumstances: Circumstances, step: Step<unknown>) =>
  (body: EventBody, place: number): O.Option<DomainEvent> =>
    pipe(
      eventIdOf(circumstances.commandId, place),
      O.map((id) => ({
        ...circumstances,
        ...(step.why === undefined ? {} : { why: step.why }),
        ...(step.source === undefined ? {} : { source: step.source }),
        id,
        ...body,
      })),
    );

const withEvent = ({ state, events }: Progress, event: DomainEvent): Progress => ({
  // Within one stream the place of an event orders as its ordinal will.
  state: evolve(entryOf(event, ordinal(state.length + 1)))(state),
  events: [...events, event],
});

const withBody =
  (circumstances: Circumstances, step: Step<unknown>) =>
  (progress: Progress, body: EventBody): E.Either<TooManyEvents, Progress> =>
    pipe(
      stamped(circumstances, step)(body, progress.events.length),
      E.fromOption((): TooManyEvents => ({ _tag: 'TooManyEvents' })),
      E.map((event) => (isNews(progress.state)(event) ? withEvent(progress, event) : progress)),
    );

/**
 * Decides the steps of one command one after the other, each on the state that the ones before it leave:
 * all their events, or the first refusal. `state` is as of the command's date, as known now.
 */
export const decideCommand =
  <Order, Refusal, Body extends EventBody>(decide: Decide<StreamState, Order, Refusal, Body>) =>
  (state: StreamState) =>
  (
    circumstances: Circumstances,
    steps: ReadonlyArray<Step<Order>>,
  ): E.Either<StepRefused<Refusal>, ReadonlyArray<DomainEvent>> =>
    pipe(
      steps.reduce(
        (soFar: E.Either<StepRefused<Refusal>, Progress>, step, index) =>
          pipe(
            soFar,
            E.chain((progress) =>
              pipe(
                decide(progress.state)(step.order),
                E.chainW((bodies) =>
                  bodies.reduce(
                    (done: E.Either<TooManyEvents, Progress>, body) =>
                      pipe(
                        done,
                        E.chain((so) => withBody(circumstances, step)(so, body)),
                      ),
                    E.right(progress),
                  ),
                ),
                E.mapLeft((refusal) => ({ step: index, refusal })),
              ),
            ),
          ),
        E.right({ state, events: [] }),
      ),
      E.map(({ events }) => events),
    );
