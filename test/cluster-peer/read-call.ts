import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { errors } from './errors.ts';
import type { CallFault } from './faults.ts';
import { accessRefusal, type Node, notLeader, readNotHandled } from './node.ts';
import { createReader, type ReadCall, type Reader } from './reader.ts';
import type { StoredEvent } from './stored-event.ts';

/**
 * A read or a subscription. `begin` sends what was asked for and calls back at its end: of a subscription, when it is
 * confirmed.
 */
export type ReadTask = Readonly<{
  begin: (reader: Reader, atEnd: () => void) => void;
  finish: (reader: Reader) => void;
}>;

type Played = Readonly<{ node: Node; call: ReadCall; reader: Reader; task: ReadTask }>;

const answer = ({ node, call, reader, task }: Played): void => {
  const why = readNotHandled(node, call.metadata);
  if (why) reader.fail(errors.notHandled(why));
  else task.begin(reader, () => task.finish(reader));
};

const lose = ({ node, call, reader }: Played, how: CallFault['_tag']): void => {
  if (how === 'Drop') node.connections.drop(call.getPeer());
  if (how === 'TimedOut') reader.fail(errors.timedOut('Read'));
  if (how === 'Ended') reader.end();
};

const faulty = (played: Played, fault: CallFault): void => {
  const { node, reader, task } = played;
  const then = (what: () => void): void => {
    if (fault._tag === 'Slow' && node.isRunning()) void fault.until.then(what);
  };
  switch (fault._tag) {
    case 'NotLeader':
      reader.fail(
        errors.notHandled(
          fault.leader ? { _tag: 'NotLeader', leader: fault.leader } : notLeader(node),
        ),
      );
      return;
    case 'NotReady':
    case 'TooBusy':
      reader.fail(errors.notHandled({ _tag: fault._tag }));
      return;
    case 'Slow':
      if (fault.moment === 'after') task.begin(reader, () => then(() => task.finish(reader)));
      else then(() => (fault.then ? faulty(played, fault.then) : answer(played)));
      return;
    default:
      if (fault.moment === 'after') task.begin(reader, () => lose(played, fault._tag));
      else lose(played, fault._tag);
  }
};

/** Answers a read or a subscription, with whatever fault is set for it. */
export const playRead = (
  node: Node,
  call: ReadCall,
  options: streams.ReadReq.Options,
  task: ReadTask,
): void => {
  const identifier = options.getStream()?.getStreamIdentifier();
  const stream = identifier && Buffer.from(identifier.getStreamName_asU8()).toString('utf8');
  const described = {
    kind: options.hasSubscription() ? 'Subscribe' : 'Read',
    stream,
    ids: [],
    batch: false,
  } as const;
  const { call: asked, fault } = node.faults.arrived(described);
  const reader = createReader(node, call, asked);
  const played = { node, call, reader, task };
  const refused = accessRefusal(node, call.metadata, stream ?? '$all');
  if (refused) reader.fail(refused);
  else if (fault) faulty(played, fault);
  else answer(played);
};

/** Sends events one after the other, as fast as the reader takes them. */
export const sendAll = (
  reader: Reader,
  next: () => StoredEvent | undefined,
  atEnd: () => void,
): void => {
  const goOn = (): void => sendAll(reader, next, atEnd);
  while (reader.isOpen()) {
    if (reader.isFull()) {
      reader.drained(goOn);
      return;
    }
    const event = next();
    if (!event) {
      atEnd();
      return;
    }
    const delivered = reader.event(event);
    if (delivered === 'stopped') return;
    if (delivered !== 'sent') {
      void delivered.then(goOn);
      return;
    }
  }
};
