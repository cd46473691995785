import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { LogPosition, StoredEvent } from './stored-event.ts';
import { uuidOf } from './uuid.ts';

/**
 * The answers to a read, as bytes: an event's are made once and serve every reader.
 * KurrentDB: Services/Transport/Grpc/Streams.Read.cs, ResponseConverter
 */
const bytesOf = (answer: streams.ReadResp): Buffer => {
  const bytes = answer.serializeBinary();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

export const streamIdentifier = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream));

const eventBytes = (event: StoredEvent, form: 'string' | 'structured'): Buffer => {
  const position = event.position.toString();
  const record = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidOf(event.id, form))
    .setStreamIdentifier(streamIdentifier(event.stream))
    .setStreamRevision(event.revision.toString())
    .setPreparePosition(position)
    .setCommitPosition(position)
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  record
    .getMetadataMap()
    .set('type', event.type)
    .set('created', event.created.toString())
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  const read = new streams.ReadResp.ReadEvent().setEvent(record).setCommitPosition(position);
  return bytesOf(new streams.ReadResp().setEvent(read));
};

export const eventAnswer = (event: StoredEvent, form: 'string' | 'structured'): Buffer => {
  if (form === 'structured') return eventBytes(event, form);
  event.wire ??= eventBytes(event, form);
  return event.wire;
};

export const confirmationAnswer = (subscription: string): Buffer =>
  bytesOf(
    new streams.ReadResp().setConfirmation(
      new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(subscription),
    ),
  );

export const checkpointAnswer = ({ commit, prepare }: LogPosition): Buffer =>
  bytesOf(
    new streams.ReadResp().setCheckpoint(
      new streams.ReadResp.Checkpoint()
        .setCommitPosition(commit.toString())
        .setPreparePosition(prepare.toString()),
    ),
  );

export const caughtUpAnswer = (): Buffer =>
  bytesOf(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));

export const notFoundAnswer = (stream: string): Buffer =>
  bytesOf(
    new streams.ReadResp().setStreamNotFound(
      new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream)),
    ),
  );

export const lastRevisionAnswer = (revision: bigint): Buffer =>
  bytesOf(new streams.ReadResp().setLastStreamPosition(revision.toString()));
