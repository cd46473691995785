import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleClientStreamingCall, StatusObject } from '@grpc/grpc-js';
import type { AppendOutcome } from './append-outcome.ts';
import { errors } from './errors.ts';
import { readExpected, revisionText } from './expected.ts';
import { appendSize } from './log-record-size.ts';
import { accessRefusal, type Node, writeNotHandled } from './node.ts';
import { playCall, type Reply } from './play-call.ts';
import { readProposed } from './proposed-message.ts';
import { type Expected, noStream, type Proposed } from './stored-event.ts';

const success = (outcome: Extract<AppendOutcome, { _tag: 'Stored' }>): streams.AppendResp => {
  const answer = new streams.AppendResp.Success();
  if (outcome.last === noStream) answer.setNoStream(new shared.Empty());
  else answer.setCurrentRevision(revisionText(outcome.last));
  const position = outcome.position.toString();
  answer.setPosition(
    new streams.AppendResp.Position().setCommitPosition(position).setPreparePosition(position),
  );
  return new streams.AppendResp().setSuccess(answer);
};

const wrongExpectedVersion = (expected: Expected, current: bigint): streams.AppendResp => {
  const answer = new streams.AppendResp.WrongExpectedVersion();
  if (expected === 'any') answer.setExpectedAny(new shared.Empty());
  else if (expected === 'no_stream') answer.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') answer.setExpectedStreamExists(new shared.Empty());
  else answer.setExpectedRevision(expected.toString());
  if (current === noStream) answer.setCurrentNoStream(new shared.Empty());
  else answer.setCurrentRevision(revisionText(current));
  return new streams.AppendResp().setWrongExpectedVersion(answer);
};

/** An append as its messages came in; an error as soon as one of them is wrong. */
type Received = {
  stream: string;
  expected: Expected | undefined;
  events: Proposed[];
  size: number;
};

const receive = (
  node: Node,
  received: Received,
  request: streams.AppendReq,
): StatusObject | undefined => {
  const message = request.getProposedMessage();
  if (!message) return errors.invalidArgument('A proposed message was expected.');
  const event = readProposed(message);
  if (event._tag === 'Left') return event.left;
  received.events.push(event.right);
  received.size += appendSize(event.right);
  return received.size > node.maxAppendSize
    ? errors.maxAppendSizeExceeded(node.maxAppendSize)
    : undefined;
};

const begin = (options: streams.AppendReq.Options): Received => ({
  stream: Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
  expected: readExpected(options, options.hasRevision() ? options.getRevision() : undefined),
  events: [],
  size: 0,
});

type Callback = Parameters<handleClientStreamingCall<streams.AppendReq, streams.AppendResp>>[1];

const replyTo = (stream: string, expected: Expected, callback: Callback): Reply<AppendOutcome> => ({
  outcome: (outcome) => {
    switch (outcome._tag) {
      case 'Stored':
        callback(null, success(outcome));
        return;
      case 'WrongExpectedVersion':
        callback(null, wrongExpectedVersion(expected, outcome.current));
        return;
      case 'StreamDeleted':
        callback(errors.streamDeleted(stream));
    }
  },
  timedOut: () => callback(errors.timedOut('Commit phase timeout.')),
  notHandled: (why) => callback(errors.notHandled(why)),
  end: () => callback(errors.handlerThrew()),
  fail: (status) => callback(status),
});

/**
 * One append a call: what a client does that brings credentials of its own to the call.
 * KurrentDB: Services/Transport/Grpc/Streams.Append.cs
 */
export const append =
  (node: Node): handleClientStreamingCall<streams.AppendReq, streams.AppendResp> =>
  (call, callback) => {
    let received: Received | undefined;
    let isOver = false;
    const fail = (status: StatusObject): void => {
      if (!isOver) callback(status);
      isOver = true;
    };
    call.on('error', () => {
      isOver = true;
    });
    call.on('data', (request: streams.AppendReq) => {
      const options = request.getOptions();
      if (isOver) return;
      if (options) received = begin(options);
      const problem = options
        ? accessRefusal(node, call.metadata, received?.stream ?? '')
        : received && receive(node, received, request);
      if (problem) fail(problem);
    });
    call.on('end', () => {
      if (isOver) return;
      const { stream, expected, events } = received ?? {};
      if (stream === undefined || expected === undefined || !events) {
        fail(errors.invalidArgument('An append without options.'));
        return;
      }
      const ids = events.map(({ id }) => id);
      const asked = { kind: 'Append', stream, ids, batch: false, peer: call.getPeer() } as const;
      const task = {
        notHandled: () => writeNotHandled(node, call.metadata),
        write: () => node.store.append(stream, expected, events),
      };
      playCall(node, asked, task, replyTo(stream, expected, callback));
    });
  };
