import {
  type Circumstances,
  type CommandDefinition,
  decideAccess,
  decideCommand,
  decideIndicator,
  decideParty,
  decidePartnership,
  decidePlan,
  decideReminders,
  decideReview,
  decideWebhook,
  type DomainEvent,
  entryOf,
  type EventBody,
  evolve,
  initialState,
  type Order,
  PartyId,
  type Refusal,
  type StreamState,
} from '@trackrecord/domain';
import { CommandId, type Decide, Instant, type Json, LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { ordinal } from './arbitrary-entries.ts';
import { eventsOf, type Happened, today } from './happened.ts';
import { must } from './must.ts';
import { type Outcome, refused } from './outcome.ts';

/** A command as a specification writes it: what it asks, in plain JSON. */
export const order = <Type extends string, Data>(
  { data, of }: CommandDefinition<Type, Data>,
  asked: Json,
): Order<Type, Data> => of(must(data)(asked));

/** A command on a date, by somebody, on the command line. */
export const circumstancesOn = (date: string): Circumstances => ({
  commandId: must(CommandId)('22222222-2222-4222-8222-222222220000'),
  effectiveOn: must(LocalDate)(date),
  recordedAt: must(Instant)('2026-07-01T09:00:00.000Z'),
  recordedBy: { party: must(PartyId)('p-4c1f'), verified: false },
  channel: 'command line',
});

/** The state that a stream's events leave for a command on a date. */
export const stateAfter = (stream: ReadonlyArray<DomainEvent>, date: string): StreamState =>
  stream.reduce(
    (state, event, index) => evolve(entryOf(event, ordinal(index + 1)))(state),
    initialState(must(LocalDate)(date)),
  );

const scenario =
  <Orders, Reason extends Refusal, Body extends EventBody>(
    decide: Decide<StreamState, Orders, Reason, Body>,
  ) =>
  (...past: ReadonlyArray<Happened>) => ({
    /** Decides a command on a date. */
    when: (asked: Orders, date: string = today): Outcome =>
      pipe(
        decideCommand(decide)(stateAfter(eventsOf(past), date))(circumstancesOn(date), [
          { order: asked },
        ]),
        E.match(
          ({ refusal }): Outcome => refused(refusal),
          (made): Outcome => ({
            _tag: 'Events',
            events: made.map(({ type, data }) => [type, data]),
          }),
        ),
      ),
  });

/** `givenPlan(what happened).when(a command)` is what comes of it, on a plan's stream. */
export const givenPlan = scenario(decidePlan);
export const givenIndicator = scenario(decideIndicator);
export const givenParty = scenario(decideParty);
export const givenReview = scenario(decideReview);
export const givenPartnership = scenario(decidePartnership);
export const givenAccess = scenario(decideAccess);
/** A day's run of a plan's reminders. */
export const givenReminders = scenario(decideReminders);
export const givenWebhook = scenario(decideWebhook);
