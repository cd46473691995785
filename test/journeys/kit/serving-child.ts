import { planAnswer, resolveQuestion } from '@trackrecord/application';
import { systemClock } from '@trackrecord/cli';
import { eventCodec, PlanId } from '@trackrecord/domain';
import { openSqliteEventLog, openViews, serveAppends } from '@trackrecord/event-log';
import { Instant } from '@trackrecord/kernel';
import { must as mustBe } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { createInterface } from 'node:readline';
import { setImmediate as turn } from 'node:timers/promises';
import { must } from '../../contract/with-log.ts';

/**
 * What a server does with a log and nothing else: `serving-child.ts LOG VIEWS`. It writes the log, takes the appends of
 * commands, and keeps its views at the log's end. Says `serving`, and then answers each line that it is told:
 * `until N` with `at N` once its views have come so far by themselves, `plan ID INSTANT` with what that plan says.
 * Ends in good order when it is told no more.
 */
const [file = '', viewsFile = ''] = process.argv.slice(2);
const log = await must(
  openSqliteEventLog({ file, codec: eventCodec, mode: 'write', writer: 'thread' }),
);
const serving = await must(serveAppends({ log, codec: eventCodec, file }));
const views = await must(openViews({ file: viewsFile, log }));
const head = (): number => E.getOrElse(() => -1)(views.head());

const ending = new AbortController();
const follow = async (): Promise<void> => {
  for await (const batch of log.follow(undefined, ending.signal)) {
    if (E.isLeft(batch)) throw new Error(JSON.stringify(batch.left));
    await must(views.catchUp());
  }
};
const following = follow();

const answer = async (what: string, ...rest: ReadonlyArray<string>): Promise<string> => {
  if (what === 'until') {
    while (head() < Number(rest[0])) await turn();
    return `at ${head()}`;
  }
  const clock = systemClock(mustBe(Instant)(rest[1]));
  const answered = pipe(
    resolveQuestion({ views, clock })(mustBe(PlanId)(rest[0]), {}),
    E.chain(planAnswer({ views, clock })),
  );
  return JSON.stringify(E.isRight(answered) ? answered.right : answered.left);
};

console.log('serving');
for await (const line of createInterface({ input: process.stdin })) {
  const [what = '', ...rest] = line.split(' ');
  console.log(await answer(what, ...rest));
}
ending.abort();
await following;
await serving.close();
views.close();
await log.close();
