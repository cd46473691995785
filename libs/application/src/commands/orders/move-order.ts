import { itemPriority, MoveAction, type Place, type Ref, subjectOf } from '@trackrecord/domain';
import type { Values } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, invalid } from '../../failure.ts';
import type { MakeOrders, OnAction } from '../making-orders.ts';

/** What an action is to stand under: at least one of them. */
export type Destination = Readonly<{
  priority?: Ref | undefined;
  theme?: Ref | undefined;
  enabler?: Ref | undefined;
  results?: ReadonlyArray<Ref> | undefined;
}>;

type Item = Readonly<{ kind: 'theme' | 'result'; ref: Ref }>;

const itemsOf = ({ theme, results = [] }: Destination): ReadonlyArray<Item> => [
  ...(theme === undefined ? [] : [{ kind: 'theme' as const, ref: theme }]),
  ...results.map((ref) => ({ kind: 'result' as const, ref })),
];

/** The priority that an item belongs to; whether the item is there is for the decision to say. */
const priorityOf =
  (cut: Values) =>
  ({ kind, ref }: Item): ReadonlyArray<Ref> =>
    pipe(
      itemPriority.of(cut, subjectOf(kind, ref)),
      O.match(
        () => [],
        (priority) => [priority],
      ),
    );

/** Themes and results belong to a priority of their own: an action under them stands under that one. */
const placeIn = (cut: Values, to: Destination): E.Either<Failure, Place> => {
  const { priority, theme, enabler, results = [] } = to;
  const items = itemsOf(to);
  const under = priority ?? items.flatMap(priorityOf(cut))[0];
  const elsewhere = items.find((item) => priorityOf(cut)(item).some((one) => one !== under));
  if (under === undefined && enabler === undefined && items.length === 0)
    return E.left(
      invalid(
        'Say what the action is to stand under: a priority, a theme, an enabler or a result.',
        'priority',
      ),
    );
  if (elsewhere !== undefined)
    return E.left(
      invalid(
        `The ${elsewhere.kind} "${elsewhere.ref}" belongs to priority ${priorityOf(cut)(elsewhere).join('')}, not to ${under ?? 'none'}.`,
        elsewhere.kind === 'theme' ? 'theme' : 'results',
      ),
    );
  return E.right({
    results,
    ...(under === undefined ? {} : { priority: under }),
    ...(theme === undefined ? {} : { theme }),
    ...(enabler === undefined ? {} : { enabler }),
  });
};

/** Moves an action: it stands under what is named, and under nothing else any more. */
export const moveOrder =
  (to: Destination): MakeOrders<OnAction> =>
  ({ action, state }) =>
    pipe(
      placeIn(state.cut, to),
      E.map((under) => MoveAction.of({ action, under })),
      TE.fromEither,
    );
