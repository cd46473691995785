import { RequestUpdate, type Text } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { MakeOrders, OnAction } from '../making-orders.ts';
import { newRef } from '../new-ref.ts';
import { partyOf, type Whom } from '../whom.ts';

/** What is asked: of whom (of nobody in particular: nobody), in which words, by when. */
export type Asked = Readonly<{
  of: ReadonlyArray<Whom>;
  words: Text;
  dueOn?: LocalDate | undefined;
}>;

/** Asks for an update on an action; new names are registered. */
export const askOrder =
  ({ of, words, dueOn }: Asked): MakeOrders<OnAction> =>
  ({ deps, said, action }) =>
    pipe(
      of,
      TE.traverseSeqArray(partyOf(deps, said, 'of')),
      TE.map((parties) =>
        RequestUpdate.of({
          action,
          request: newRef(deps, 'r'),
          of: parties,
          words,
          ...(dueOn === undefined ? {} : { dueOn }),
        }),
      ),
    );
