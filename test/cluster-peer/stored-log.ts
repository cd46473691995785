import type { StreamState } from './commit-check.ts';
import { logRecordSize } from './log-record-size.ts';
import { deletedStream, noStream, type Proposed, type StoredEvent } from './stored-event.ts';
import {
  isMetastream,
  metastreamOf,
  noMetadata,
  originalStreamOf,
  readMetadata,
  type StreamMetadata,
} from './stream-metadata.ts';

export const noBytes = new Uint8Array(0);

/** An instant in ms since 1970, fractions included, in ticks of 100 ns. */
const ticksOf = (instant: number): bigint => {
  const whole = Math.trunc(instant);
  return BigInt(whole) * 10_000n + BigInt(Math.trunc((instant - whole) * 10_000));
};

/** The log itself, and what is looked up in it. Whether something may be written is decided elsewhere. */
export class StoredLog {
  readonly all: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #metadata = new Map<string, StreamMetadata>();
  readonly #tombstones = new Set<string>();
  // By id alone, and the first to write one counts: the server's cache of committed events (BoundedCache.cs).
  readonly #written = new Map<string, StoredEvent>();
  readonly #now: () => number;
  #end: bigint;
  #ids = 0;

  constructor(now: () => number, firstPosition: bigint) {
    this.#now = now;
    this.#end = firstPosition;
  }

  stream(name: string): ReadonlyArray<StoredEvent> {
    return this.#streams.get(name) ?? [];
  }

  exists(name: string): boolean {
    return this.#streams.has(name);
  }

  lastRevision(name: string): bigint {
    if (this.#tombstones.has(name)) return deletedStream;
    return BigInt(this.#streams.get(name)?.length ?? 0) + noStream;
  }

  metadataOf(name: string): StreamMetadata {
    return this.#metadata.get(name) ?? noMetadata;
  }

  isSoftDeleted(name: string): boolean {
    return this.metadataOf(name).truncateBefore === deletedStream;
  }

  stateOf(name: string): StreamState {
    const events = this.#streams.get(name);
    return {
      last: this.lastRevision(name),
      softDeleted: this.isSoftDeleted(name),
      hasMetadata: this.exists(metastreamOf(name)),
      idAt: (revision) => events?.[Number(revision)]?.id,
      revisionOf: (id) => {
        const event = this.#written.get(id);
        return event?.stream === name ? event.revision : undefined;
      },
    };
  }

  /** An id for what the server writes itself: the same in every run. */
  nextId(): string {
    this.#ids += 1;
    return `5e000000-0000-4000-8000-${this.#ids.toString(16).padStart(12, '0')}`;
  }

  /** Puts an event at the end of a stream. */
  put(stream: string, proposed: Proposed): StoredEvent {
    const events = this.#streams.get(stream) ?? [];
    if (events.length === 0) this.#streams.set(stream, events);
    const event = this.#record(stream, BigInt(events.length), proposed);
    events.push(event);
    if (isMetastream(stream))
      this.#metadata.set(originalStreamOf(stream), readMetadata(event.data));
    return event;
  }

  putMetadata(stream: string, data: Uint8Array): StoredEvent {
    const about = { id: this.nextId(), type: '$metadata', isJson: true, metadata: noBytes };
    return this.put(metastreamOf(stream), { ...about, data });
  }

  putTombstone(stream: string): StoredEvent {
    const about = { id: this.nextId(), type: '$streamDeleted', isJson: false };
    const empty = { ...about, data: noBytes, metadata: noBytes };
    const event = this.#record(stream, deletedStream, empty);
    this.#tombstones.add(stream);
    this.#streams.set(stream, [...this.stream(stream), event]);
    return event;
  }

  /** An append of nothing is a record too, which is never read; its place. StorageWriterService.cs, WritePrepares */
  putNothing(stream: string): bigint {
    const position = this.#end;
    const empty = { id: '', type: '', isJson: false, data: noBytes, metadata: noBytes };
    this.#end += BigInt(logRecordSize(stream, empty));
    return position;
  }

  #record(stream: string, revision: bigint, proposed: Proposed): StoredEvent {
    const position = this.#end;
    this.#end += BigInt(logRecordSize(stream, proposed));
    const event: StoredEvent = {
      id: proposed.id,
      type: proposed.type,
      isJson: proposed.isJson,
      data: proposed.data,
      metadata: proposed.metadata,
      stream,
      revision,
      created: ticksOf(this.#now()),
      position,
      end: this.#end,
      index: this.all.length,
      wire: undefined,
    };
    this.all.push(event);
    if (!this.#written.has(event.id)) this.#written.set(event.id, event);
    return event;
  }
}
