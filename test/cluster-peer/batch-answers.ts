import code from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { AppendOutcome } from './append-outcome.ts';
import type { NotHandled } from './errors.ts';
import { streamIdentifier } from './read-answers.ts';
import { type Expected, noStream } from './stored-event.ts';

type Code = (typeof code.Code)[keyof typeof code.Code];

/** A google.rpc.Status with the details that a client recognises a failure by. KurrentDB: Transport/Grpc/Status.cs */
const status = (
  number: Code,
  message: string,
  details: Readonly<{ serializeBinary: () => Uint8Array }>,
  name = `event_store.client.${message}`,
): statuses.Status => {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), name);
  return new statuses.Status().setCode(number).setMessage(message).setDetails(packed);
};

/** KurrentDB: Services/Transport/Grpc/WrongExpectedVersion.cs */
const wrongExpectedVersion = (expected: Expected, current: bigint): statuses.Status => {
  const details = new shared.WrongExpectedVersion();
  if (current === noStream) details.setCurrentNoStream(new empty.Empty());
  else details.setCurrentStreamRevision(current.toString());
  if (expected === 'any') details.setExpectedAny(new empty.Empty());
  else if (expected === 'no_stream') details.setExpectedNoStream(new empty.Empty());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new empty.Empty());
  else details.setExpectedStreamPosition(expected.toString());
  return status(code.Code.ALREADY_EXISTS, 'WrongExpectedVersion', details);
};

export const batchStatuses = {
  wrongExpectedVersion,
  streamDeleted: (stream: string) =>
    status(
      code.Code.NOT_FOUND,
      'StreamDeleted',
      new shared.StreamDeleted().setStreamIdentifier(streamIdentifier(stream)),
    ),
  accessDenied: () =>
    status(code.Code.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied()),
  timedOut: () => status(code.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout()),
  maxAppendSizeExceeded: (limit: number) =>
    status(
      code.Code.INVALID_ARGUMENT,
      'MaximumAppendSizeExceeded',
      new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit),
    ),
  badRequest: (message: string) =>
    status(code.Code.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(message)),
  /** Its details say nothing, and it has no code. KurrentDB: Streams.BatchAppend.cs, ConvertMessage */
  notHandled: (why: Exclude<NotHandled, { _tag: 'NotLeader'; leader: object }>['_tag']) => {
    const messages = {
      NotReady: 'Server Is Not Ready',
      TooBusy: 'Server Is Busy',
      NotLeader: 'No leader info available in response',
    };
    return status(code.Code.OK, messages[why], new empty.Empty(), 'google.protobuf.Empty');
  },
};

const success = (
  outcome: Extract<AppendOutcome, { _tag: 'Stored' }>,
): streams.BatchAppendResp.Success => {
  const answer = new streams.BatchAppendResp.Success();
  if (outcome.last === noStream) answer.setNoStream(new empty.Empty());
  else answer.setCurrentRevision(outcome.last.toString());
  const position = outcome.position.toString();
  return answer.setPosition(
    new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position),
  );
};

/** The answer to one append of a batch stream. */
export const batchAnswer = (
  correlation: shared.UUID | undefined,
  stream: string,
  result: Extract<AppendOutcome, { _tag: 'Stored' }> | statuses.Status,
): streams.BatchAppendResp => {
  const answer = new streams.BatchAppendResp()
    .setCorrelationId(correlation)
    .setStreamIdentifier(streamIdentifier(stream));
  return result instanceof statuses.Status
    ? answer.setError(result)
    : answer.setSuccess(success(result));
};
