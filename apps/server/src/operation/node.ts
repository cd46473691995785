import type { Registry } from 'prom-client';

/** How the node stands that the server runs on: whoever follows the log for it tells. */
export type Node = Readonly<{
  /** Whether it may be asked, and how far it is behind; nothing but counts, and a problem in words. */
  readiness: () => Readonly<{ ready: boolean; state: Readonly<Record<string, unknown>> }>;
  /** Its figures; the server adds its own to them. */
  metrics: Registry;
}>;
