import type { BankHolidayRegion } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';

/** The name of the bank holiday that a day is in a part of the United Kingdom; `undefined` on any other day. */
export type BankHolidays = (region: BankHolidayRegion, day: LocalDate) => string | undefined;
