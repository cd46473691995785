import type { Failure, Foreseeing } from '@trackrecord/application';
import * as TE from 'fp-ts/lib/TaskEither.js';

/** The bank holidays of the United Kingdom; what only reminders need is loaded for them alone. */
export const bankHolidays: TE.TaskEither<Failure, Foreseeing['bankHolidays']> = TE.fromTask(() =>
  import('@trackrecord/notifications').then((all) => all.ukBankHolidays),
);
