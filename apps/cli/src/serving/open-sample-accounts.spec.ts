import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { afterAll, describe, expect, it } from 'vitest';
import { runProgram } from '../program.ts';
import { samplePath } from '../tour/sample.ts';
import { quietShell } from '../wiring/quiet-shell.ts';
import { recording } from '../wiring/recording.ts';
import { systemClock } from '../wiring/system-clock.ts';

const directory = mkdtempSync(join(tmpdir(), 'trackrecord-own-'));

afterAll(() => {
  rmSync(directory, { recursive: true });
});

const run = async (...argv: ReadonlyArray<string>) => {
  const recorded = recording(
    quietShell({
      environment: { TRACKRECORD_DATA: directory, TRACKRECORD_BY: 'Ottoline Marsh' },
      clock: systemClock(must(Instant)('2026-06-30T09:00:00.000Z')),
    }),
  );
  await runProgram(argv, recorded.shell);
  return { code: recorded.exitCode(), out: recorded.out(), err: recorded.err() };
};

describe('given a log of somebody’s own without accounts', () => {
  it('when the sample is served from it then no account with a known password is opened, and why is said', async () => {
    const path = samplePath('rba-plan.txt');
    const imported = await run('import', path, '--plan', 'ours', '--effective-on', '2026-01-01');
    expect([imported.code, imported.err]).toEqual([0, '']);
    const served = await run('serve', '--sample', '--port', '0', '--data', directory);
    expect(served.code).not.toBe(0);
    expect(served.err).toContain('a plan "ours" that is no sample');
    expect(JSON.parse((await run('account', 'list', '--json')).out)).toEqual([]);
  });
});
