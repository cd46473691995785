import type { Route } from '../../http/route.ts';
import { messageRoutes } from './show-message.ts';
import { runNow, showOutbox } from './show-outbox.ts';
import { showPolicy } from './show-policy.ts';
import { showPunctuality } from './show-punctuality.ts';
import { takePolicy } from './take-policy.ts';

/** A plan's reminders: what was sent, how they go out, and who answers in time. */
export const remindersRoutes: ReadonlyArray<Route> = [
  showOutbox,
  runNow,
  showPolicy,
  takePolicy,
  ...messageRoutes,
  showPunctuality,
];
