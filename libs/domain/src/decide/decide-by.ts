import type { Decide } from '@trackrecord/kernel';
import type { Order } from '../command.ts';
import type { StreamState } from '../stream-state.ts';

type DataBy<Orders extends Order<string, unknown>> = {
  [One in Orders as One['type']]: One['data'];
};

type DecisionBy<Data, Refusal, Event> = {
  readonly [Type in keyof Data]: Readonly<{
    decide: Decide<StreamState, Data[Type], Refusal, Event>;
  }>;
};

/** Decides an order by the command that its type names; an order without a command does not compile. */
export const decideBy =
  <Orders extends Order<string, unknown>, Refusal, Event>(
    commands: DecisionBy<DataBy<Orders>, Refusal, Event>,
  ) =>
  (state: StreamState) =>
  <Type extends keyof DataBy<Orders>>(
    order: Order<Type & string, DataBy<Orders>[Type]> & { readonly type: Type },
  ) =>
    commands[order.type].decide(state)(order.data);
