import { TimeZone } from '@trackrecord/domain';

/** Whether there is a time zone of that name: "Europe/London" is one, "Mars/Olympus" only looks like one. */
export const isTimeZone = (text: string): boolean => {
  if (!TimeZone.is(text)) return false;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
