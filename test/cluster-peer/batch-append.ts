import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type statuses from '@eventstore/db-client/generated/status_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import type { AppendOutcome } from './append-outcome.ts';
import { batchAnswer, batchStatuses } from './batch-answers.ts';
import { errors } from './errors.ts';
import { readExpected } from './expected.ts';
import { appendSize } from './log-record-size.ts';
import { accessRefusal, type Node, writeNotHandled } from './node.ts';
import { playCall, type Reply } from './play-call.ts';
import { readProposed } from './proposed-message.ts';
import type { Expected, Proposed } from './stored-event.ts';
import { readUuid } from './uuid.ts';

type BatchCall = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

/** An append whose events are still coming. */
type Pending = { stream: string; expected: Expected; events: Proposed[]; size: number };

const nameIn = (identifier: shared.StreamIdentifier): string =>
  Buffer.from(identifier.getStreamName_asU8()).toString('utf8');

/**
 * Many appends over one stream of requests, each with an id of its own to be answered by.
 * KurrentDB: Services/Transport/Grpc/Streams.BatchAppend.cs
 */
class BatchAppendCall {
  readonly #node: Node;
  readonly #call: BatchCall;
  readonly #pending = new Map<string, Pending>();
  #unanswered = 0;
  #isEnding = false;

  constructor(node: Node, call: BatchCall) {
    this.#node = node;
    this.#call = call;
    const close = node.openCalls.add({
      end: () => call.end(),
      fail: (status) => call.emit('error', status),
    });
    // The other side may go at any time.
    call.on('error', close);
    call.on('close', close);
    call.on('data', (request: streams.BatchAppendReq) => {
      this.#take(request);
    });
    call.on('end', () => {
      this.#isEnding = true;
      this.#endWhenAnswered();
    });
  }

  #take(request: streams.BatchAppendReq): void {
    const correlation = readUuid(request.getCorrelationId());
    if (correlation === undefined) return;
    const options = request.getOptions();
    const pending = options ? this.#begin(request, options) : this.#pending.get(correlation);
    if (!pending) return;
    const problem = this.#addEvents(pending, request);
    if (problem) this.#answer(request, pending.stream, problem);
    if (problem || request.getIsFinal()) this.#pending.delete(correlation);
    else this.#pending.set(correlation, pending);
    if (!problem && request.getIsFinal()) this.#append(request, pending);
  }

  #begin(
    request: streams.BatchAppendReq,
    options: streams.BatchAppendReq.Options,
  ): Pending | undefined {
    const identifier = options.getStreamIdentifier();
    const stream = identifier ? nameIn(identifier) : '';
    const refused = accessRefusal(this.#node, this.#call.metadata, stream);
    const revision = options.hasStreamPosition() ? options.getStreamPosition() : undefined;
    const expected = readExpected(options, revision);
    const deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
    if (refused) this.#answer(request, stream, batchStatuses.accessDenied());
    else if (stream === '')
      this.#answer(
        request,
        stream,
        batchStatuses.badRequest('Required field StreamIdentifier not set.'),
      );
    else if (deadline <= Date.now()) this.#answer(request, stream, batchStatuses.timedOut());
    else if (expected === undefined)
      this.#answer(request, stream, batchStatuses.badRequest('No expected position.'));
    else return { stream, expected, events: [], size: 0 };
    return undefined;
  }

  #addEvents(pending: Pending, request: streams.BatchAppendReq): statuses.Status | undefined {
    for (const message of request.getProposedMessagesList()) {
      const event = readProposed(message);
      if (event._tag === 'Left') return batchStatuses.badRequest(event.left.details);
      pending.events.push(event.right);
      pending.size += appendSize(event.right);
    }
    const limit = this.#node.maxAppendSize;
    return pending.size > limit ? batchStatuses.maxAppendSizeExceeded(limit) : undefined;
  }

  #append(request: streams.BatchAppendReq, { stream, expected, events }: Pending): void {
    const ids = events.map(({ id }) => id);
    const asked = { kind: 'Append', stream, ids, batch: true, peer: this.#call.getPeer() } as const;
    this.#unanswered += 1;
    const reply = this.#replyTo(request, stream, expected);
    const task = {
      notHandled: () => writeNotHandled(this.#node, this.#call.metadata),
      write: () => this.#node.store.append(stream, expected, events),
    };
    playCall(this.#node, asked, task, reply);
  }

  #replyTo(
    request: streams.BatchAppendReq,
    stream: string,
    expected: Expected,
  ): Reply<AppendOutcome> {
    const answer = (result: Parameters<typeof batchAnswer>[2]): void => {
      this.#unanswered -= 1;
      this.#answer(request, stream, result);
      this.#endWhenAnswered();
    };
    return {
      outcome: (outcome) => {
        if (outcome._tag === 'Stored') answer(outcome);
        else if (outcome._tag === 'StreamDeleted') answer(batchStatuses.streamDeleted(stream));
        else answer(batchStatuses.wrongExpectedVersion(expected, outcome.current));
      },
      timedOut: () => answer(batchStatuses.timedOut()),
      notHandled: (why) => {
        // With a leader to name, the whole stream ends: the exception goes through the channel of answers.
        if (why._tag === 'NotLeader' && why.leader)
          this.#call.emit('error', errors.notHandled(why));
        else answer(batchStatuses.notHandled(why._tag));
      },
      end: () => this.#call.end(),
      // The stream itself is known to be open, and fails as a whole.
      fail: () => undefined,
    };
  }

  #answer(
    request: streams.BatchAppendReq,
    stream: string,
    result: Parameters<typeof batchAnswer>[2],
  ): void {
    if (!this.#call.writable) return;
    this.#call.write(batchAnswer(request.getCorrelationId(), stream, result));
  }

  #endWhenAnswered(): void {
    if (this.#isEnding && this.#unanswered === 0) this.#call.end();
  }
}

export const batchAppend =
  (node: Node): handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp> =>
  (call) => {
    const refused = accessRefusal(node, call.metadata, '');
    if (refused?.code === errors.unauthenticated().code) call.emit('error', refused);
    else new BatchAppendCall(node, call);
  };
