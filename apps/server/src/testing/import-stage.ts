import { partyNamed, type Principal, type Writable } from '@trackrecord/application';
import { AccessId, PartyId, PlanId, type Role, SignInName } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import type { Desk } from '../desk.ts';
import { importRoutes } from '../pages/import/import-routes.ts';
import { browserOf, type Came, type Filling, type TestBrowser, visitorAs } from './test-browser.ts';
import { testDesk } from './test-desk.ts';

const due = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isRight(answer)) return answer.right;
  throw new Error(`unexpected: ${JSON.stringify(answer.left)}`);
};

const as =
  <A>(codec: t.Type<A, unknown>) =>
  (value: string): A =>
    due(codec.decode(value));

/** Somebody with an account, who has a role on one plan or, with `null`, on every plan. */
export const somebody = (
  party: string,
  name: string,
  role: Role,
  plan: string | null,
): Principal => ({
  party: as(PartyId)(party),
  name,
  grants: [{ role, plan: plan === null ? null : as(PlanId)(plan) }],
  credential: {
    _tag: 'Account',
    account: as(AccessId)(`a-${party}`),
    signInName: as(SignInName)(party),
  },
});

/** A document of a plan that is nobody's, with one doubt and two places that could say more. */
export const paper = `Lantern Bay Children’s Plan 2026 – 2028

Priority 1: Health

\tAction 1. Open a clinic by the harbour
\tGREEN/GREEN

Notes: Lease signed. Update?
\tAction 2. Open a garden
\tAMBER

Notes: Play Forum update
`;

export type ImportStage = Readonly<{
  desk: Desk;
  /** Rhoda Keeper, who keeps every plan. */
  keeper: Principal;
  manager: TestBrowser;
  browser: (who: Principal) => TestBrowser;
  /** Sends a file with what is filled in, in the form of a page. */
  upload: (
    address: string,
    file: Readonly<{ name: string; bytes: Uint8Array | string }> | null,
    filling: Filling,
  ) => Promise<Came>;
}>;

const bytesOf = (bytes: Uint8Array | string): Uint8Array =>
  typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;

/** A desk over an empty log, and somebody who keeps every plan. */
export const importStage = async (data: Writable): Promise<ImportStage> => {
  const desk = await testDesk(data);
  const today = desk.clock.today('Europe/London');
  const party = due(await partyNamed(desk)({ name: 'Rhoda Keeper', kind: 'person' }, today)());
  const keeper = somebody(party, 'Rhoda Keeper', 'manager', null);
  const browser = (who: Principal) => browserOf(desk, importRoutes, visitorAs(who));
  const manager = browser(keeper);
  return {
    desk,
    keeper,
    manager,
    browser,
    upload: async (address, file, filling) => {
      const form = await manager.open(address);
      const files = file === null ? [] : [{ name: file.name, bytes: bytesOf(file.bytes) }];
      return manager.post(address.replace(/\?.*$/u, ''), { ...form, ...filling }, files);
    },
  };
};
