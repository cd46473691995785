import type { Failure, LinkDesk, Reminding } from '@trackrecord/application';
import {
  outboxMailer,
  signedLinks,
  smtpMailer,
  ukBankHolidays,
  writeLetter,
} from '@trackrecord/notifications';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Configuration } from '../configuration/configuration.ts';
import { repeatableCommandId } from '../repeatable-command-id.ts';
import type { ServerStore } from '../store/server-store.ts';

/** What sending reminders and answering their links takes besides the data. */
export type RemindingParts = Pick<
  Reminding & LinkDesk,
  'mailer' | 'writeLetter' | 'links' | 'publicUrl' | 'bankHolidays' | 'commandIdOf'
>;

/** Where messages go as files, as long as no mail server is set. */
export const outboxDirectory = (directory: string): string => join(directory, 'outbox');

/** The store's secret signs forms; links have a key of their own, made of it. */
const keyOf = (secret: string): Uint8Array =>
  createHmac('sha256', secret).update('answer links').digest();

/** @param directory the data directory */
export const remindingParts = (
  { smtp, linkKey, publicUrl }: Pick<Configuration, 'smtp' | 'linkKey' | 'publicUrl'>,
  store: Pick<ServerStore, 'secret'>,
  directory: string,
): TE.TaskEither<Failure, RemindingParts> =>
  pipe(
    store.secret(),
    TE.map((secret) => ({
      mailer: smtp === undefined ? outboxMailer(outboxDirectory(directory)) : smtpMailer(smtp),
      writeLetter,
      links: signedLinks(linkKey ?? keyOf(secret)),
      publicUrl: publicUrl.origin,
      bankHolidays: ukBankHolidays,
      commandIdOf: repeatableCommandId,
    })),
  );
