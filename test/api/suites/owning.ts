import { partyNamed } from '@trackrecord/application';
import { PlanId, type RoleOnPlan } from '@trackrecord/domain';
import { must, rightOf } from '@trackrecord/test-kit';
import { expect, it } from 'vitest';
import type { ManagedApi } from '../kit/managed-api.ts';

/** What whoever has a role on one plan alone is kept from. */
export const owningSuite = (api: () => ManagedApi): void => {
  const vale = must(PlanId)('vale');

  const somebody = async (name: string, role: RoleOnPlan['role']) => {
    const { data, tokenFor } = api();
    const today = data.clock.today('Europe/London');
    const party = rightOf(await partyNamed(data)({ name, kind: 'person' }, today)());
    return { party, token: await tokenFor({ role, plan: vale }, party) };
  };

  const status = async (token: string, method: string, path: string, body?: unknown) =>
    (await api().ask(method, `/api/v1${path}`, { token, body })).status;

  const action = async (ref: string, owner?: string, effectiveOn = '2026-01-01'): Promise<void> => {
    await api().change('POST', '/plans/vale/actions', { ref, title: `Do ${ref}`, effectiveOn });
    if (owner !== undefined)
      await api().change('PUT', `/plans/vale/actions/${ref}/owners/${owner}`, { effectiveOn });
  };

  const renumber = (action: string, ref: string, effectiveOn: string) =>
    api().change('POST', '/plans/vale/renumbering', {
      renumbered: [{ action, ref, label: ref }],
      effectiveOn,
    });

  it('given a ref that meant another action on a date in the past, when an owner updates that, then it is refused', async () => {
    const { party, token } = await somebody('An Owner', 'owner');
    await action('w1', party);
    await action('w2');
    // Theirs is w2 from May on; until then w2 was somebody else's, which nothing is called now.
    await renumber('w2', 'w9', '2026-05-01');
    await renumber('w1', 'w2', '2026-05-01');
    const rate = (ref: string, effectiveOn: string) =>
      status(token, 'PUT', `/plans/vale/actions/${ref}/rating`, { rating: 'Red', effectiveOn });
    expect(await rate('w2', '2026-06-01')).toBe(200);
    expect(await rate('w2', '2026-04-01')).toBe(403);
    expect(await rate('w1', '2026-04-01')).toBe(200);
    expect(await rate('w9', '2026-06-01')).toBe(403);
  });

  it('given a ref that nothing has any more, when an owner updates what had it, then it is refused', async () => {
    const { token } = await somebody('Another Owner', 'owner');
    await action('w3');
    await renumber('w3', 'w4', '2026-05-01');
    const body = { text: 'Not mine', effectiveOn: '2026-04-01' };
    expect(await status(token, 'POST', '/plans/vale/actions/w3/notes', body)).toBe(403);
  });

  it('given a closed action of an owner whose ref another has by now, when they update that, then it is refused', async () => {
    const { party, token } = await somebody('A Former Owner', 'owner');
    await action('w5', party);
    await api().change('POST', '/plans/vale/actions/w5/closure', { effectiveOn: '2026-02-01' });
    await action('w5', undefined, '2026-02-02');
    expect(await status(token, 'POST', '/plans/vale/actions/w5/no-change', {})).toBe(403);
  });
};
