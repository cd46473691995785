import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const caddyfile = readFileSync(new URL('../../deploy/Caddyfile', import.meta.url), 'utf8');

/** What a matcher of paths takes, as Caddy has it: a star at the end stands for whatever comes. */
const takes = (patterns: ReadonlyArray<string>, path: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );

describe('given the door to the nodes', () => {
  it('when somebody asks for the figures in whichever way a node takes then they are not let through', () => {
    const patterns = /@operators path (.*)/u.exec(caddyfile)?.[1]?.split(' ') ?? [];
    // Express takes a slash at the end of a path for nothing.
    expect(['/metrics', '/metrics/'].map((path) => takes(patterns, path))).toEqual([true, true]);
    expect(takes(patterns, '/plans/metrics')).toBe(false);
    expect(caddyfile).toMatch(/respond @operators 404/u);
  });
});
