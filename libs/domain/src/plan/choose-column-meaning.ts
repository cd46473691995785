import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { ColumnMeaningChosen } from './column-meaning-chosen.ts';
import { ColumnHead, ColumnMeaning } from './column-meaning.ts';

/**
 * Says what a column of the plan's documents means, for this one and those to come; it may be said otherwise later.
 * A plan that has ended takes it too: its older documents are still to be read.
 */
export const ChooseColumnMeaning = defineCommand(
  'ChooseColumnMeaning',
  t.type({ head: ColumnHead, meaning: ColumnMeaning }),
);

export type ChooseColumnMeaningRefusal = never;

export const chooseColumnMeaning: DecideOn<
  typeof ChooseColumnMeaning,
  ChooseColumnMeaningRefusal,
  PlanBody
> = () => (asked) => E.right([ColumnMeaningChosen.of(asked)]);
