import { ReminderPolicy } from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';

const asDays = (days: ReadonlyArray<number>, where: string): ReadonlyArray<string> =>
  days.length === 0
    ? []
    : [`${days.join(', ')} ${days.length === 1 && days[0] === 1 ? 'day' : 'days'} ${where}`];

/** "7 days before and 1, 8, 15 days after an update is due, from 09:00, one message a person"; "paused". */
export const policyInWords = (value: Json): string => {
  if (!ReminderPolicy.is(value)) return '';
  const { paused, daysBefore, daysAfter, thenEvery, at, form } = value;
  if (paused) return 'paused';
  const when = [...asDays(daysBefore, 'before'), ...asDays(daysAfter, 'after')].join(' and ');
  const then = thenEvery === undefined ? '' : `then every ${String(thenEvery)} days`;
  const asked =
    when === ''
      ? `${then.replace('then ', '')} after an update is due`
      : `${when} an update is due${then === '' ? '' : `, ${then}`}`;
  return `${asked}, from ${at}, one message a ${form === 'digest' ? 'person' : 'thing that is owed'}`;
};
