import type { Clock, Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptCalendars } from './kept-calendars.ts';
import { keptDrafts } from './kept-drafts.ts';
import { keptIn } from './kept-in.ts';
import { keptKeys } from './kept-keys.ts';
import { keptPasswords } from './kept-passwords.ts';
import { keptSecret } from './kept-secret.ts';
import { keptSessions } from './kept-sessions.ts';
import { keptTemplate } from './kept-template.ts';
import { keptTokenUses } from './kept-token-uses.ts';
import { keptUploads } from './kept-uploads.ts';
import { keptWebhooks } from './kept-webhooks.ts';
import { openStoreFile } from './open-store-file.ts';
import type { ServerStore } from './server-store.ts';
import { storeFailure } from './store-failure.ts';
import { type StoreLimits, storeLimits } from './store-limits.ts';

export type OpenServerStore = Readonly<{
  /** `server.db`, or `:memory:` for a store that lives as long as the process. */
  file: string;
  clock: Pick<Clock, 'now'>;
  limits?: StoreLimits;
}>;

/** Where in a data directory the server keeps what is not in the log. */
export const serverStoreFile = (dataDirectory: string): string => join(dataDirectory, 'server.db');

const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * Opens what a server keeps besides the log, made where there is none; what has ended meanwhile is swept away.
 * Several processes may have it open at once. A file of another kind, or of a newer format, is refused and left alone.
 */
export const openServerStore = ({
  file,
  clock,
  limits = storeLimits,
}: OpenServerStore): TE.TaskEither<Failure, ServerStore> =>
  pipe(
    TE.fromEither(openStoreFile(file)),
    TE.chainEitherK((db) =>
      // Statements are prepared here: a table that is not as it should be shows now.
      E.tryCatch(
        (): ServerStore => {
          const kept = keptIn(db, file);
          return {
            passwords: keptPasswords(kept),
            sessions: keptSessions(kept),
            drafts: keptDrafts(kept, limits),
            uploads: keptUploads(kept, limits),
            tokens: keptTokenUses(kept),
            calendars: keptCalendars(kept),
            template: keptTemplate(kept),
            webhooks: keptWebhooks(kept),
            secret: keptSecret(kept, newSecret),
            keys: keptKeys(kept, limits),
            close: () => {
              db.close();
            },
          };
        },
        storeFailure('open', file),
      ),
    ),
    TE.chainFirst((store) => store.sessions.sweep(clock.now())),
  );
