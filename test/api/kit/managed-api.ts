import { partyNamed } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { must, rightOf } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { type ServedApi, serveApi } from './served-api.ts';

const Changed = t.type({
  ordinal: t.number,
  token: t.string,
  events: t.array(t.UnknownRecord),
});
export type Changed = t.TypeOf<typeof Changed>;

/** An API whose log holds two plans with two actions each, and a manager of every plan. */
export type ManagedApi = ServedApi &
  Readonly<{
    /** The token of a manager of every plan. */
    manager: string;
    plan: (id: string) => PlanId;
    /** The last ordinal of the log. */
    head: () => number;
    /** Changes something as the manager; below `/api/v1`. */
    change: (method: string, path: string, body?: unknown) => Promise<Changed>;
  }>;

/** Serves an API with something in it; all of it is recorded through the API itself, effective from 2026-01-01 on. */
export const managedApi = async (): Promise<ManagedApi> => {
  const api = await serveApi();
  const today = api.data.clock.today('Europe/London');
  const party = rightOf(
    await partyNamed(api.data)({ name: 'A. Manager', kind: 'person' }, today)(),
  );
  const manager = await api.tokenFor({ role: 'manager' }, party);
  const change = async (method: string, path: string, body?: unknown): Promise<Changed> => {
    const { status, text, json } = await api.ask(method, `/api/v1${path}`, {
      token: manager,
      body,
    });
    if (status !== 200) throw new Error(`${method} ${path} was answered ${status}: ${text}`);
    return must(Changed)(json);
  };
  for (const plan of ['harbour', 'vale']) {
    const effectiveOn = '2026-01-01';
    await change('POST', '/plans', { plan, title: `The ${plan} plan`, effectiveOn });
    for (const ref of ['1', '2'])
      await change('POST', `/plans/${plan}/actions`, { ref, title: `Do ${ref}`, effectiveOn });
  }
  return {
    ...api,
    manager,
    change,
    plan: must(PlanId),
    head: () => rightOf(api.data.views.head()),
  };
};
