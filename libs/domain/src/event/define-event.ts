import { type Json, noStatements, type Said, type Statements } from '@trackrecord/kernel';
import type * as t from 'io-ts';

/** What a decision makes: an event without its envelope. */
export type Body<Type extends string, Data> = Readonly<{ type: Type; version: number; data: Data }>;

/** What is known of an event whatever it carries. */
export type EventKind = Readonly<{
  /** The stored name: never changed after release 0.1.0. */
  type: string;
  version: number;
  /** One sentence for the catalogue of events. */
  summary: string;
  data: t.Mixed;
  /** What it may carry, as JSON; a test decodes it. */
  example: Json;
  /** What the event says; nothing for data that is not its own. */
  statesOf: (data: unknown) => Statements;
}>;

/** One kind of event: its stored name, the codec of what it carries, and what it says. */
export type EventDefinition<Type extends string, Data> = EventKind &
  Readonly<{
    type: Type;
    data: t.Type<Data, Json, unknown>;
    states: (data: Data) => Statements;
    of: (data: Data) => Body<Type, Data>;
  }>;

type Shape<Type extends string, Data> = Readonly<{
  type: Type;
  summary: string;
  data: t.Type<Data, Json, unknown>;
  example: Json;
}>;

/** The version that every event has until release 0.1.0. */
const version = 1;

/** Defines an event that also confirms or retracts what others said. */
export const defineEventOnOthers = <Type extends string, Data>(
  shape: Shape<Type, Data> & Readonly<{ states: (data: NoInfer<Data>) => Statements }>,
): EventDefinition<Type, Data> => ({
  ...shape,
  version,
  statesOf: (data) => (shape.data.is(data) ? shape.states(data) : noStatements),
  of: (data) => ({ type: shape.type, version, data }),
});

/** Defines an event by what it says of registers. */
export const defineEvent = <Type extends string, Data>({
  says,
  ...shape
}: Shape<Type, Data> &
  Readonly<{ says: (data: NoInfer<Data>) => ReadonlyArray<Said> }>): EventDefinition<Type, Data> =>
  defineEventOnOthers({
    ...shape,
    states: (data) => ({ says: says(data), confirms: [], retracts: [] }),
  });
