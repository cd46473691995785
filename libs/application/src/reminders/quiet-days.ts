import type { ReminderPolicy } from '@trackrecord/domain';
import { daysBetween, LocalDate } from '@trackrecord/kernel';
import type { BankHolidays } from '../ports/bank-holidays.ts';

const aMonday = ['2026-06-29'].filter(LocalDate.is)[0];

const isWeekend = (day: LocalDate): boolean => {
  const fromMonday = aMonday === undefined ? 0 : daysBetween(aMonday, day);
  return ((fromMonday % 7) + 7) % 7 >= 5;
};

/** Why nothing is sent on a day: "Saturday", a bank holiday's name; `undefined` where something may be. */
export const quietBecause = (
  { quiet }: Pick<ReminderPolicy, 'quiet'>,
  bankHolidays: BankHolidays,
  day: LocalDate,
): string | undefined => {
  if (quiet.weekends && isWeekend(day)) return 'the weekend';
  if (quiet.days?.includes(day) === true) return 'a day that the policy keeps quiet';
  return quiet.holidays === undefined ? undefined : bankHolidays(quiet.holidays, day);
};
