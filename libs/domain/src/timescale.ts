import { LocalDate } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { Text } from './words.ts';

/** When something is to happen: as written ("Autumn 2008"), and the earliest and latest date that the words give. */
export const Timescale = t.intersection(
  [t.type({ asWritten: Text }), t.partial({ earliest: LocalDate, latest: LocalDate })],
  'Timescale',
);
export type Timescale = t.TypeOf<typeof Timescale>;
