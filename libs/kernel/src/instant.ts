import type * as t from 'io-ts';
import { type Branded, brandedString } from './brand.ts';
import { LocalDate } from './local-date.ts';

/** An instant in UTC to the millisecond, `2026-11-22T09:30:00.000Z`. Compares and sorts as a string. */
export type Instant = Branded<string, 'Instant'>;

const shape = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

export const Instant: t.Type<Instant, string> = brandedString(
  'Instant',
  (text) => shape.test(text) && LocalDate.is(text.slice(0, 10)),
);
