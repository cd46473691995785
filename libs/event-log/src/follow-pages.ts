import { setImmediate } from 'node:timers/promises';
import type { EventLog, Identified } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { WakeUp } from './wake-up.ts';

/** Events read at once by a follower: about 3 ms of work, so that a server keeps answering while it catches up. */
const pageLength = 1000;

/** The port's `follow`, made of its `readAll`: page after page, and at the end of the log waiting for more. */
export const followPages = <A extends Identified>(
  readAll: EventLog<A>['readAll'],
  more: Pick<WakeUp, 'seen' | 'since'>,
): EventLog<A>['follow'] =>
  async function* follow(after, signal) {
    let position = after;
    while (!signal.aborted) {
      const seen = more.seen();
      const page = await readAll(position, pageLength)();
      const last = E.isRight(page) ? page.right.at(-1) : undefined;
      if (signal.aborted) return;
      if (E.isLeft(page)) {
        yield page;
        return;
      }
      if (last === undefined) {
        await more.since(seen, signal);
      } else {
        yield page;
        position = last.position;
        await setImmediate();
      }
    }
  };
