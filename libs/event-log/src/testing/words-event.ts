import { EventId, StreamName, canonicalJson } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { EventCodec } from '../event-codec.ts';

/** For specs: as little of an event as a log can hold. */
export type WordsEvent = Readonly<{ id: EventId; words: string }>;

const isWordsEvent = (json: unknown): json is WordsEvent =>
  typeof json === 'object' &&
  json !== null &&
  'id' in json &&
  EventId.is(json.id) &&
  'words' in json &&
  typeof json.words === 'string';

export const wordsCodec: EventCodec<WordsEvent> = {
  encode: (event) => canonicalJson(event),
  decode: (json) => (isWordsEvent(json) ? E.right(json) : E.left('no words')),
};

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** The same number, the same id; ids that follow on each other are far apart. */
export const wordsId = (n: number): EventId => {
  const id = `${hex((n * 2_654_435_761) % 0x1_0000_0000, 8)}-0000-4000-8000-${hex(n, 12)}`;
  if (EventId.is(id)) return id;
  throw new Error(`no id: ${id}`);
};

export const streamNamed = (name: string): StreamName => {
  if (StreamName.is(name)) return name;
  throw new Error(`no stream name: ${name}`);
};
