import type { Failure } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Exchange } from '../http/exchange.ts';
import type { Reply } from '../http/reply.ts';
import type { Locate } from '../http/problem.ts';
import { type Hindrance, problemReply } from './api-problem.ts';

const isReply = (reply: Failure | Reply): reply is Reply => 'status' in reply;

/** Whatever comes of something, as the API tells it. */
export const told = (
  exchange: Exchange,
  locate: Locate,
  attempt: TE.TaskEither<Hindrance, Reply>,
): TE.TaskEither<Failure, Reply> =>
  pipe(
    attempt,
    TE.orElse((hindrance): TE.TaskEither<Failure, Reply> => {
      const reply = problemReply(hindrance, exchange, locate);
      return isReply(reply) ? TE.right(reply) : TE.left(reply);
    }),
  );
