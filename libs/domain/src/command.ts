import type { Decide } from '@trackrecord/kernel';
import type * as t from 'io-ts';
import type { StreamState } from './stream-state.ts';

/** A command without its circumstances: what is to happen. */
export type Order<Type extends string, Data> = Readonly<{ type: Type; data: Data }>;

export type CommandDefinition<Type extends string, Data> = Readonly<{
  type: Type;
  data: t.Type<Data, unknown, unknown>;
  of: (data: Data) => Order<Type, Data>;
}>;

/** Defines a command by its name and the codec of what it asks. */
export const defineCommand = <Type extends string, Data>(
  type: Type,
  data: t.Type<Data, unknown, unknown>,
): CommandDefinition<Type, Data> => ({ type, data, of: (asked) => ({ type, data: asked }) });

export type DataOf<Definition> =
  Definition extends CommandDefinition<string, infer Data> ? Data : never;

export type OrderOf<Definition> =
  Definition extends CommandDefinition<infer Type, infer Data> ? Order<Type, Data> : never;

/** How one command on a stream is decided. */
export type DecideOn<Definition, Refusal, Event> = Decide<
  StreamState,
  DataOf<Definition>,
  Refusal,
  Event
>;

/** The commands on one kind of stream, by name: what each asks, and how it is decided. */
export type OrdersOf<Commands> = {
  [Type in keyof Commands]: Commands[Type] extends { asks: infer Asks } ? OrderOf<Asks> : never;
}[keyof Commands];

/** Every reason why one of the commands is not carried out. */
export type RefusalsOf<Commands> = {
  [Type in keyof Commands]: Commands[Type] extends {
    decide: Decide<StreamState, never, infer Refusal, unknown>;
  }
    ? Refusal
    : never;
}[keyof Commands];
