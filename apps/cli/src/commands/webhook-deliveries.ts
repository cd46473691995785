import { type Failure, invalid } from '@trackrecord/application';
import type { ServerStore } from '@trackrecord/server';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { withNode } from '../arguments/asking.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Shell } from '../wiring/shell.ts';
import { withServerStore } from '../wiring/with-server-store.ts';
import { type AddCommand, example } from './command.ts';
import { parseWebhookId } from './webhook-id.ts';

type Options = Readonly<{ data?: string; json?: boolean; limit: string }>;

const most = 1000;

const parseLimit = (text: string): E.Either<Failure, number> => {
  const limit = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= most
    ? E.right(limit)
    : E.left(invalid(`--limit: "${text}" is not accepted; accepted are 1 to ${most}.`));
};

const deliveriesOf = ({ webhooks }: ServerStore, webhook: string, limit: number) =>
  pipe(
    webhooks.listDeliveries(webhook, limit),
    TE.chain(
      TE.traverseSeqArray((delivery) =>
        pipe(
          webhooks.listAttempts(delivery.number),
          TE.map((attempts) => ({ ...delivery, attempts })),
        ),
      ),
    ),
  );

type Deliveries =
  ReturnType<typeof deliveriesOf> extends TE.TaskEither<Failure, infer A> ? A : never;

const deliveriesText =
  (deliveries: Deliveries) =>
  (terminal: Terminal): string =>
    deliveries.length === 0
      ? 'Nothing was sent to it from here so far.'
      : table(
          terminal,
          [
            { heading: 'No' },
            { heading: 'Made' },
            { heading: 'News' },
            { heading: 'About', fit: 'wrap', spare: true },
            { heading: 'State' },
            { heading: 'Last try', fit: 'wrap' },
          ],
          deliveries.map(({ number, madeAt, type, about, state, nextAt, attempts }) => {
            const last = attempts.at(-1);
            return [
              String(number),
              madeAt,
              type,
              about,
              state,
              [last?.error ?? last?.result ?? '', nextAt === null ? '' : `next ${nextAt}`]
                .filter((words) => words !== '')
                .join('; '),
            ];
          }),
        );

const listed = (shell: Shell, text: string, options: Options): TE.TaskEither<Failure, Output> =>
  pipe(
    E.Do,
    E.bind('webhook', () => parseWebhookId(text)),
    E.bind('limit', () => parseLimit(options.limit)),
    TE.fromEither,
    TE.chain(({ webhook, limit }) =>
      withServerStore(shell, options, (_server, store) => deliveriesOf(store, webhook, limit)),
    ),
    TE.map((deliveries) => ({ json: deliveries, text: deliveriesText(deliveries) })),
  );

export const addWebhookDeliveries: AddCommand = (webhook, shell) => {
  withNode(
    webhook
      .command('deliveries <id>')
      .description('what the server of this data directory sent to a webhook, the newest first')
      .option('--limit <n>', 'how many at most', '50'),
  )
    .addHelpText('after', example('trackrecord webhook deliveries w-3f0f6e1c-51d6'))
    .action((id: string, options: Options) =>
      runCommand(shell, options.json, () => listed(shell, id, options)),
    );
};
