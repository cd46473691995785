import type * as TheServer from '@trackrecord/server';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import {
  type CommonOptions,
  type WaitingOptions,
  withCommon,
  withData,
  withWaiting,
} from '../arguments/asking.ts';
import { runCommand } from '../terminal/run-command.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openToRead } from '../wiring/open-data.ts';
import { withServerStore } from '../wiring/with-server-store.ts';
import { type AddCommand, example } from './command.ts';

type Overview = TheServer.WebhookOverview;

/** How its deliveries fare at the server of this data directory. */
const fares = (webhook: Overview): string => {
  const { removedOn, sentFromHere, goneAt, failingSince, lastTakenAt } = webhook;
  if (removedOn !== null) return `removed ${removedOn}`;
  if (!sentFromHere) return 'not sent from here';
  if (goneAt !== null) return `gone since ${goneAt}`;
  if (failingSince !== null) return `failing since ${failingSince}: ${webhook.lastError ?? ''}`;
  return lastTakenAt === null ? 'nothing sent yet' : `taken ${lastTakenAt}`;
};

const webhooksText =
  (webhooks: ReadonlyArray<Overview>) =>
  (terminal: Terminal): string =>
    webhooks.length === 0
      ? 'No webhook is registered; "trackrecord webhook add" registers one.'
      : table(
          terminal,
          [
            { heading: 'Id' },
            { heading: 'Name', fit: 'wrap' },
            { heading: 'Address', fit: 'wrap' },
            { heading: 'News', fit: 'wrap', spare: true },
            { heading: 'How it fares', fit: 'wrap' },
          ],
          webhooks.map((webhook) => [
            webhook.id,
            webhook.name,
            webhook.address,
            `${webhook.kinds.join(', ')} of ${webhook.plan ?? 'every plan'}`,
            fares(webhook),
          ]),
        );

export const addWebhookList: AddCommand = (webhook, shell) => {
  withWaiting(
    withCommon(
      webhook
        .command('list')
        .description('every webhook: its address, its news, and how its deliveries fare'),
    ),
  )
    .addHelpText('after', example('trackrecord webhook list'))
    .action((options: CommonOptions & WaitingOptions) =>
      runCommand(shell, options.json, () =>
        withData(shell, openToRead, options, (deps) =>
          withServerStore(shell, options, (server, store) =>
            pipe(
              server.webhookOverviews({ ...deps, store }),
              TE.map((webhooks) => ({ json: webhooks, text: webhooksText(webhooks) })),
            ),
          ),
        ),
      ),
    );
};
