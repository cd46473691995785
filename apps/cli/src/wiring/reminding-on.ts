import { type Failure, invalid, type Reminding } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { CommonOptions } from '../arguments/asking.ts';
import { dataDirectory } from './data-directory.ts';
import type { OpenData } from './open-data.ts';
import type { Shell } from './shell.ts';
import { withServerStore } from './with-server-store.ts';

/** What a command sends reminders with: as a server of this data directory would, by the same environment. */
export const remindingOn = <A>(
  shell: Shell,
  options: CommonOptions,
  data: OpenData,
  use: (reminding: Reminding) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  withServerStore(shell, options, (server, store) =>
    pipe(
      server.readConfiguration(shell.environment, {}),
      E.mapLeft((mistakes) => invalid(mistakes.join('\n'))),
      TE.fromEither,
      TE.chain((configuration) =>
        server.remindingParts(configuration, store, dataDirectory(options.data, shell.environment)),
      ),
      TE.chain((parts) => use({ ...data, ...parts })),
    ),
  );
