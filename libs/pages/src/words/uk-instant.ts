import { Instant } from '@trackrecord/kernel';
import { months } from '@trackrecord/read-models';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What the clocks in London show at an instant. */
const shown = (instant: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );

const timeOf = (hour: number, minute: string): string =>
  `${hour % 12 === 0 ? 12 : hour % 12}:${minute}${hour < 12 ? 'am' : 'pm'}`;

/** "5 March 2026, 2:02pm", as clocks in London showed it; what is no instant stays as it is. */
export const ukInstant = (instant: string): string => {
  if (!Instant.is(instant)) return instant;
  const { year = '', month = '', day = '', hour = '', minute = '' } = shown(instant);
  const name = months[Number(month) - 1] ?? '';
  return `${Number(day)} ${name} ${year}, ${timeOf(Number(hour), minute)}`;
};
