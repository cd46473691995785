import type { Instant } from '@trackrecord/kernel';
import type * as T from 'fp-ts/lib/Task.js';

/** A message that is ready to leave. */
export type Letter = Readonly<{
  /** Without angle brackets, the same each time this very message is tried. */
  messageId: string;
  /** What the messages of one conversation have in common: mail programs show them as one. */
  thread: string;
  to: Readonly<{ name: string; address: string }>;
  date: Instant;
  subject: string;
  text: string;
  html: string;
  /** Where a press of a mail program's own button ends these messages (RFC 8058); none where nothing is to end. */
  unsubscribe?: string | undefined;
}>;

/** What became of an attempt to send a message. */
export type Delivery =
  /** The server took it. */
  | Readonly<{ _tag: 'Sent' }>
  /** The server will never take it for this address. */
  | Readonly<{ _tag: 'Bounced'; why: string }>
  /** Nothing was taken, and a later attempt may fare better: greylisting, no connection, one that was cut. */
  | Readonly<{ _tag: 'Deferred'; why: string }>
  /** Nothing was taken, and nothing will be: a wrong password, a message that the server refuses. */
  | Readonly<{ _tag: 'Failed'; why: string }>
  /** It left whole, and nobody said whether it was taken. */
  | Readonly<{ _tag: 'Unknown'; why: string }>;

/** Where messages go: to an SMTP server, or into a directory where none is set. */
export type Mailer = Readonly<{
  kind: 'smtp' | 'outbox';
  /** For people: "mail.example.org:587" (never a password), or the directory's name. */
  place: string;
  /** Never fails: each way in which it can go wrong is a delivery. */
  send: (letter: Letter) => T.Task<Delivery>;
}>;
