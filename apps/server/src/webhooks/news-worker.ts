import type { Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { later, millisecondsBetween } from '../time/instants.ts';
import { awaitBell } from '../time/await-bell.ts';
import { type Bell, newBell } from '../time/bell.ts';
import { currentWebhooks } from './current-webhooks.ts';
import type { Delivering } from './deliver.ts';
import { type Lanes, newLanes } from './lanes.ts';
import { takeInNews, type TakingIn } from './take-in-news.ts';

/** What sends news; `noteTrouble` is told of what stands in its way. */
export type NewsWork = TakingIn &
  Delivering &
  Readonly<{
    noteTrouble: (failure: Failure) => void;
    /** Told of what should not have happened: it is tried again all the same. */
    noteDefect: (thrown: unknown) => void;
  }>;

export type NewsWorker = Readonly<{
  /** Takes news in and begins to send what is due; no webhook waits for another. Gives when the next one is due. */
  turn: () => Promise<string | undefined>;
  /** Resolves once nothing is under way. */
  settled: () => Promise<void>;
  /** Says that there may be something to do: the next turn comes at once. */
  ring: () => void;
  /** Works until it is to stop; what is under way then is cut, and sent again after the next start. */
  run: () => Promise<void>;
}>;

/** Deliveries that ended are on record for so long. */
const kept_days = 60;
const day_ms = 86_400_000;

/** So often it is looked at least: what another process did to the server's file rings no bell. */
const longestSleep_ms = 60_000;

/** And so long it sleeps at least: whatever is due wakes it, and nothing makes it turn without end. */
const shortestSleep_ms = 100;

/** After something went wrong – the log could not be read – it is tried again after so long. */
const respite_ms = 5000;

/** Forgets old deliveries, once a day. */
const sweeping = ({ store, clock }: NewsWork): (() => TE.TaskEither<Failure, void>) => {
  const swept: { on: string } = { on: '' };
  return () => {
    const today = clock.now().slice(0, 10);
    if (swept.on === today) return TE.right(undefined);
    swept.on = today;
    return store.webhooks.sweep(later(clock.now(), -kept_days * day_ms));
  };
};

/** A turn: what is new is taken in, what is due goes out, and when there is more to do is told. */
const turning = (
  work: NewsWork,
  lanes: Lanes,
): (() => TE.TaskEither<Failure, string | undefined>) => {
  const sweep = sweeping(work);
  const { store, clock } = work;
  return () =>
    pipe(
      sweep(),
      TE.chain(() => takeInNews(work)),
      TE.chain(() => currentWebhooks(work)),
      TE.chain((webhooks) => {
        // A lane rings when it ends: until then nobody waits for what it is at.
        const idle = () =>
          webhooks.map(({ state }) => state.id).filter((id) => !lanes.isUnderWay(id));
        return pipe(
          webhooks,
          TE.traverseSeqArray((webhook) =>
            pipe(
              store.webhooks.lookupDue(webhook.state.id, clock.now()),
              TE.map((due) => {
                if (due !== undefined) lanes.begin(webhook);
              }),
            ),
          ),
          TE.chain(() => store.webhooks.nextDue(idle())),
        );
      }),
    );
};

/** Rings for whatever comes into the log, until it is to stop. */
const listen = async ({ log, tail, pause, stopping }: NewsWork, { ring }: Bell): Promise<void> => {
  while (!stopping.aborted) {
    for await (const batch of log.follow(tail(), stopping)) {
      if (E.isLeft(batch)) break;
      ring();
    }
    if (!stopping.aborted) await pause(respite_ms, stopping);
  }
};

/** Waits for the bell, or until an instant; a minute at most. */
const sleep = (work: NewsWork, bell: Bell, until: string | undefined): Promise<void> => {
  const left_ms =
    until === undefined ? longestSleep_ms : millisecondsBetween(work.clock.now(), until);
  return awaitBell(work, bell, Math.min(longestSleep_ms, Math.max(left_ms, shortestSleep_ms)));
};

/** Sends the news of the webhooks whose secrets this node has. */
export const newsWorker = (work: NewsWork): NewsWorker => {
  const { clock, stopping, noteTrouble, noteDefect } = work;
  const bell = newBell();
  const lanes = newLanes(work, {
    ended: (failure) => {
      if (failure === undefined) bell.ring();
      else noteTrouble(failure);
    },
    broken: noteDefect,
  });
  const oneTurn = turning(work, lanes);
  const turn = async (): Promise<string | undefined> => {
    const turned = await oneTurn()();
    if (E.isRight(turned)) return turned.right;
    noteTrouble(turned.left);
    return later(clock.now(), respite_ms);
  };
  return {
    turn,
    settled: lanes.settled,
    ring: bell.ring,
    run: async () => {
      const listening = listen(work, bell).catch(noteDefect);
      while (!stopping.aborted) {
        const next = await turn().catch((thrown: unknown) => {
          noteDefect(thrown);
          return later(clock.now(), respite_ms);
        });
        await sleep(work, bell, next);
      }
      await Promise.all([listening, lanes.settled()]);
    },
  };
};
