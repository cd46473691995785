import { type Failure, invalid } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon } from '../arguments/asking.ts';
import { optional } from '../arguments/parse.ts';
import { type Address, parseListen } from '../following/listen-address.ts';
import { followLog } from '../following/follow-log.ts';
import { failed } from '../terminal/run-command.ts';
import { type LogPlace, logPlace } from '../wiring/log-place.ts';
import type { Environment } from '../wiring/data-directory.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions & Readonly<{ listen?: string; maxLagSeconds: string }>;

const parseLag = (text: string): E.Either<Failure, number> =>
  /^\d{1,6}$/u.test(text)
    ? E.right(Number(text))
    : E.left(
        invalid(`--max-lag-seconds: "${text}" is no number of seconds; accepted is one like 60.`),
      );

const parseFollow = (
  options: Options,
  environment: Environment,
): E.Either<
  Failure,
  Readonly<{ place: LogPlace; address: Address | undefined; maxLag_seconds: number }>
> =>
  pipe(
    E.Do,
    E.bind('place', () => logPlace(options, environment)),
    E.bind('address', () => optional(options.listen, parseListen)),
    E.bind('maxLag_seconds', () => parseLag(options.maxLagSeconds)),
  );

export const addFollow: AddCommand = (program, shell) => {
  withCommon(
    program
      .command('follow')
      .description('keep this node’s copy and views of the log up to date until it is stopped')
      .option('--listen <host:port>', 'serve /health/live, /health/ready and /metrics there')
      .option('--max-lag-seconds <n>', 'how far behind a node may be and still be ready', '60'),
  )
    .addHelpText('after', example('trackrecord follow --listen 127.0.0.1:3000'))
    .action(async (options: Options) => {
      const ended = await pipe(
        TE.fromEither(parseFollow(options, shell.environment)),
        TE.chain(({ place, address, maxLag_seconds }) =>
          followLog(shell, place, { address, maxLag_seconds, asJson: options.json === true }),
        ),
      )();
      if (E.isLeft(ended)) failed(shell, ended.left);
    });
};
