import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newWebhookSecret, signedHeaders } from './webhook-signature.ts';

describe('the signature of a webhook', () => {
  it('given the example that Standard Webhooks publishes, then the signature is the one that it names', () => {
    // standard-webhooks/libraries: the vector that its libraries' own tests share.
    expect(
      signedHeaders(
        {
          id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
          at_seconds: 1_614_265_330,
          body: '{"test": 2432232314}',
        },
        ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      ),
    ).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('given two secrets, while one is renewed, then there is a signature by each, with a blank between', () => {
    const [one, two] = [1, 2].map((byte) => newWebhookSecret(() => new Uint8Array(32).fill(byte)));
    const signed = { id: 'msg_1', at_seconds: 7, body: 'ü' };
    const by = (byte: number) =>
      `v1,${createHmac('sha256', new Uint8Array(32).fill(byte)).update('msg_1.7.ü').digest('base64')}`;
    expect(signedHeaders(signed, [one ?? '', two ?? ''])['webhook-signature']).toBe(
      `${by(1)} ${by(2)}`,
    );
  });

  it('given random bytes, then a secret has 32 of them, in Base64 after its prefix', () => {
    const secret = newWebhookSecret((count) => new Uint8Array(count).fill(255));
    expect(secret).toBe(`whsec_${'/'.repeat(42)}8=`);
  });
});
