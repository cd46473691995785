import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { IndicatorBody } from '../event/domain-event.ts';
import { Ref, Text } from '../words.ts';
import { Direction } from './fields.ts';
import { IndicatorDefined } from './indicator-defined.ts';

/** Defines an indicator, or defines it anew. */
export const DefineIndicator = defineCommand(
  'DefineIndicator',
  t.intersection([
    t.type({ title: Text }),
    t.partial({
      code: Ref,
      unit: Text,
      direction: Direction,
      geography: Text,
      breakdowns: t.readonlyArray(Text),
    }),
  ]),
);

export type DefineIndicatorRefusal = never;

export const defineIndicator: DecideOn<
  typeof DefineIndicator,
  DefineIndicatorRefusal,
  IndicatorBody
> = () => (asked) => E.right([IndicatorDefined.of(asked)]);
