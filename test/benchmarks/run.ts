import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Report, machine } from './harness.ts';

/**
 * `npm run bench [part of a name]`: every `*-benchmark.ts` beside this file in a process of its own, one after the other,
 * so that none has another's memory or warmed-up code. All figures go to results/latest.json.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const chosen = process.argv[2] ?? '';

const reportsOf = async (file: string): Promise<ReadonlyArray<Report>> => {
  const reports: Array<Report> = [];
  const child = fork(`${here}${file}`, { stdio: 'inherit' });
  child.on('message', (report: Report) => {
    reports.push(report);
  });
  const code: unknown = (await once(child, 'exit'))[0];
  if (code !== 0) throw new Error(`${file} ended with exit code ${String(code)}`);
  return reports;
};

const all: Array<Report> = [];
for (const file of readdirSync(here)
  .filter((name) => name.endsWith('-benchmark.ts'))
  .toSorted()) {
  if (file.includes(chosen)) all.push(...(await reportsOf(file)));
}

mkdirSync(`${here}results`, { recursive: true });
const results = { measuredAt: new Date().toISOString(), machine: machine(), reports: all };
writeFileSync(`${here}results/latest.json`, `${JSON.stringify(results, undefined, 2)}\n`);
console.log(`\nWritten to test/benchmarks/results/latest.json`);
