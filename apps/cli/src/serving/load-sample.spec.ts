import { describe, expect, it } from 'vitest';
import type { Environment } from '../wiring/data-directory.ts';
import { quietShell } from '../wiring/quiet-shell.ts';
import { loadSample } from './load-sample.ts';

describe('bringing in the sample', () => {
  it('given where it is served and a mail server then links lead there, and nothing leaves', async () => {
    const seen: Array<Environment> = [];
    const shell = {
      ...quietShell(),
      environment: {
        TRACKRECORD_SMTP_URL: 'smtp://mail.example:25',
        TRACKRECORD_SMTP_PASSWORD_FILE: '/run/password',
        TRACKRECORD_PUBLIC_URL: 'https://plans.example',
      },
    };
    const run = (
      _: ReadonlyArray<string>,
      { environment }: Readonly<{ environment: Environment }>,
    ) => {
      seen.push(environment);
      return Promise.resolve();
    };
    await loadSample(run, shell, '/nowhere', new URL('http://localhost:8080'));
    expect(seen.length).toBeGreaterThan(14);
    expect(
      new Set(
        seen.map((one) =>
          [
            one['TRACKRECORD_PUBLIC_URL'],
            one['TRACKRECORD_SMTP_URL'],
            one['TRACKRECORD_SMTP_PASSWORD_FILE'],
          ].join(' '),
        ),
      ),
    ).toEqual(new Set(['http://localhost:8080  ']));
  });
});
