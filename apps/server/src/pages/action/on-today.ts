import type { Question } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';

/** Whether a question asks of today as it is known now: only there things are changed. */
export const isOnToday = ({ asOf, knownAt, asIn }: Question, today: LocalDate): boolean =>
  (asOf === undefined || asOf === today) && knownAt === undefined && asIn === undefined;
