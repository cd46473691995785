import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleUnaryCall, sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { AppendOutcome } from './append-outcome.ts';
import { errors } from './errors.ts';
import { readExpected } from './expected.ts';
import { accessRefusal, type Node, writeNotHandled } from './node.ts';
import { playCall } from './play-call.ts';
import type { Expected } from './stored-event.ts';

type Deletion<R> = Readonly<{
  kind: 'Delete' | 'Tombstone';
  options: streams.DeleteReq.Options | streams.TombstoneReq.Options | undefined;
  remove: (stream: string, expected: Expected) => AppendOutcome;
  answer: (position: bigint) => R;
}>;

const play = <Q, R>(
  node: Node,
  call: ServerUnaryCall<Q, R>,
  callback: sendUnaryData<R>,
  { kind, options, remove, answer }: Deletion<R>,
): void => {
  const name = options?.getStreamIdentifier()?.getStreamName_asU8();
  const revision = options?.hasRevision() === true ? options.getRevision() : undefined;
  const expected = options && readExpected(options, revision);
  if (!name || expected === undefined) {
    callback(errors.invalidArgument('A deletion without a stream or an expected revision.'));
    return;
  }
  const stream = Buffer.from(name).toString('utf8');
  const refused = accessRefusal(node, call.metadata, stream);
  if (refused) {
    callback(refused);
    return;
  }
  const task = {
    notHandled: () => writeNotHandled(node, call.metadata),
    write: () => remove(stream, expected),
  };
  playCall(node, { kind, stream, ids: [], batch: false, peer: call.getPeer() }, task, {
    outcome: (outcome) => {
      if (outcome._tag === 'Stored') callback(null, answer(outcome.position));
      else if (outcome._tag === 'StreamDeleted') callback(errors.streamDeleted(stream));
      else callback(errors.wrongExpectedVersion(stream, expected, outcome.current));
    },
    timedOut: () => callback(errors.timedOut('Commit phase timeout.')),
    notHandled: (why) => callback(errors.notHandled(why)),
    end: () => callback(errors.handlerThrew()),
    fail: (status) => callback(status),
  });
};

/** A stream is deleted and can come back. KurrentDB: Services/Transport/Grpc/Streams.Delete.cs */
export const deleteStream =
  (node: Node): handleUnaryCall<streams.DeleteReq, streams.DeleteResp> =>
  (call, callback) => {
    play(node, call, callback, {
      kind: 'Delete',
      options: call.request.getOptions(),
      remove: node.store.softDelete,
      answer: (position) => {
        const text = position.toString();
        return new streams.DeleteResp().setPosition(
          new streams.DeleteResp.Position().setCommitPosition(text).setPreparePosition(text),
        );
      },
    });
  };

/** A stream is deleted for good. */
export const tombstoneStream =
  (node: Node): handleUnaryCall<streams.TombstoneReq, streams.TombstoneResp> =>
  (call, callback) => {
    play(node, call, callback, {
      kind: 'Tombstone',
      options: call.request.getOptions(),
      remove: node.store.tombstone,
      answer: (position) => {
        const text = position.toString();
        return new streams.TombstoneResp().setPosition(
          new streams.TombstoneResp.Position().setCommitPosition(text).setPreparePosition(text),
        );
      },
    });
  };
