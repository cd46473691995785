import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref, Text } from '../words.ts';
import {
  Direction,
  indicator,
  indicatorBreakdowns,
  indicatorCode,
  indicatorDirection,
  indicatorExists,
  indicatorGeography,
  indicatorTitle,
  indicatorUnit,
} from './fields.ts';

export const IndicatorDefined = defineEvent({
  type: 'IndicatorDefined',
  summary: 'An indicator was defined: its code, title, unit, direction of good, geography.',
  data: t.intersection([
    t.type({ title: Text }),
    t.partial({
      code: Ref,
      unit: Text,
      direction: Direction,
      geography: Text,
      breakdowns: t.readonlyArray(Text),
    }),
  ]),
  says: ({ title, code, unit, direction, geography, breakdowns }) => [
    indicatorExists.says(indicator, true),
    indicatorTitle.says(indicator, title),
    ...(code === undefined ? [] : [indicatorCode.says(indicator, code)]),
    ...(unit === undefined ? [] : [indicatorUnit.says(indicator, unit)]),
    ...(direction === undefined ? [] : [indicatorDirection.says(indicator, direction)]),
    ...(geography === undefined ? [] : [indicatorGeography.says(indicator, geography)]),
    ...(breakdowns === undefined ? [] : [indicatorBreakdowns.says(indicator, breakdowns)]),
  ],
  example: {
    title: 'Families who use a children’s centre',
    code: 'NI 901',
    unit: 'families',
    direction: 'higher is better',
  },
});
