import { randomUUID } from 'node:crypto';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { allSubscription } from './all-subscription.ts';
import type { Node } from './node.ts';
import { confirmationAnswer } from './read-answers.ts';
import { playRead } from './read-call.ts';
import type { ReadCall, Reader } from './reader.ts';
import { streamSubscription } from './stream-subscription.ts';
import type { Steps } from './subscription-steps.ts';

const run = (node: Node, reader: Reader, step: Steps): void => {
  let isWaiting = false;
  const goOn = (): void => {
    isWaiting = false;
    tick();
  };
  const tick = (): void => {
    while (!isWaiting && reader.isOpen()) {
      if (reader.isFull()) {
        isWaiting = true;
        reader.drained(goOn);
        return;
      }
      const done = step();
      if (done === 'idle' || done === 'stopped') return;
      if (done !== 'sent') {
        isWaiting = true;
        void done.then(goOn);
      }
    }
  };
  reader.onClosed(node.onVisible(tick));
  tick();
};

/** KurrentDB: Services/Transport/Enumerators/Enumerator.AllSubscriptionFiltered.cs, .AllSubscription.cs, .StreamSubscription.cs */
export const subscribe = (node: Node, call: ReadCall, options: streams.ReadReq.Options): void => {
  playRead(node, call, options, {
    begin: (reader, atEnd) => {
      const stream = options.getStream();
      const steps = stream
        ? streamSubscription(node, reader, stream)
        : allSubscription(node, reader, options);
      reader.answer(confirmationAnswer(randomUUID()));
      atEnd();
      if (steps) run(node, reader, steps);
    },
    finish: () => undefined,
  });
};
