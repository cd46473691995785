import type { ClusterStore } from '../cluster-peer/index.ts';

/** An event as every reader must see it. */
export type Line = Readonly<{ id: string; stream: string; revision: number }>;

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * What the log of a tenant is, by what its cluster holds: a second, plain reading of the rule. An event counts that has
 * our mark and states its own id, the first time that the id comes; each stream counts its own from 0.
 */
export const truthIn = (store: Pick<ClusterStore, 'all'>, tenant: string): ReadonlyArray<Line> => {
  const lines: Array<Line> = [];
  const known = new Set<string>();
  const lengths = new Map<string, number>();
  for (const { stream: name, id, data, metadata } of store.all()) {
    if (!name.startsWith(`${tenant}.`)) continue;
    const [mark, json] = [parsed(metadata), parsed(data)];
    if (!isRecord(mark) || mark['trackrecord'] !== 1) continue;
    if (!isRecord(json) || json['id'] !== id || known.has(id)) continue;
    const stream = name.slice(tenant.length + 1);
    const revision = lengths.get(stream) ?? 0;
    known.add(id);
    lengths.set(stream, revision + 1);
    lines.push({ id, stream, revision });
  }
  return lines;
};

/** Where two lists part, in words; nothing where they do not. */
export const difference = (
  what: string,
  found: ReadonlyArray<Line>,
  truth: ReadonlyArray<Line>,
): ReadonlyArray<string> => {
  const words = (line: Line | undefined): string =>
    line === undefined ? 'nothing' : `${line.stream}@${line.revision} ${line.id}`;
  const length = Math.max(found.length, truth.length);
  const at = Array.from({ length }, (_, index) => index).find(
    (index) => words(found[index]) !== words(truth[index]),
  );
  return at === undefined
    ? []
    : [
        `${what}: ordinal ${at + 1} is ${words(found[at])}, and should be ${words(truth[at])} (${found.length} events, should be ${truth.length})`,
      ];
};
