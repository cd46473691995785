import { Metadata, type StatusObject, status } from '@grpc/grpc-js';
import { type Expected, noStream } from './stored-event.ts';

export type Endpoint = Readonly<{ address: string; port: number }>;

/** Why a node does not do what it was asked. KurrentDB: Services/VNode/ClusterVNodeController.cs */
export type NotHandled =
  | Readonly<{ _tag: 'NotLeader'; leader: Endpoint | undefined }>
  | Readonly<{ _tag: 'NotReady' }>
  | Readonly<{ _tag: 'TooBusy' }>;

const error = (
  code: status,
  details: string,
  facts: Readonly<Record<string, string>> = {},
): StatusObject => {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(facts)) metadata.set(name, value);
  return { code, details, metadata };
};

const revisionNumbers = { any: -2n, no_stream: noStream, stream_exists: -4n };

const numberOf = (expected: Expected): bigint =>
  typeof expected === 'bigint' ? expected : revisionNumbers[expected];

/**
 * The statuses that a call ends with, details and metadata as the server sends them.
 * KurrentDB: Services/Transport/Grpc/RpcExceptions.cs and Constants.cs
 */
export const errors = {
  timedOut: (what: string) => error(status.ABORTED, `Operation timed out: ${what}`),
  notHandled: (why: NotHandled) => {
    switch (why._tag) {
      case 'NotReady':
        return error(status.UNAVAILABLE, 'Server Is Not Ready');
      case 'TooBusy':
        return error(status.UNAVAILABLE, 'Server Is Too Busy');
      case 'NotLeader':
        return why.leader
          ? error(status.NOT_FOUND, 'Leader info available', {
              exception: 'not-leader',
              'leader-endpoint-host': why.leader.address,
              'leader-endpoint-port': why.leader.port.toString(),
            })
          : error(status.UNKNOWN, 'No leader info available in response');
    }
  },
  accessDenied: () =>
    error(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  /** Comes before any service is asked. KurrentDB: Services/Transport/Http/AuthenticationMiddleware.cs */
  unauthenticated: () => error(status.UNAUTHENTICATED, 'Unauthenticated'),
  streamDeleted: (stream: string) =>
    error(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    }),
  wrongExpectedVersion: (stream: string, expected: Expected, actual: bigint) => {
    const stated = numberOf(expected).toString();
    return error(
      status.FAILED_PRECONDITION,
      `Delete failed due to WrongExpectedVersion. Stream: ${stream}, ` +
        `Expected version: ${stated}, Actual version: ${actual.toString()}`,
      {
        exception: 'wrong-expected-version',
        'stream-name': stream,
        'expected-version': stated,
        'actual-version': actual.toString(),
      },
    );
  },
  maxAppendSizeExceeded: (limit: number) =>
    error(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': limit.toString(),
    }),
  missingMetadata: (name: string) =>
    error(status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    }),
  invalidPosition: () => error(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.'),
  invalidArgument: (what: string) => error(status.INVALID_ARGUMENT, what),
  /**
   * How a server that goes down ends a stream that is still running: its handler is cancelled
   * (GrpcStreamingShutdownMiddleware.cs), and of what a handler throws a client is told no more than this.
   */
  handlerThrew: () => error(status.UNKNOWN, 'Exception was thrown by handler.'),
  /** How a stream ends for its client where the server cuts it off. */
  cancelled: () => error(status.CANCELLED, 'Call cancelled'),
};
