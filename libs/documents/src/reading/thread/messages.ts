import type { Either } from 'fp-ts/lib/Either.js';
import type { Asked } from '../read-document.ts';
import type { ReadRefusal } from '../read-refusal.ts';
import type { Sent } from './sent.ts';

/** What the thread is asked: one document at a time. */
export type ToReader = Readonly<{ asked: Asked }>;

/**
 * What it answers: how far it has come, any number of times, and then what was read, with how much its heap takes now,
 * or that it fell over.
 */
export type FromReader =
  | Readonly<{ _tag: 'Progress'; done: number; of: number }>
  | Readonly<{ _tag: 'Read'; read: Either<ReadRefusal, Sent>; heap_bytes: number }>
  | Readonly<{ _tag: 'Fault'; message: string }>;
