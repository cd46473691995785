import { createHmac } from 'node:crypto';
import type { Randomness } from '../access/randomness.ts';

/*
 * As Standard Webhooks has it (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md):
 * an HMAC-SHA256 of the id, the time and the body, by a secret of 24 to 64 bytes that is written in Base64 after "whsec_".
 */
const prefix = 'whsec_';

/** A secret that nobody can guess: shown once, and kept by who signs and who checks. */
export const newWebhookSecret = (random: Randomness): string =>
  `${prefix}${Buffer.from(random(32)).toString('base64')}`;

/** What is signed: a message, when it is sent (seconds since 1970), and what it says, byte by byte. */
export type Signed = Readonly<{ id: string; at_seconds: number; body: string }>;

const signatureBy =
  ({ id, at_seconds, body }: Signed) =>
  (secret: string): string => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    const content = `${id}.${at_seconds}.${body}`;
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  };

/** The headers by which a receiver can tell who sent a message. While a secret is renewed there is a signature by each. */
export const signedHeaders = (
  signed: Signed,
  secrets: ReadonlyArray<string>,
): Readonly<Record<string, string>> => ({
  'webhook-id': signed.id,
  'webhook-timestamp': String(signed.at_seconds),
  'webhook-signature': secrets.map(signatureBy(signed)).join(' '),
});
