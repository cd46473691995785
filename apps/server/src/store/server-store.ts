import type { Failure } from '@trackrecord/application';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { WebhookStore } from './webhook-store.ts';

/** Somebody who signed in, until when. Instants, as all times here. */
export type Session = Readonly<{ account: string; openedAt: string; endsAt: string }>;

/** A file that was uploaded, and what was done about it since. */
export type KeptUpload = Readonly<{
  id: string;
  account: string;
  plan: string;
  name: string;
  uploadedAt: string;
  bytes: Uint8Array;
}>;

/** The secret address of a calendar: whose it is, of which plan (`null`: of their own work), since when. */
export type KeptCalendar = Readonly<{
  account: string;
  plan: string | null;
  madeAt: string;
  /** When a calendar program came for it last; `null` where none has. */
  lastUse: string | null;
}>;

/** The Word file in whose look papers are written: who keeps it here since when, and what of it a PDF leaves out. */
export type KeptTemplate = Readonly<{
  name: string;
  account: string;
  keptAt: string;
  notTaken: ReadonlyArray<string>;
  bytes: Uint8Array;
}>;

type Kept<A> = TE.TaskEither<Failure, A>;

/**
 * What a server keeps that is no fact about a plan: passwords (as argon2id writes them), sessions, half-finished
 * work, uploads, when a token was used last. Never in the log: what is secret or passing must be able to go.
 */
export type ServerStore = Readonly<{
  passwords: Readonly<{
    hashOf: (account: string) => Kept<string | undefined>;
    set: (account: string, hash: string) => Kept<void>;
    remove: (account: string) => Kept<void>;
  }>;
  /** Sessions by a digest of what the browser holds: whoever reads the file can sign in as nobody. */
  sessions: Readonly<{
    open: (digest: string, session: Session) => Kept<void>;
    /** One that has ended is there no longer. */
    lookup: (digest: string, now: string) => Kept<Session | undefined>;
    extend: (digest: string, endsAt: string) => Kept<void>;
    end: (digest: string) => Kept<void>;
    endAll: (account: string) => Kept<void>;
    /** How many an account has that have not ended. */
    count: (account: string, now: string) => Kept<number>;
    /** Forgets those that have ended. */
    sweep: (now: string) => Kept<void>;
  }>;
  /**
   * Half-finished work, one piece an account and place (a review grid of a plan, an import's hand-made fixes). A piece
   * over the limit is refused (`Invalid`); an account's oldest goes where it has too many.
   */
  drafts: Readonly<{
    lookup: (account: string, place: string) => Kept<string | undefined>;
    keep: (account: string, place: string, text: string, now: string) => Kept<void>;
    drop: (account: string, place: string) => Kept<void>;
  }>;
  /** Uploads; where an account has too many, or all of them take too much room, the oldest go. */
  uploads: Readonly<{
    keep: (upload: KeptUpload) => Kept<void>;
    lookup: (id: string) => Kept<KeptUpload | undefined>;
    /** Those of a plan, the newest first. */
    list: (plan: string) => Kept<ReadonlyArray<Omit<KeptUpload, 'bytes'>>>;
    /** Those that an account uploaded, the newest first. */
    listOf: (account: string) => Kept<ReadonlyArray<Omit<KeptUpload, 'bytes'>>>;
    drop: (id: string) => Kept<void>;
  }>;
  /** When a token was used last, by its id. */
  tokens: Readonly<{
    used: (token: string, now: string) => Kept<void>;
    lastUse: (token: string) => Kept<string | undefined>;
  }>;
  /**
   * Addresses of calendars by a digest of what is secret in them. An account has one for its own work and one a plan:
   * where another is made, the one before it is gone.
   */
  calendars: Readonly<{
    lookup: (digest: string) => Kept<KeptCalendar | undefined>;
    lookupOf: (account: string, plan: string | null) => Kept<KeptCalendar | undefined>;
    make: (digest: string, calendar: Omit<KeptCalendar, 'lastUse'>) => Kept<void>;
    remove: (account: string, plan: string | null) => Kept<void>;
    used: (digest: string, now: string) => Kept<void>;
  }>;
  /** At most one: whoever keeps another keeps it instead. */
  template: Readonly<{
    lookup: () => Kept<KeptTemplate | undefined>;
    keep: (template: KeptTemplate) => Kept<void>;
    drop: () => Kept<void>;
  }>;
  /** A secret of this server's own, made once: what forms are signed with. */
  secret: () => Kept<string>;
  webhooks: WebhookStore;
  /** What was sent under an idempotency key, by its digest: the same key must not carry something else. */
  keys: Readonly<{
    /** Gives the digest that the key stands for: `digest` itself where the key is new, or was forgotten by age. */
    claim: (key: string, digest: string, now: string) => Kept<string>;
  }>;
  close: () => void;
}>;
