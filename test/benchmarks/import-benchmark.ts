import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookupReferencePlans } from '@trackrecord/test-kit';
import { runInProcess } from '../journeys/kit/run-in-process.ts';
import { elapsed_ms, measureRounds, report } from './harness.ts';

/**
 * The import of a real plan of 84 actions into an empty log, as the command line does it: read, recognised, held
 * against the plan, decided; a preview writes nothing, a commit appends. Warm in this process, and as a process of
 * its own from its start to its end.
 */
const rounds = 9;
const launcher = fileURLToPath(new URL('../../apps/cli/bin/trackrecord.js', import.meta.url));
const plans = lookupReferencePlans();

const commandLine = (file: string, data: string, more: ReadonlyArray<string>) => [
  ...['import', file, '--plan', 'ashford', '--effective-on', '2010-03-31', '--by', 'A Clerk'],
  ...['--data', data, '--json', ...more],
];

const inDirectory = async (work: (directory: string) => Promise<number>): Promise<number> => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-bench-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
};

const ended = (code: unknown): void => {
  if (code !== 0) throw new Error(`trackrecord import ended with ${String(code)}`);
};

const inProcess = (file: string, more: ReadonlyArray<string>): Promise<number> =>
  inDirectory((directory) =>
    elapsed_ms(async () => {
      const setting = { environment: {}, now: '2026-11-22T09:30:00.000Z' };
      ended((await runInProcess(commandLine(file, directory, more), setting)).code);
    }),
  );

const asProcess = (file: string, more: ReadonlyArray<string>): Promise<number> =>
  inDirectory((directory) =>
    elapsed_ms(async () => {
      const argv = [launcher, ...commandLine(file, directory, more)];
      const child = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', 'inherit'] });
      ended((await once(child, 'exit'))[0]);
    }),
  );

if (plans._tag === 'Missing') {
  console.log(`\nThe import of the Ashford plan was not measured: ${plans.why}.`);
} else {
  const file = join(plans.directory, 'ashford-1-cypp-2008-2011.txt');
  const of = await measureRounds(rounds, {
    preview: () => inProcess(file, ['--dry-run']),
    commit: () => inProcess(file, []),
    previewProcess: () => asProcess(file, ['--dry-run']),
    commitProcess: () => asProcess(file, []),
  });
  const figure = (name: string, value: number) => ({
    name,
    value: value / 1000,
    unit: 's' as const,
    target: { atMost: 1 },
  });
  report({
    title: 'Import of the Ashford plan (84 actions)',
    figures: [
      figure('preview', of.of('preview')),
      figure('commit', of.of('commit')),
      figure('preview, the whole process', of.of('previewProcess')),
      figure('commit, the whole process', of.of('commitProcess')),
    ],
  });
}
