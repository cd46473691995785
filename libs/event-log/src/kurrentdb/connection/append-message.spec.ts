import { EventId } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { expect, it } from 'vitest';
import { appendMessage } from './append-message.ts';

const idOf = (text: string): EventId => {
  const id = EventId.decode(text);
  if (E.isLeft(id)) throw new Error(`“${text}” is no id`);
  return id.right;
};

const id = idOf('0f8fad5b-d9cb-469f-a165-70867728950e');
const correlation = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
// Its characters are the stored bytes: no value in between that would put key 10 behind key 9.
const text = '{"10":"é","9":1e2}';
const append = { stream: 't.plan-ä', events: [{ id, type: 'Rated', text }] };

it('given an append, when it is sent, then its text is sent as it stands, with our mark', () => {
  const message = appendMessage({ ...append, expected: 0n }, correlation);
  expect(message.getCorrelationId()?.getString()).toBe(correlation);
  expect(message.getIsFinal()).toBe(true);
  const [event, ...others] = message.getProposedMessagesList();
  expect(others).toEqual([]);
  expect(event?.getId()?.getString()).toBe(id);
  expect(event?.getMetadataMap().toArray()).toEqual([
    ['content-type', 'application/json'],
    ['type', 'Rated'],
  ]);
  expect(Buffer.from(event?.getData_asU8() ?? []).toString()).toBe(text);
  expect(Buffer.from(event?.getCustomMetadata_asU8() ?? []).toString()).toBe('{"trackrecord":1}');
  const name = message.getOptions()?.getStreamIdentifier()?.getStreamName_asU8();
  expect(Buffer.from(name ?? []).toString()).toBe('t.plan-ä');
});

it.each([
  [undefined, { noStream: true, position: '' }],
  [0n, { noStream: false, position: '0' }],
  [9_007_199_254_740_993n, { noStream: false, position: '9007199254740993' }],
])('given the expected revision %s, when it is sent, then never as any', (expected, stated) => {
  const options = appendMessage({ ...append, expected }, correlation).getOptions();
  expect(options?.hasAny()).toBe(false);
  expect(options?.hasStreamExists()).toBe(false);
  expect(options?.hasNoStream()).toBe(stated.noStream);
  expect(options?.hasStreamPosition()).toBe(!stated.noStream);
  if (!stated.noStream) expect(options?.getStreamPosition()).toBe(stated.position);
});

it('given any clock, when it is sent, then the latest moment for it is the end of 9999', () => {
  const options = appendMessage({ ...append, expected: 0n }, correlation).getOptions();
  expect(options?.getDeadline()?.toDate().toISOString()).toBe('9999-12-31T23:59:59.000Z');
});
