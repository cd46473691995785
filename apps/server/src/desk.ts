import type { MayCall, Pause, Tail, Writable } from '@trackrecord/application';
import type { Assets } from '@trackrecord/pages';
import type { AccessParts } from './access/access-parts.ts';
import type { Configuration } from './configuration/configuration.ts';
import type { Node } from './operation/node.ts';
import type { RemindingParts } from './reminders/reminding-parts.ts';
import type { ServerStore } from './store/server-store.ts';

/** What every route works with: the log and its views, what the server keeps besides, and how it was set up. */
export type Desk = Writable &
  AccessParts &
  RemindingParts &
  Readonly<{
    store: ServerStore;
    configuration: Configuration;
    assets: Assets;
    node: Node;
    /** Where in the log the views stand: a change that is waited for is looked for from there. */
    tail: Tail;
    /** The timer by which answers wait. */
    pause: Pause;
    /** Which addresses may be called, and what wakes whoever sends news to webhooks. */
    webhooks: Readonly<{ mayCall: MayCall; ring: () => void }>;
    /** Has reminders looked at now: somebody waits for a message. */
    ringForReminders: () => void;
    /** Aborted when the server is to end: what would go on for ever ends too. */
    stopping: AbortSignal;
    /** Records what is to be known later of who looked at what: to the server's own log, never to the plan's. */
    noteAccess: (access: Accessed) => void;
    /** Records what should not have happened, whole; whoever asked is told the request's id alone. */
    noteDefect: (thrown: unknown, request: string) => void;
  }>;

/** Somebody looked at what is personal. */
export type Accessed = Readonly<{ who: string; what: string; request: string }>;
