import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { signedHeaders } from './webhook-signature.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../../../docs/webhooks.md', import.meta.url)),
  'utf8',
);

type IsGenuine = (
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => boolean;

const isCheck = (value: unknown): value is IsGenuine => typeof value === 'function';

const isModule = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The check that the page gives to receivers, run as it stands there. */
const documented = async (): Promise<IsGenuine> => {
  const [, code = ''] = /```js\n([^]*?)```/u.exec(page) ?? [];
  const found: unknown = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  );
  if (isModule(found) && isCheck(found['isGenuine'])) return found['isGenuine'];
  throw new Error('docs/webhooks.md has no isGenuine');
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-06-30T09:00:00.000Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

// The vector's secret; 2026-06-30T09:00:00Z in seconds since 1970.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const signed = { id: 'msg_1', at_seconds: 1_782_810_000, body: '{"a":"ü"}' };

it('given what is sent, then the check on the page takes it, and nothing else', async () => {
  const isGenuine = await documented();
  const headers = signedHeaders(signed, [secret]);
  const renewed = signedHeaders(signed, [`whsec_${'A'.repeat(43)}=`, secret]);
  expect(isGenuine(secret, headers, signed.body)).toBe(true);
  expect(isGenuine(secret, renewed, signed.body)).toBe(true);
  expect(isGenuine(secret, headers, `${signed.body} `)).toBe(false);
  expect(isGenuine(`whsec_${'A'.repeat(43)}=`, headers, signed.body)).toBe(false);
  expect(isGenuine(secret, { ...headers, 'webhook-id': 'msg_2' }, signed.body)).toBe(false);
  const old = signedHeaders({ ...signed, at_seconds: signed.at_seconds - 301 }, [secret]);
  expect(isGenuine(secret, old, signed.body)).toBe(false);
});
