import { type Failure, rehearsed, registerWebhook } from '@trackrecord/application';
import type { WebhookId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy } from '../arguments/changing.ts';
import { optional, parsePlanId } from '../arguments/parse.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { safe } from '../terminal/terminal.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { withServerStore } from '../wiring/with-server-store.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions &
  Pick<ChangingOptions, 'by' | 'why'> &
  Readonly<{ name: string; news: string; plan?: string; withText?: boolean }>;

const everything = 'update.owed,update.given,rating.changed';

/** What a new secret is told with: on the terminal once, and nowhere else. */
const secretLines = (webhook: WebhookId, secret: string): ReadonlyArray<string> => [
  '',
  secret,
  '',
  'It is shown this once: put it where the receiver checks signatures, and nowhere else.',
  `"trackrecord webhook remove ${webhook}" ends it.`,
];

const added = (shell: Shell, address: string, options: Options): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(optional(options.plan, parsePlanId)),
    TE.chain((plan) =>
      withData(shell, openToWrite, options, (deps) =>
        withServerStore(shell, options, (server, store) => {
          const mayCall = server.mayCallBy(server.systemResolve, shell.pause);
          const { name, news, withText = false } = options;
          const kinds = news.split(',').map((kind) => kind.trim());
          return pipe(
            server.placeNow(deps),
            TE.bindTo('place'),
            TE.bind('done', () =>
              rehearsed(deps, (stage) =>
                pipe(
                  saidBy(shell, stage, options),
                  TE.chain((said) =>
                    registerWebhook(stage, mayCall)({ name, address, kinds, plan, withText }, said),
                  ),
                ),
              ),
            ),
            TE.bind('secret', ({ place, done: { webhook } }) =>
              server.secretMade(
                { store, clock: shell.clock, random: server.systemRandomness },
                { webhook, mark: webhook, place },
              ),
            ),
          );
        }),
      ),
    ),
    TE.map(({ done, secret }) => ({
      json: { webhook: done.webhook, secret },
      text: () =>
        [
          `News is sent to ${safe(address)} from now on (${recordedWords(done.ordinal)}), by the server of this data directory, signed with:`,
          ...secretLines(done.webhook, secret),
        ].join('\n'),
    })),
  );

export const addWebhookAdd: AddCommand = (webhook, shell) => {
  withCommon(
    webhook
      .command('add <address>')
      .description('have news sent to an address; the secret it is signed with is shown once')
      .requiredOption('--name <name>', 'what the webhook is called, to tell it from others')
      .option('--news <kinds>', 'which news, with commas between', everything)
      .option('--plan <plan>', 'of this plan alone (default: every plan)')
      .option('--with-text', 'also the words that people write: notes, reasons, requests'),
  )
    .option('--by <name>', 'who records it (default: TRACKRECORD_BY, else your user name)')
    .option('--why <text>', 'the reason')
    .addHelpText(
      'after',
      example(
        'trackrecord webhook add https://cases.harbour.example/trackrecord --name "Case system" --news update.owed,rating.changed --plan harbour',
      ),
    )
    .action((address: string, options: Options) =>
      runCommand(shell, options.json, () => added(shell, address, options)),
    );
};
