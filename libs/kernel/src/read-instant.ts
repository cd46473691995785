import { addDays } from './add-days.ts';
import { Instant } from './instant.ts';
import { LocalDate } from './local-date.ts';

const shape =
  /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])([01]\d|2[0-3]):?([0-5]\d)?)$/u;

const minutesADay = 24 * 60;

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** What an instant's characters say, before it is in UTC. */
type Said = Readonly<{ date: LocalDate; minutes: number; seconds: string; fraction: string }>;

/** Minutes may be before the day or after it, by as much as a zone is off. */
const inUtc = ({ date, minutes, seconds, fraction }: Said): string => {
  const days = Math.floor(minutes / minutesADay);
  const minute = minutes - days * minutesADay;
  const on = addDays(days)(date);
  // Beyond the years that there are a date stays as it is.
  const isThere = days === 0 || on !== date;
  const time = `${padded(Math.floor(minute / 60), 2)}:${padded(minute % 60, 2)}:${seconds}`;
  return isThere ? `${on}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z` : '';
};

/**
 * An instant as people and programs write it (ISO 8601, RFC 3339), with its offset: seconds and their fraction may be
 * left out, and what is finer than a millisecond is cut off. `undefined` for anything else; without an offset it is
 * the time of nobody knows where.
 */
export const readInstant = (text: string): Instant | undefined => {
  const [, date = '', hour, minute, seconds = '00', fraction = '', sign, awayHours, awayMinutes] =
    shape.exec(text) ?? [];
  if (!LocalDate.is(date)) return undefined;
  const away = Number(awayHours ?? 0) * 60 + Number(awayMinutes ?? 0);
  const minutes = Number(hour) * 60 + Number(minute) - (sign === '-' ? -away : away);
  const instant = inUtc({ date, minutes, seconds, fraction });
  return Instant.is(instant) ? instant : undefined;
};
