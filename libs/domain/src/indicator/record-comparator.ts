import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { IndicatorBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered } from '../refusals.ts';
import { Ref } from '../words.ts';
import { ComparatorRecorded } from './comparator-recorded.ts';
import { Comparator, indicator } from './fields.ts';

/** Records a value to hold an indicator against. */
export const RecordComparator = defineCommand(
  'RecordComparator',
  t.type({ comparator: Ref, recorded: Comparator }),
);

export type RecordComparatorRefusal = NotRegistered;

export const recordComparator: DecideOn<
  typeof RecordComparator,
  RecordComparatorRefusal,
  IndicatorBody
> =
  ({ cut }) =>
  (asked) =>
    isThere(cut, indicator)
      ? E.right([ComparatorRecorded.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'indicator' });
