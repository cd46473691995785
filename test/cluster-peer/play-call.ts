import type { StatusObject } from '@grpc/grpc-js';
import type { NotHandled } from './errors.ts';
import type { Call, CallFault } from './faults.ts';
import { type Node, notLeader } from './node.ts';

/** What a call asks to be done. */
export type Task<A> = Readonly<{
  /** Why this node does not do it. */
  notHandled: () => NotHandled | undefined;
  write: () => A;
}>;

/** How a call is answered, whatever it was. */
export type Reply<A> = Readonly<{
  outcome: (outcome: A) => void;
  timedOut: () => void;
  notHandled: (why: NotHandled) => void;
  /** Ends the stream of answers as if all were said. */
  end: () => void;
  fail: (status: StatusObject) => void;
}>;

/** A call, and the other end of its connection. */
export type Asked = Omit<Call, 'number'> & Readonly<{ peer: string }>;

type Played<A> = Readonly<{ node: Node; peer: string; task: Task<A>; reply: Reply<A> }>;

const answer = <A>({ task, reply }: Played<A>): void => {
  const why = task.notHandled();
  if (why) reply.notHandled(why);
  else reply.outcome(task.write());
};

const lose = <A>({ node, peer, reply }: Played<A>, how: CallFault['_tag']): void => {
  // A server that goes down ends what it never answered.
  if (how === 'Silent') node.openCalls.add({ end: () => undefined, fail: reply.fail });
  if (how === 'Drop') node.connections.drop(peer);
  if (how === 'TimedOut') reply.timedOut();
  if (how === 'Ended') reply.end();
};

/** A promise is waited for even where the client has gone: an append that timed out may land later. */
const slow = <A>(played: Played<A>, fault: Extract<CallFault, { _tag: 'Slow' }>): void => {
  const { node, task } = played;
  const why = fault.moment === 'after' ? task.notHandled() : undefined;
  const written = fault.moment === 'after' && !why ? { outcome: task.write() } : undefined;
  const later: Played<A> = written
    ? { ...played, task: { notHandled: () => undefined, write: () => written.outcome } }
    : played;
  void fault.until.then(() => {
    if (!node.isRunning()) return;
    if (fault.then) faulty(later, fault.then);
    else answer(later);
  });
};

const faulty = <A>(played: Played<A>, fault: CallFault): void => {
  const { node, task, reply } = played;
  switch (fault._tag) {
    case 'NotLeader':
      reply.notHandled(
        fault.leader ? { _tag: 'NotLeader', leader: fault.leader } : notLeader(node),
      );
      return;
    case 'NotReady':
    case 'TooBusy':
      reply.notHandled({ _tag: fault._tag });
      return;
    case 'Slow':
      slow(played, fault);
      return;
    default:
      if (fault.moment === 'after' && !task.notHandled()) task.write();
      lose(played, fault._tag);
  }
};

/** Does what a call asks and answers it, with whatever fault is set for it. */
export const playCall = <A>(node: Node, asked: Asked, task: Task<A>, reply: Reply<A>): void => {
  const { peer, ...described } = asked;
  const { fault } = node.faults.arrived(described);
  const played = { node, peer, task, reply };
  if (fault) faulty(played, fault);
  else answer(played);
};
