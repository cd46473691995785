const iso = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/u;

const millisecondsOfDay = 86_400_000;
/** 1 January 1970, counted from Excel's first day. */
const epoch = 25_569;

/**
 * The number that a workbook from 1900 keeps for a date or time in ISO 8601, as "2027-06-30T14:30:00"; `undefined`
 * where it says none, or a day that no calendar has.
 */
export const serialOfIsoDate = (words: string): number | undefined => {
  const found = iso.exec(words);
  if (found === null || words === '') return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = found;
  const time = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  if (time >= 86_400) return undefined;
  if (year === undefined) return time / 86_400;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const serial = date.getTime() / millisecondsOfDay + epoch;
  const isOfCalendar = date.toISOString().startsWith(`${year}-${month ?? ''}-${day ?? ''}T`);
  // Excel counts a 29 February 1900 that never was.
  return isOfCalendar && serial >= 2
    ? (serial > 60 ? serial : serial - 1) + time / 86_400
    : undefined;
};
