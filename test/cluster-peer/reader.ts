import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream, StatusObject } from '@grpc/grpc-js';
import { errors } from './errors.ts';
import type { Call, DeliveryFault } from './faults.ts';
import type { Node } from './node.ts';
import { eventAnswer } from './read-answers.ts';
import type { StoredEvent } from './stored-event.ts';

export type ReadCall = ServerWritableStream<streams.ReadReq, Buffer>;

/** What becomes of a delivery: go on, wait and go on, or nothing more. */
export type Delivered = 'sent' | 'stopped' | Promise<void>;

/** The way to one reader, with the faults that are set for it. */
export type Reader = Readonly<{
  event: (event: StoredEvent) => Delivered;
  answer: (bytes: Buffer) => void;
  /** Whether the reader takes no more just now; it is told by `drained`. */
  isFull: () => boolean;
  drained: (then: () => void) => void;
  isOpen: () => boolean;
  end: () => void;
  fail: (status: StatusObject) => void;
  onClosed: (then: () => void) => void;
}>;

export const createReader = (node: Node, call: ReadCall, described: Call): Reader => {
  const structured = call.request.getOptions()?.getUuidOption()?.hasStructured() === true;
  const form = structured ? 'structured' : 'string';
  const kind = described.kind === 'Subscribe' ? 'Subscribe' : 'Read';
  let delivered = 0;
  let isOpen = true;
  let isFull = false;
  let kept: StoredEvent | undefined;
  const closed: (() => void)[] = [];

  const leave = node.openCalls.add({
    end: () => end(),
    fail: (status) => fail(status),
  });
  const stop = (): void => {
    if (!isOpen) return;
    isOpen = false;
    for (const then of closed) then();
  };
  const close = (): void => {
    leave();
    stop();
  };
  // The other side may go at any time.
  call.on('error', close);
  call.on('cancelled', close);
  call.on('close', close);
  // Also where nobody waits for it: whoever comes later would wait for ever.
  call.on('drain', () => {
    isFull = false;
  });

  const answer = (bytes: Buffer): void => {
    if (isOpen && !call.write(bytes)) isFull = true;
  };
  const send = (event: StoredEvent): void => {
    answer(eventAnswer(event, form));
    if (kept === undefined) return;
    const late = kept;
    kept = undefined;
    answer(eventAnswer(late, form));
  };
  const end = (): void => {
    if (kept) answer(eventAnswer(kept, form));
    call.end();
    close();
  };

  const fail = (status: StatusObject): void => {
    call.emit('error', status);
    close();
  };

  const faulty = (fault: DeliveryFault, event: StoredEvent): Delivered => {
    switch (fault._tag) {
      case 'Twice':
        send(event);
        send(event);
        return 'sent';
      case 'Skipped':
        return 'sent';
      case 'Swapped':
        kept = event;
        return 'sent';
      case 'Replaced':
        send(fault.by);
        return 'sent';
      case 'Slow':
        return fault.until.then(() => send(event));
      case 'Drop':
        node.connections.drop(call.getPeer());
        break;
      case 'Ended':
        end();
        break;
      case 'NotReady':
        fail(errors.notHandled({ _tag: 'NotReady' }));
        break;
      case 'Silent':
        break;
    }
    stop();
    return 'stopped';
  };

  return {
    event: (event) => {
      const fault = node.faults.deliveries()?.({ kind, call: described, event, number: delivered });
      delivered += 1;
      if (fault) return faulty(fault, event);
      send(event);
      return 'sent';
    },
    answer,
    isFull: () => isFull,
    drained: (then) => {
      call.once('drain', then);
    },
    isOpen: () => isOpen,
    end,
    fail,
    onClosed: (then) => {
      closed.push(then);
    },
  };
};
