import {
  PartyRegistered,
  WebhookRegistered,
  WebhookRemoved,
  WebhookSecretRenewed,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { happened, holding, must, ordinal, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { auditTrailAnswer } from './audit-trail-answer.ts';
import type { TrailAsked } from './trail-filter.ts';

const byTansley = {
  recordedBy: { party: 'p-1', verified: true },
  channel: 'web',
  recordedAt: '2026-07-02T08:00:00.000Z',
};

const registration = {
  name: 'Case system',
  address: 'https://cases.harbour.example/trackrecord',
  news: { kinds: ['update.owed', 'rating.changed'], withText: true, plan: 'harbour' },
};

const data = await holding(
  ['party-p-1', happened(PartyRegistered, { kind: 'person', name: 'R. Tansley' }, '2026-01-01')],
  ['webhook-w-1', happened(WebhookRegistered, registration, '2026-02-01'), byTansley],
  ['webhook-w-1', happened(WebhookSecretRenewed, { secret: 's-2' }, '2026-03-01'), byTansley],
  ['webhook-w-1', happened(WebhookRemoved, {}, '2026-04-01'), { ...byTansley, why: 'Not used' }],
);

const access = { asOf: must(LocalDate)('2026-06-30'), knownAt: ordinal(4) };

const asked = (more: Partial<TrailAsked>) =>
  auditTrailAnswer(data)(
    [],
    { withConfirmed: false, access, ...more },
    { newestFirst: false, limit: 100, after: undefined },
  );

const recorded = 'recorded on 2 July 2026 at 09:00';

describe('the trail of webhooks', () => {
  it.each(['webhook:w-1', 'webhook:case system', 'access'])(
    'given %s, then who had news sent to which address, for which news, and until when',
    (subject) => {
      const { rows } = rightOf(asked({ subject }));
      expect(rows.map(({ sentence }) => sentence)).toEqual([
        `Webhook “Case system” to https://cases.harbour.example/trackrecord: Registered for updates owed and ratings changed on the plan harbour, with the words that people write by R. Tansley on 1 February 2026, ${recorded}`,
        `Webhook “Case system” to https://cases.harbour.example/trackrecord: Given a new secret by R. Tansley on 1 March 2026, ${recorded}`,
        `Webhook “Case system” to https://cases.harbour.example/trackrecord: Removed by R. Tansley on 1 April 2026, ${recorded}, because “Not used”`,
      ]);
    },
  );

  it('given one that there is not, then that is said', () => {
    const answer = asked({ subject: 'webhook:none' });
    expect(E.isLeft(answer) && answer.left).toMatchObject({
      message: 'There is no webhook "none".',
      field: 'subject',
    });
  });

  it('given somebody who may not see who was let in, then there is none of it', () => {
    expect(E.isLeft(asked({ subject: 'webhook:w-1', access: undefined }))).toBe(true);
  });
});
