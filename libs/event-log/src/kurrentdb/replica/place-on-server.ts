import type { Place } from '../../judge-ids.ts';
import { nameOnServer } from '../server-names.ts';
import type { SkippedEvents } from './skipped-events.ts';

/**
 * A revision as the log counts it, as the server counts it: skipped events count there.
 * @param skipped the stream's skipped revisions on the server, lowest first
 */
export const revisionOnServer = (revision: number, skipped: ReadonlyArray<bigint>): bigint =>
  skipped.reduce((found, at) => (at <= found ? found + 1n : found), BigInt(revision));

/** Where an event of the log stands in the cluster. */
export const placeOnServer = (
  tenant: string,
  skipped: Pick<SkippedEvents, 'revisions'>,
  { stream: name, revision }: Pick<Place, 'stream' | 'revision'>,
): Readonly<{ stream: string; revision: bigint }> => {
  const stream = nameOnServer(tenant, name);
  return { stream, revision: revisionOnServer(revision, skipped.revisions(stream)) };
};
