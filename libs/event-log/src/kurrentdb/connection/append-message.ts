import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ClusterAppend, ProposedEvent } from '../connection.ts';
import { ourMark } from '../server-names.ts';

const { BatchAppendReq } = streams;

const encoder = new TextEncoder();
const mark = encoder.encode(JSON.stringify(ourMark));

const uuid = (text: string): shared.UUID => {
  const message = new shared.UUID();
  message.setString(text);
  return message;
};

const proposed = ({ id, type, text }: ProposedEvent): streams.BatchAppendReq.ProposedMessage => {
  const message = new BatchAppendReq.ProposedMessage();
  message.setId(uuid(id));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  message.setData(encoder.encode(text));
  message.setCustomMetadata(mark);
  return message;
};

/** The last second of 9999, of all that a server can read as a time. */
const lastSecond = 253_402_300_799;

/** Two things whose types are not the client's to give, as they are read: “no stream” (field 3), a time (field 6). */
const read = BatchAppendReq.Options.deserializeBinary(Uint8Array.of(0x1a, 0, 0x32, 0));
const noStream = read.getNoStream();

/**
 * Never too late. A server compares the latest moment for an append with its own clock, so that seconds would refuse
 * everything from a machine whose clock is seconds behind; its own time for a write, 2 s unless configured, is what
 * counts.
 */
const neverTooLate = read.getDeadline();
neverTooLate?.setSeconds(lastSecond);

/** An append as one message; 1 MiB, what an append may hold, is well within what a server takes in one. */
export const appendMessage = (
  { stream, expected, events }: ClusterAppend,
  correlation: string,
): streams.BatchAppendReq => {
  const name = new shared.StreamIdentifier();
  name.setStreamName(encoder.encode(stream));
  const options = new BatchAppendReq.Options();
  options.setStreamIdentifier(name);
  options.setDeadline(neverTooLate);
  if (expected === undefined) options.setNoStream(noStream);
  else options.setStreamPosition(expected.toString());
  const message = new BatchAppendReq();
  message.setCorrelationId(uuid(correlation));
  message.setOptions(options);
  message.setProposedMessagesList(events.map(proposed));
  message.setIsFinal(true);
  return message;
};
