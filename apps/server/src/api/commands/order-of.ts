import type { Order } from '@trackrecord/domain';
import type * as t from 'io-ts';

/** Commands by name, as the domain lists them. */
export type Commands = Readonly<
  Record<string, Readonly<{ asks: Readonly<{ type: string; data: t.Mixed }> }>>
>;

type OrderIn<Table extends Commands> = {
  [Type in keyof Table & string]: Order<Type, t.TypeOf<Table[Type]['asks']['data']>>;
}[keyof Table & string];

const isOrderIn =
  <Table extends Commands>(commands: Table) =>
  (order: Order<string, unknown>): order is OrderIn<Table> =>
    commands[order.type]?.asks.data.is(order.data) === true;

/** An order of one of some commands, made of what was checked and put together. */
export const orderOf =
  <Table extends Commands>(commands: Table) =>
  (type: string, data: unknown): OrderIn<Table> => {
    const order = { type, data };
    if (isOrderIn(commands)(order)) return order;
    throw new Error(`what was made is no ${type}`);
  };

/** The name of the operation that carries a command out. */
export const operationOf = (type: string): string => type.slice(0, 1).toLowerCase() + type.slice(1);

/** What a command asks, by its name. */
export const dataOf = (commands: Commands, type: string): t.Mixed => {
  const command = commands[type];
  if (command === undefined) throw new Error(`there is no command ${type}`);
  return command.asks.data;
};
