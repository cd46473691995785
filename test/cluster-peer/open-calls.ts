import type { StatusObject } from '@grpc/grpc-js';

/** A call that waits for more: a stream of appends, a subscription, or one that is never answered. */
export type OpenCall = Readonly<{
  /** Ends it as if all were said. */
  end: () => void;
  fail: (status: StatusObject) => void;
}>;

/** What is under way on a node, so that the node can end it. */
export type OpenCalls = Readonly<{
  /** The answer takes the call out again. */
  add: (call: OpenCall) => () => void;
  count: () => number;
  endAll: () => void;
  failAll: (status: StatusObject) => void;
  /** Nobody is there any more to be told. */
  forget: () => void;
}>;

export const createOpenCalls = (): OpenCalls => {
  const open = new Set<OpenCall>();
  return {
    add: (call) => {
      open.add(call);
      return () => open.delete(call);
    },
    count: () => open.size,
    endAll: () => {
      for (const call of [...open]) call.end();
    },
    failAll: (status) => {
      for (const call of [...open]) call.fail(status);
      open.clear();
    },
    forget: () => open.clear(),
  };
};
