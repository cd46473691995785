import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const program = `
import { canonicalJson } from '@trackrecord/kernel';
const [does = 'print', ...rest]: ReadonlyArray<string> = process.argv.slice(2);
console.log(canonicalJson({ does, rest, major: Number.parseInt(process.versions.node) }));
if (does === 'fail') process.exitCode = 3;
if (does === 'wait') setInterval(() => undefined, 1000);
`;

/** A clone with the launcher, one library and a command line that tells what it was given. */
const writeClone = (withMain: boolean): string => {
  const clone = realpathSync(mkdtempSync(join(tmpdir(), 'trackrecord-launcher-')));
  cpSync(join(root, 'apps/cli/bin'), join(clone, 'apps/cli/bin'), { recursive: true });
  writeFileSync(join(clone, 'apps/cli/package.json'), '{"type":"module"}');
  mkdirSync(join(clone, 'apps/cli/src'));
  if (withMain) writeFileSync(join(clone, 'apps/cli/src/main.ts'), program);
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction');
  return clone;
};

const clone = writeClone(true);
const unbuilt = writeClone(false);
const cache = mkdtempSync(join(tmpdir(), 'trackrecord-cache-'));

afterAll(() => {
  for (const made of [clone, unbuilt, cache]) rmSync(made, { recursive: true });
});

const launcherOf = (directory: string): string => join(directory, 'apps/cli/bin/trackrecord.js');

/** The machine's own Node, where that is older than the pinned one: the first on the path outside node_modules. */
const lookupOldNode = (): string | undefined => {
  const own = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== dirname(process.execPath) && !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .find((file) => existsSync(file));
  if (own === undefined) return undefined;
  const { stdout } = spawnSync(own, ['--version'], { encoding: 'utf8' });
  return Number.parseInt(stdout.slice(1)) < 24 ? own : undefined;
};

const oldNode = lookupOldNode();
const nodes = [
  { name: 'the pinned Node', node: process.execPath },
  ...(oldNode === undefined ? [] : [{ name: 'an older Node', node: oldNode }]),
];

const environment = { ...process.env, NODE_COMPILE_CACHE: cache, NODE_OPTIONS: '' };

const run = (node: string, directory: string, args: ReadonlyArray<string>) =>
  spawnSync(node, [launcherOf(directory), ...args], { encoding: 'utf8', env: environment });

describe.each(nodes)('the launcher, started by $name', ({ node }) => {
  it('given arguments, when run, then the source gets them under Node 24, and nothing else is said', () => {
    const { status, stdout, stderr } = run(node, clone, ['print', '--a', 'b c']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe('{"does":"print","major":24,"rest":["--a","b c"]}\n');
  });

  it('given a command that fails, when run, then its exit code is the launcher’s', () => {
    expect(run(node, clone, ['fail']).status).toBe(3);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'given a command that runs on, when the launcher gets %s, then both end by it',
    async (signal) => {
      const child = spawn(node, [launcherOf(clone), 'wait'], {
        env: environment,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const ended = new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
      child.stdout.once('data', () => child.kill(signal));
      // `close` comes when the last holder of the output has gone, so that no process is left behind.
      expect(await ended).toBe(signal);
    },
  );

  it('given neither source nor build, when run, then one line says what to do', () => {
    const { status, stderr } = run(node, unbuilt, []);
    expect(status).toBe(5);
    expect(stderr).toMatch(/^trackrecord: [^\n]*npm run build[^\n]*\n$/);
  });
});
