import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

// `docker compose config` needs no engine: it reads, fills in and checks.
const isInstalled = (): boolean =>
  spawnSync('docker', ['compose', 'version'], { encoding: 'utf8' }).status === 0;

describe('docker compose', () => {
  let directory = '';

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'trackrecord-compose-'));
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const config = (context: TestContext, settings: ReadonlyArray<string>) => {
    if (!isInstalled()) context.skip('docker compose is not installed here');
    const file = join(directory, 'settings');
    writeFileSync(file, settings.join('\n'));
    // Without this process's own environment, in which a password might be set.
    const { PATH = '', HOME = '' } = process.env;
    return spawnSync('docker', ['compose', '--env-file', file, 'config', '--quiet'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH, HOME },
    });
  };

  it('given the passwords, when it reads docker-compose.yml, then it finds nothing wrong', (context) => {
    const settings = ['KURRENTDB_ADMIN_PASSWORD=made-up', 'KURRENTDB_OPS_PASSWORD=made-up'];
    const { status, stderr } = config(context, settings);
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });

  it.for(['KURRENTDB_ADMIN_PASSWORD', 'KURRENTDB_OPS_PASSWORD'])(
    'given no %s, when it reads docker-compose.yml, then it refuses, and says where to put it',
    (missing, context) => {
      const settings = ['KURRENTDB_ADMIN_PASSWORD', 'KURRENTDB_OPS_PASSWORD']
        .filter((name) => name !== missing)
        .map((name) => `${name}=made-up`);
      const { status, stderr } = config(context, settings);
      expect(status).not.toBe(0);
      expect(stderr).toContain(missing);
      expect(stderr).toContain('docs/running-a-cluster.md');
    },
  );
});
