import type { OrdersOf } from '@trackrecord/domain';
import * as fc from 'fast-check';
import * as t from 'io-ts';
import { arbitraryOf, type Leaves } from './arbitrary-of.ts';

type Commands = Readonly<
  Record<string, Readonly<{ asks: Readonly<{ type: string; data: t.Mixed }> }>>
>;

const Order = t.type({ type: t.string, data: t.unknown });

const isOrderOf =
  <Table extends Commands>(commands: Table) =>
  (value: unknown): value is OrdersOf<Table> =>
    Order.is(value) && commands[value.type]?.asks.data.is(value.data) === true;

/** Any order of any of these commands, sensible or not. */
export const arbitraryOrder =
  (leaves: Leaves) =>
  <Table extends Commands>(commands: Table): fc.Arbitrary<OrdersOf<Table>> =>
    fc
      .oneof(
        ...Object.values(commands).map(({ asks }) =>
          arbitraryOf(leaves)(asks.data).map((data: unknown): unknown => ({
            type: asks.type,
            data,
          })),
        ),
      )
      .filter(isOrderOf(commands));
