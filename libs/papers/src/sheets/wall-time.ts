import type { Instant } from '@trackrecord/kernel';

/**
 * What the calendars and clocks of a zone show at an instant: `2026-03-05T14:02:00`. Made once for many instants: a
 * zone's rules take a while to find.
 */
export const wallTimeIn = (timeZone: string): ((instant: Instant) => string) => {
  // Swedish dates are those of ISO 8601.
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (instant) => shown.format(Date.parse(instant)).replace(' ', 'T');
};
