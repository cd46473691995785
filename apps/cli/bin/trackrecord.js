#!/usr/bin/env node
// Runs the command line under the Node that this workspace pins, whatever Node the machine has:
// plain JavaScript that Node 18 and later can read, so that an old one gets as far as finding the new one.
// Where the TypeScript source is there (a clone) it is run as it is, so nothing has to be built;
// an installed package has only `dist`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestMajor = 24;
const sourceCondition = '@trackrecord/source';
const source = new URL('../src/main.ts', import.meta.url);
const built = new URL('../dist/main.js', import.meta.url);
const fromSource = existsSync(source);
const main = fromSource ? source : built;

const pinnedNode = () => {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  try {
    return nodeModule.createRequire(import.meta.url).resolve(`${name}/${file}`);
  } catch {
    return undefined;
  }
};

const userCache = () => {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  return join(homedir(), '.cache');
};

// The same as `node --conditions`, without a second process to pass it to. Every import of a clone comes through
// here, so that our own files, which name each other exactly, are not searched for: it halves the cost of the hook.
const resolveToSource = (specifier, context, next) => {
  if (specifier.startsWith('.') && specifier.endsWith('.ts'))
    return { url: new URL(specifier, context.parentURL).href, shortCircuit: true };
  if (!specifier.startsWith('@trackrecord/')) return next(specifier, context);
  return next(specifier, {
    ...context,
    conditions: [...(context.conditions ?? []), sourceCondition],
  });
};

const runHere = async () => {
  // Compiled code is kept in the user's cache, never in the repository; where that cannot be written, start-up
  // is slower and nothing else changes.
  nodeModule.enableCompileCache(
    process.env.NODE_COMPILE_CACHE ?? join(userCache(), 'trackrecord', 'compile-cache'),
  );
  if (fromSource && !process.execArgv.some((argument) => argument.includes(sourceCondition)))
    nodeModule.registerHooks({ resolve: resolveToSource });
  await import(main.href);
};

const runUnder = (node) => {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  // A terminal sends Ctrl-C to both processes: passing it on would make two of it.
  const listeners = [
    ['SIGINT', () => onTerminal || child.kill('SIGINT')],
    ['SIGTERM', () => child.kill('SIGTERM')],
    ['SIGHUP', () => child.kill('SIGHUP')],
  ];
  for (const [signal, listener] of listeners) process.on(signal, listener);
  child.on('error', (error) => {
    console.error(`trackrecord: ${node} could not be started: ${error.message}`);
    process.exitCode = 5;
  });
  child.on('exit', (code, signal) => {
    for (const [name, listener] of listeners) process.off(name, listener);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
};

const pinned = pinnedNode();
if (!existsSync(main)) {
  console.error('trackrecord: neither its source nor its build is here: run `npm run build`.');
  process.exitCode = 5;
} else if (Number.parseInt(process.versions.node, 10) >= oldestMajor) {
  await runHere();
} else if (pinned) {
  runUnder(pinned);
} else {
  console.error(
    `trackrecord needs Node ${oldestMajor}; this is ${process.versions.node}. ` +
      `\`npm ci\` brings it on Linux, Windows and Intel Macs; elsewhere install it (https://nodejs.org).`,
  );
  process.exitCode = 5;
}
