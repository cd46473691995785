import {
  events,
  givenWebhook,
  happened,
  nothingNew,
  order,
  refused,
  must,
} from '@trackrecord/test-kit';
import { LocalDate } from '@trackrecord/kernel';
import { describe, expect, it } from 'vitest';
import { describeRefusal } from '../describe-refusal.ts';
import { WebhookAddress, WebhookName } from '../words.ts';
import { RegisterWebhook } from './register-webhook.ts';
import { RemoveWebhook } from './remove-webhook.ts';
import { RenewWebhookSecret } from './renew-webhook-secret.ts';
import { WebhookRegistered } from './webhook-registered.ts';
import { WebhookRemoved } from './webhook-removed.ts';
import { WebhookSecretRenewed } from './webhook-secret-renewed.ts';

const cases = {
  name: 'Case system',
  address: 'https://cases.harbour.example/trackrecord',
  news: { kinds: ['update.owed'], withText: false, plan: 'harbour' },
};
const registered = happened(WebhookRegistered, cases, '2026-01-05');
const removed = happened(WebhookRemoved, {}, '2026-03-31');

describe('RegisterWebhook', () => {
  it('given nothing under its id, then it is registered', () => {
    expect(givenWebhook().when(order(RegisterWebhook, cases))).toEqual(
      events(['WebhookRegistered', cases]),
    );
  });

  it('given kinds of news in another order and twice, then each is there once, in one order', () => {
    const asked = ['rating.changed', 'update.owed', 'rating.changed', 'update.given'];
    expect(
      givenWebhook().when(
        order(RegisterWebhook, { ...cases, news: { kinds: asked, withText: true } }),
      ),
    ).toEqual(
      events([
        'WebhookRegistered',
        {
          ...cases,
          news: { kinds: ['update.owed', 'update.given', 'rating.changed'], withText: true },
        },
      ]),
    );
  });

  it('given a webhook under its id, removed or not, then it is refused', () => {
    const taken = refused({ _tag: 'AlreadyRegistered', what: 'a webhook under this id' });
    expect(givenWebhook(registered).when(order(RegisterWebhook, cases))).toEqual(taken);
    expect(givenWebhook(registered, removed).when(order(RegisterWebhook, cases))).toEqual(taken);
  });
});

describe('RenewWebhookSecret', () => {
  const renewal = order(RenewWebhookSecret, { secret: 's-2' });

  it('given a webhook, then it has another secret, of which nothing is said', () => {
    expect(givenWebhook(registered).when(renewal)).toEqual(
      events(['WebhookSecretRenewed', { secret: 's-2' }]),
    );
  });

  it('given the same renewal once more on that day, then it is nothing new', () => {
    const renewed = happened(WebhookSecretRenewed, { secret: 's-2' }, '2026-06-30');
    expect(givenWebhook(registered, renewed).when(renewal, '2026-06-30')).toEqual(nothingNew);
  });

  it('given no webhook, or one that is removed, then it is refused', () => {
    expect(givenWebhook().when(renewal)).toEqual(
      refused({ _tag: 'NotRegistered', what: 'webhook' }),
    );
    expect(givenWebhook(registered, removed).when(renewal)).toEqual(
      refused({ _tag: 'WebhookIsRemoved', since: must(LocalDate)('2026-03-31') }),
    );
  });
});

describe('RemoveWebhook', () => {
  const removal = order(RemoveWebhook, {});

  it('given a webhook, then it is removed', () => {
    expect(givenWebhook(registered).when(removal)).toEqual(events(['WebhookRemoved', {}]));
  });

  it('given that it was removed on that day, then it is nothing new; on a later one it is refused', () => {
    expect(givenWebhook(registered, removed).when(removal, '2026-03-31')).toEqual(nothingNew);
    const since = must(LocalDate)('2026-03-31');
    expect(givenWebhook(registered, removed).when(removal, '2026-04-01')).toEqual(
      refused({ _tag: 'WebhookIsRemoved', since }),
    );
    expect(describeRefusal({ _tag: 'WebhookIsRemoved', since })).toBe(
      'The webhook is removed since 2026-03-31: register another one.',
    );
  });

  it('given no webhook, then it is refused', () => {
    expect(givenWebhook().when(removal)).toEqual(
      refused({ _tag: 'NotRegistered', what: 'webhook' }),
    );
  });
});

describe('the words of a webhook', () => {
  it.each([
    ['https://cases.harbour.example/trackrecord?from=plan', true],
    ['http://127.0.0.1:8080/', true],
    ['ftp://cases.harbour.example/', false],
    ['cases.harbour.example', false],
    ['https://cases.harbour.example/#top', false],
    ['https://cases.harbour.example/two words', false],
    [`https://cases.harbour.example/${'x'.repeat(2000)}`, false],
  ])('given the address %s, then whether it can be one is %s', (address, can) => {
    expect(WebhookAddress.is(address)).toBe(can);
  });

  it('given names, then they are short lines', () => {
    expect(['Case system', '', ' x', 'two\nlines'].map(WebhookName.is)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
