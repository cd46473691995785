import type { MakeOrders, OnAction, OnPlan } from '@trackrecord/application';
import type { Order, Ref } from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import type * as t from 'io-ts';
import type { Requirement } from '../../http/route.ts';
import type { Endpoint, Tag } from '../endpoint.ts';

/** Members of a command while it is put together, as they were sent. */
export type Members = Readonly<Record<string, unknown>>;

/** What a member is made of that may be left out: what else was sent, and a new ref. */
export type MakingUp = Readonly<{ asked: Members; newRef: (prefix: string) => string }>;

type Said = Readonly<{
  method: 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1`; a name in braces fills the command's member of that name, `ref` its action. */
  path: string;
  summary: string;
  description?: string;
  tag: Tag;
  /** `manage` where it says nothing else. */
  may?: Requirement;
  example?: Readonly<Record<string, Json>>;
}>;

/** A command whose own codec reads the request: members that the path fills, and some that may be left out. */
export type ByItsCodec<Data> = Said &
  Readonly<{
    fills?: Readonly<Partial<Record<keyof Data & string, string>>>;
    madeUp?: Readonly<Partial<Record<keyof Data & string, (making: MakingUp) => Json>>>;
  }>;

/** A plan, and the action of it that the path names, where it does. */
export type OnNamed = OnPlan & Readonly<{ action?: Ref | undefined }>;

/** A command that is put to the API in other words than its own: what it asks then, and what is made of it. */
export type InOtherWords = Said &
  Readonly<{
    asks: t.Mixed;
    make: (asked: unknown, names: Readonly<Record<string, string>>) => MakeOrders<OnNamed>;
  }>;

/** A command that another endpoint carries out. */
export type CarriedBy = Readonly<{ carriedBy: string }>;

/** How one command is asked for. */
export type CommandRoute<Data> = ByItsCodec<Data> | InOtherWords | CarriedBy;

/** A route for every one of some commands: one without does not compile. */
export type CommandRoutes<Orders extends Order<string, unknown>> = {
  readonly [Type in Orders['type']]: CommandRoute<Extract<Orders, { type: Type }>['data']>;
};

/** What a command in other words asks and what is made of it, with the one's type known to the other. */
export const inOtherWords = <A>(
  asks: t.Type<A, unknown, unknown>,
  make: (asked: A, names: Readonly<Record<string, string>>) => MakeOrders<OnNamed>,
): Pick<InOtherWords, 'asks' | 'make'> => ({
  asks,
  make: (value, names) => {
    if (asks.is(value)) return make(value, names);
    throw new Error('what is made into an order was checked before');
  },
});

/** The same for a command on the action that the path names. */
export const onAction = <A>(
  asks: t.Type<A, unknown, unknown>,
  make: (asked: A) => MakeOrders<OnAction>,
): Pick<InOtherWords, 'asks' | 'make'> =>
  inOtherWords(asks, (asked) => (on) => {
    const { action } = on;
    if (action !== undefined) return make(asked)({ ...on, action });
    throw new Error('the path names an action');
  });

type AnyRoute = CommandRoute<Members>;

/** An endpoint for every command of a table, but for those that another endpoint carries out. */
export const endpointsOf = (
  routes: Readonly<Record<string, AnyRoute>>,
  endpoint: (type: string, route: Exclude<AnyRoute, CarriedBy>) => Endpoint,
): ReadonlyArray<Endpoint> =>
  Object.entries(routes).flatMap(([type, route]) =>
    'carriedBy' in route ? [] : [endpoint(type, route)],
  );
