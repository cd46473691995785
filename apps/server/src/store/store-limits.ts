/** How much a server keeps of what is passing. */
export type StoreLimits = Readonly<{
  uploadsOfAnAccount: number;
  uploads_bytes: number;
  draftsOfAnAccount: number;
  draft_bytes: number;
  /** Idempotency keys are forgotten after so long; whoever tries again tries sooner. */
  keys_hours: number;
}>;

export const storeLimits: StoreLimits = {
  uploadsOfAnAccount: 20,
  uploads_bytes: 256 * 1024 * 1024,
  draftsOfAnAccount: 100,
  draft_bytes: 1024 * 1024,
  keys_hours: 7 * 24,
};
