import { Instant } from '@trackrecord/kernel';
import { Temporal } from 'temporal-polyfill';

const written = (instant: Temporal.Instant): Instant => {
  const text = instant.toString({ smallestUnit: 'millisecond' });
  if (Instant.is(text)) return text;
  throw new Error(`${text} is outside of the years that a server can be in`);
};

/** An instant so many milliseconds after another; before it where they are negative. */
export const later = (instant: string, milliseconds: number): Instant =>
  written(Temporal.Instant.from(instant).add({ milliseconds: Math.round(milliseconds) }));

/** How many milliseconds one instant is after another. */
export const millisecondsBetween = (earlier: string, instant: string): number =>
  Temporal.Instant.from(instant).epochMilliseconds -
  Temporal.Instant.from(earlier).epochMilliseconds;

export const minute_ms = 60_000;
export const hour_ms = 3_600_000;
