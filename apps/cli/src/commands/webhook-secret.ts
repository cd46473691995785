import { type Failure, rehearsed, renewWebhookSecret } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy } from '../arguments/changing.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { withServerStore } from '../wiring/with-server-store.ts';
import { type AddCommand, example } from './command.ts';
import { parseWebhookId } from './webhook-id.ts';

type Options = CommonOptions & Pick<ChangingOptions, 'by' | 'why'>;

const renewed = (shell: Shell, text: string, options: Options): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(parseWebhookId(text)),
    TE.chain((webhook) =>
      withData(shell, openToWrite, options, (deps) =>
        withServerStore(shell, options, (server, store) =>
          pipe(
            server.placeNow(deps),
            TE.bindTo('place'),
            TE.chainFirst(() => server.forgetStale({ ...deps, store }, webhook)),
            TE.bind('done', () =>
              rehearsed(deps, (stage) =>
                pipe(
                  saidBy(shell, stage, options),
                  TE.chain((said) => renewWebhookSecret(stage)(webhook, said)),
                ),
              ),
            ),
            TE.chain(({ place, done: { mark } }) =>
              server.secretMade(
                { store, clock: shell.clock, random: server.systemRandomness },
                { webhook, mark, place },
              ),
            ),
          ),
        ),
      ),
    ),
    TE.map((secret) => ({
      json: { webhook: text, secret },
      text: () =>
        [
          'For 24 hours news is signed with both secrets, and then with this one alone:',
          '',
          secret,
          '',
          'It is shown this once: put it where the receiver checks signatures, and nowhere else.',
        ].join('\n'),
    })),
  );

export const addWebhookSecret: AddCommand = (webhook, shell) => {
  withCommon(
    webhook
      .command('secret <id>')
      .description('give a webhook another secret, shown once; the server here sends from now on'),
  )
    .option('--by <name>', 'who records it (default: TRACKRECORD_BY, else your user name)')
    .option('--why <text>', 'the reason')
    .addHelpText('after', example('trackrecord webhook secret w-3f0f6e1c-51d6'))
    .action((id: string, options: Options) =>
      runCommand(shell, options.json, () => renewed(shell, id, options)),
    );
};
