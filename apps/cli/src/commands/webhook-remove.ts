import { type Done, type Failure, rehearsed, removeWebhook } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy } from '../arguments/changing.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { withServerStore } from '../wiring/with-server-store.ts';
import { type AddCommand, example } from './command.ts';
import { parseWebhookId } from './webhook-id.ts';

type Options = CommonOptions & Pick<ChangingOptions, 'by' | 'why'>;

const doneText = (id: string, { events: [event], ordinal }: Done): string =>
  event === undefined
    ? 'Nothing new: it is removed since that date already.'
    : `Nothing is sent to the webhook ${id} any more (${recordedWords(ordinal)}).`;

const removed = (shell: Shell, text: string, options: Options): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(parseWebhookId(text)),
    TE.chain((webhook) =>
      withData(shell, openToWrite, options, (deps) =>
        withServerStore(shell, options, (_server, store) =>
          pipe(
            rehearsed(deps, (stage) =>
              pipe(
                saidBy(shell, stage, options),
                TE.chain((said) => removeWebhook(stage)(webhook, said)),
              ),
            ),
            TE.chainFirst(() => store.webhooks.retire(webhook, shell.clock.now())),
          ),
        ),
      ),
    ),
    TE.map((done) => ({ json: done, text: () => doneText(text, done) })),
  );

export const addWebhookRemove: AddCommand = (webhook, shell) => {
  withCommon(
    webhook
      .command('remove <id>')
      .description('send no news to a webhook any more, also none that still waits'),
  )
    .option('--by <name>', 'who records it (default: TRACKRECORD_BY, else your user name)')
    .option('--why <text>', 'the reason')
    .addHelpText(
      'after',
      example('trackrecord webhook remove w-3f0f6e1c-51d6 --why "No longer used"'),
    )
    .action((id: string, options: Options) =>
      runCommand(shell, options.json, () => removed(shell, id, options)),
    );
};
