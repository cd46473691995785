import { RecordDelivery, type ReminderOrder } from '@trackrecord/domain';

/** Of a message that left some process's hands without its having told what became of it: nobody knows. */
export const endedWhileSending = (message: number, attempt: number): ReminderOrder =>
  RecordDelivery.of({
    message,
    attempt,
    outcome: { is: 'unknown', why: 'it was being sent when the process ended' },
  });
