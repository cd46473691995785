import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamNotFoundError,
  TimeoutError,
  convertToCommandError,
} from '@eventstore/db-client';
import { type Failure, lasting, lost, passing } from './failure.ts';
import { firstLine, propertyOf, textOf } from './thrown.ts';
import { whyUnavailable } from './why-unavailable.ts';

/** gRPC's status codes (https://grpc.io/docs/guides/status-codes/). */
const status = { notImplemented: 12, unavailable: 14, unauthenticated: 16 } as const;

const denied = (code: unknown, where: string, hasCredentials: boolean): Failure => {
  const given = hasCredentials
    ? 'does not know the user name and password that were given'
    : 'wants a user name and a password, and none were given';
  return lasting(
    code === status.unauthenticated || !hasCredentials
      ? `the server ${where} ${given}`
      : `the server ${where} denies access: the user may not do this there; see its access control lists`,
  );
};

/** What a batch append's answer says in words alone: the client knows no class for it. */
const answeredInWords = (text: string, where: string): Failure | undefined => {
  if (/maximum ?append|exceed(ed|s) max/i.test(text)) {
    return lasting(`the server ${where} does not take so much in one append: ${firstLine(text)}`);
  }
  if (/not ready/i.test(text)) {
    return lost(
      `the server ${where} is not ready: it is starting or stopping, or too few nodes of its cluster are up`,
    );
  }
  if (/busy/i.test(text)) return passing(`the server ${where} is too busy`);
  if (/no leader info/i.test(text)) {
    return lost(`${where} has no leader to pass this on to: too few nodes of the cluster are up`);
  }
  return undefined;
};

/** As the client's own classes, where it knows one: what breaks a stream arrives as gRPC threw it. */
const classified = (thrown: unknown): unknown => {
  if (!(thrown instanceof Error)) return thrown;
  try {
    return convertToCommandError(thrown);
  } catch {
    // It takes for granted what a server may leave out, such as who leads.
    return thrown;
  }
};

/**
 * What went wrong, by what the client threw.
 * @param where the host and port, or several, that the client speaks to
 */
export const describeFailure = (
  anything: unknown,
  where: string,
  hasCredentials: boolean,
): Failure => {
  const thrown = classified(anything);
  const code = propertyOf(thrown, 'code');
  const text = textOf(thrown);
  if (thrown instanceof NotLeaderError) {
    const { address, port } = thrown.leader;
    const now = `${where} does not lead its cluster any more, but ${address}:${port} does`;
    return { ...lost(now), leader: { address, port } };
  }
  if (thrown instanceof StreamDeletedError) {
    return {
      ...lasting(
        `the stream ${thrown.streamName} was deleted for good on the server (it has a tombstone): nothing can be written to it again`,
      ),
      deleted: true,
    };
  }
  if (thrown instanceof StreamNotFoundError) {
    return lasting(`there is no stream ${thrown.streamName} on the server ${where}`);
  }
  if (thrown instanceof MaxAppendSizeExceededError) {
    const most = `${thrown.maxAppendSize} bytes`;
    return lasting(`the server ${where} takes at most ${most} in one append (MaxAppendSize)`);
  }
  if (thrown instanceof AccessDeniedError || code === status.unauthenticated) {
    return denied(code, where, hasCredentials);
  }
  if (thrown instanceof DeadlineExceededError || thrown instanceof TimeoutError) {
    return passing(
      `the server ${where} could not do it in time: it is overloaded, or too few nodes of its cluster are up`,
    );
  }
  if (thrown instanceof CancelledError) return lost(`the server ${where} broke off`);
  if (code === status.notImplemented) {
    return lasting(
      `the server ${where} does not know the protocol: EventStoreDB 23.10 or later, or KurrentDB, is needed`,
    );
  }
  if (/^failed to discover/i.test(text)) {
    return { ...lost(`${where} did not lead to a node of a cluster`), undiscovered: true };
  }
  const answered = answeredInWords(text, where);
  if (answered !== undefined) return answered;
  if (code === status.unavailable) return whyUnavailable(text, where);
  return lost(`the server ${where} failed: ${firstLine(text)}`);
};
