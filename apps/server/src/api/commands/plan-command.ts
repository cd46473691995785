import {
  changeAction,
  type Changed,
  changePlan,
  type Failure,
  type MakeOrders,
  missing,
} from '@trackrecord/application';
import { planCommands, PlanId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { mayUpdateById } from '../../access/may-ask.ts';
import { mayWithIndicator } from '../../access/may-with-indicator.ts';
import { ChangedCodec } from '../answers/done-codec.ts';
import { type Changing, change } from '../change.ts';
import { authorOf } from '../circumstances.ts';
import type { Endpoint } from '../endpoint.ts';
import { planThing } from '../things.ts';
import type { ByItsCodec, InOtherWords, Members, OnNamed } from './command-route.ts';
import { inItsCodec, type Names, ofCodec } from './its-codec.ts';
import { knownReferences } from './known-references.ts';
import { dataOf, operationOf, orderOf } from './order-of.ts';
import { withIds } from './with-ids.ts';

/** How a command on a plan is asked for and made, whichever words it is put in. */
type Made = Readonly<{
  asks: t.Type<Members, unknown, unknown>;
  make: (asked: Members, names: Names) => MakeOrders<OnNamed>;
}>;

const asMembers = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const byItsCodec = (type: string, route: ByItsCodec<Members>): Made => {
  const data = dataOf(planCommands, type);
  const { asks, filled, put } = inItsCodec(data, route);
  return {
    asks,
    make: (asked, names) => (on) => {
      // By its ref the action was found already.
      const { action: _, ...members } = put(on.deps, asked, names);
      return pipe(
        knownReferences(on.deps, data, members, filled),
        TE.chainEitherK(() => withIds(on.state)(data, members)),
        TE.map((mapped) =>
          orderOf(planCommands)(type, {
            ...asMembers(mapped),
            ...(filled.has('action') ? { action: on.action } : {}),
          }),
        ),
      );
    },
  };
};

const inWords = ({ asks, make }: InOtherWords): Made => ({
  asks: t.intersection([asks, t.type({})]),
  make: (asked, names) => make(ofCodec(asks, asked), names),
});

/** Another plan's own indicator is none that a plan can speak of: by that it would be read and written there. */
const indicatorToUse = ({ principal, exchange }: Changing): E.Either<Failure, null> => {
  const { indicator } = exchange.params;
  return indicator === undefined || mayWithIndicator(principal, 'manage', indicator)
    ? E.right(null)
    : E.left(missing(`There is no indicator "${indicator}": define it first.`, 'indicator'));
};

const carriedOut = (
  { desk, exchange, principal, around, looked, repeatable }: Changing,
  make: MakeOrders<OnNamed>,
): TE.TaskEither<Failure, Changed> => {
  const { plan, ref } = exchange.params;
  if (!PlanId.is(plan)) throw new Error('the path names a plan');
  const command = {
    plan,
    author: authorOf(principal, around, looked),
    commandId: repeatable?.commandId,
  };
  return ref === undefined
    ? changePlan(desk)({ ...command, make })
    : changeAction(desk)({
        ...command,
        ref,
        may: mayUpdateById(desk, exchange.visitor, plan),
        make,
      });
};

/** The endpoint by which a command on a plan is given. */
export const planCommand = (type: string, route: ByItsCodec<Members> | InOtherWords): Endpoint => {
  const { asks, make } = 'make' in route ? inWords(route) : byItsCodec(type, route);
  return change<Members, Changed>({
    operationId: operationOf(type),
    method: route.method,
    path: route.path,
    summary: route.summary,
    description: route.description ?? `${route.summary}.`,
    tag: route.tag,
    may: route.may ?? 'manage',
    asks,
    ...(route.example === undefined ? {} : { example: route.example }),
    answers: ChangedCodec,
    thing: planThing,
    change: (changing, asked) =>
      pipe(
        TE.fromEither(indicatorToUse(changing)),
        TE.chain(() => carriedOut(changing, make(asked, changing.exchange.params))),
      ),
  });
};
