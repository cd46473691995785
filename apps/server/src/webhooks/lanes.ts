import type { Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type { CurrentWebhook } from './current-webhooks.ts';
import { deliverDue, type Delivering } from './deliver.ts';

/** The sending to each webhook: one at a time to each, and none waits for another. */
export type Lanes = Readonly<{
  /** Begins to send what is due, where that is not under way already. */
  begin: (webhook: CurrentWebhook) => void;
  isUnderWay: (webhook: string) => boolean;
  /** Resolves once nothing is under way. */
  settled: () => Promise<void>;
}>;

/** Who is told of each lane that came to its end, with what stood in its way; and of what should not have happened. */
export type LaneEnds = Readonly<{
  ended: (failure: Failure | undefined) => void;
  broken: (thrown: unknown) => void;
}>;

export const newLanes = (deps: Delivering, { ended, broken }: LaneEnds): Lanes => {
  const underWay = new Map<string, Promise<void>>();
  return {
    begin: (webhook) => {
      const { id } = webhook.state;
      if (underWay.has(id) || webhook.kept.goneAt !== undefined || deps.stopping.aborted) return;
      const lane = deliverDue(deps, webhook)
        .finally(() => underWay.delete(id))
        .then((outcome) => {
          ended(E.isLeft(outcome) ? outcome.left : undefined);
        })
        .catch(broken);
      underWay.set(id, lane);
    },
    isUnderWay: (webhook) => underWay.has(webhook),
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
};
