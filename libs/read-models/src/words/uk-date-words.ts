import { daysBetween, type Instant, LocalDate } from '@trackrecord/kernel';

export { dateInWords, months } from '@trackrecord/kernel';

/** The zone that dates and times are told in where nothing else is said. */
export const usualTimeZone = 'Europe/London';

const epoch = '1970-01-01';

/** Milliseconds since 1970, counted by the calendar alone: an instant is UTC, `2026-03-05T14:02:00.000Z`. */
const millisecondsOf = (instant: Instant): number => {
  const date = instant.slice(0, 10);
  const days = LocalDate.is(date) && LocalDate.is(epoch) ? daysBetween(epoch, date) : 0;
  const [hours = 0, minutes = 0, seconds = 0] = instant.slice(11, 23).split(':').map(Number);
  return ((days * 24 + hours) * 60 + minutes) * 60_000 + Math.round(seconds * 1000);
};

/**
 * What the clocks and calendars of a zone show at an instant: "5 March 2026" and "14:02". Made once for many
 * instants: a zone's rules take a while to find.
 */
export const instantInWords = (
  timeZone: string,
): ((instant: Instant) => Readonly<{ date: string; time: string }>) => {
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (instant) => {
    const parts = new Map(
      shown.formatToParts(millisecondsOf(instant)).map(({ type, value }) => [type, value] as const),
    );
    const of = (part: Intl.DateTimeFormatPartTypes): string => parts.get(part) ?? '';
    return {
      date: `${of('day')} ${of('month')} ${of('year')}`,
      time: `${of('hour')}:${of('minute')}`,
    };
  };
};
