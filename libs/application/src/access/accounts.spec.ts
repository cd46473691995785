import {
  AccessId,
  decideParty,
  decidePlan,
  MergeParty,
  PartyId,
  PlanId,
  RegisterParty,
  RegisterPlan,
  type RoleOnPlan,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { memoryTrackrecord, must, order, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../carrying-out/carry-out.ts';
import { circumstancesOf, type Said } from '../carrying-out/circumstances.ts';
import { rememberingStreams } from '../carrying-out/remembering-streams.ts';
import type { Failure } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { closeAccount, grantRole, openAccount, reopenAccount, revokeRole } from './accounts.ts';
import { accountsAnswer, isFirstAdministratorNeeded, lookupAccount } from './accounts-answer.ts';
import { principalOfAccount } from './principals.ts';

const ada = must(PartyId)('p-ada');
const ben = must(PartyId)('p-ben');
const harbour = must(PlanId)('harbour');
/** Of the specification's own clock. */
const today = '2026-06-30';

const said = (on: string = today): Said => ({
  by: ada,
  effectiveOn: must(LocalDate)(on),
  channel: 'web',
  verified: true,
});

const invalid = (message: string, field: string): E.Either<Failure, never> =>
  E.left({ _tag: 'Invalid', message, field });

const lastAdministrator = E.left({
  _tag: 'Refused',
  refusal: { _tag: 'LastAdministrator' },
  step: 0,
});

const register = async (deps: Writable, id: PartyId, name: string): Promise<unknown> =>
  rightOf(
    await carryOut(deps)({
      stream: streamOf('party', id),
      decide: decideParty,
      circumstances: circumstancesOf(deps, said('2026-01-01')),
      steps: () => E.right([{ order: order(RegisterParty, { kind: 'person', name }) }]),
    })(),
  );

/** Ada and Ben are known, and there is one plan. */
const begin = async (): Promise<Writable> => {
  const deps = await memoryTrackrecord();
  await register(deps, ada, 'Ada Finch');
  await register(deps, ben, 'Ben Lowe');
  rightOf(
    await carryOut(deps)({
      stream: streamOf('plan', harbour),
      decide: decidePlan,
      circumstances: circumstancesOf(deps, said('2026-01-01')),
      steps: () =>
        E.right([
          {
            order: order(RegisterPlan, {
              plan: harbour,
              title: 'Harbour',
              timeZone: 'Europe/London',
            }),
          },
        ]),
    })(),
  );
  return deps;
};

const desk: { deps: Writable | undefined } = { deps: undefined };
const deps = (): Writable => {
  if (desk.deps === undefined) throw new Error('not begun');
  return desk.deps;
};

beforeEach(async () => {
  desk.deps = await begin();
});

const opened = async (
  party: PartyId,
  signInName: string,
  roles: ReadonlyArray<RoleOnPlan> = [],
  on: string = today,
): Promise<AccessId> =>
  rightOf(await openAccount(deps())({ party, signInName, roles }, said(on))()).account;

describe('opening an account', () => {
  it('given a party, a name and roles, then it is there with them, and was recorded as verified in one append', async () => {
    const done = rightOf(
      await openAccount(deps())(
        {
          party: ada,
          signInName: 'Ada@Harbour.example',
          roles: [{ role: 'administrator' }, { role: 'manager', plan: harbour }],
        },
        said(),
      )(),
    );
    expect(done.events.map(({ type, recordedBy, channel }) => [type, recordedBy, channel])).toEqual(
      ['AccountOpened', 'RoleGranted', 'RoleGranted'].map((type) => [
        type,
        { party: 'p-ada', verified: true },
        'web',
      ]),
    );
    expect(rightOf(accountsAnswer(deps()))).toEqual([
      {
        id: done.account,
        signInName: 'ada@harbour.example',
        party: { id: 'p-ada', name: 'Ada Finch' },
        open: true,
        grants: [
          { role: 'administrator', plan: null },
          { role: 'manager', plan: 'harbour' },
        ],
      },
    ]);
  });

  it('given a name that another account has in other capitals, then it is refused, with whose it is', async () => {
    await opened(ada, 'finch');
    expect(
      await openAccount(deps())({ party: ben, signInName: 'FINCH', roles: [] }, said())(),
    ).toEqual(
      invalid(
        '"finch" is taken: the account of Ada Finch has it. Choose another name.',
        'signInName',
      ),
    );
  });

  it('given one name for two at once, where people take turns, then the first has it', async () => {
    const taking = { ...deps(), streams: rememberingStreams(deps().log) };
    const both = await Promise.all(
      [ada, ben].map((party) =>
        openAccount(taking)({ party, signInName: 'finch', roles: [] }, said())(),
      ),
    );
    expect(both.map(E.isRight)).toEqual([true, false]);
    expect(rightOf(accountsAnswer(deps())).map(({ party }) => party.id)).toEqual(['p-ada']);
  });

  it('given a name that a closed account has, or one that opens in days to come, then it is refused', async () => {
    const account = await opened(ada, 'finch');
    rightOf(await closeAccount(deps())(account, said())());
    await opened(ben, 'lowe', [], '2026-09-01');
    expect(
      await openAccount(deps())({ party: ben, signInName: 'finch', roles: [] }, said())(),
    ).toEqual(
      invalid(
        '"finch" is taken: the closed account of Ada Finch has it. Reopen that one, or choose another name.',
        'signInName',
      ),
    );
    expect(
      E.isLeft(await openAccount(deps())({ party: ada, signInName: 'lowe', roles: [] }, said())()),
    ).toBe(true);
  });

  it.each<readonly [string, object, Failure]>([
    [
      'a name with a space',
      { signInName: 'ada finch' },
      {
        _tag: 'Invalid',
        message:
          '"ada finch" is no name to sign in with; accepted are 3 to 80 characters without spaces, such as m.reed or m.reed@harbour.example.',
        field: 'signInName',
      },
    ],
    [
      'a party that is not there',
      { party: must(PartyId)('p-none') },
      {
        _tag: 'Missing',
        message: 'Nobody is known by the id "p-none": register them first.',
        field: 'party',
      },
    ],
    [
      'a role on a plan that is not there',
      { roles: [{ role: 'reader', plan: must(PlanId)('harbuor') }] },
      { _tag: 'Missing', message: 'There is no plan "harbuor" to give a role on.', field: 'plan' },
    ],
    [
      'an administrator of one plan',
      { roles: [{ role: 'administrator', plan: harbour }] },
      {
        _tag: 'Refused',
        refusal: { _tag: 'RoleOnEveryPlan', role: 'administrator', plan: harbour },
        step: 1,
      },
    ],
  ])('given %s, then it is refused and nothing is written', async (_what, wrong, failure) => {
    const asked = { party: ada, signInName: 'finch', roles: [], ...wrong };
    expect(await openAccount(deps())(asked, said())()).toEqual(E.left(failure));
    expect(rightOf(accountsAnswer(deps()))).toEqual([]);
  });
});

describe('the account of a name', () => {
  it('given a name in any case, then its account; given another, or none at all, then none', async () => {
    const account = await opened(ada, 'finch');
    for (const typed of ['finch', 'FINCH', 'Finch'])
      expect(O.toUndefined(rightOf(lookupAccount(deps())(typed)))?.id).toBe(account);
    for (const typed of ['finches', 'finch ', '', 'a b'])
      expect(rightOf(lookupAccount(deps())(typed))).toEqual(O.none);
  });
});

describe('who acts by an account', () => {
  const principal = (id: AccessId) => O.toUndefined(rightOf(principalOfAccount(deps())(id)));

  it('given an open account, then its party by name, with its roles', async () => {
    const account = await opened(ada, 'finch', [{ role: 'owner', plan: harbour }]);
    expect(principal(account)).toEqual({
      party: 'p-ada',
      name: 'Ada Finch',
      grants: [{ role: 'owner', plan: 'harbour' }],
      credential: { _tag: 'Account', account, signInName: 'finch' },
    });
  });

  it('given a party that was merged into another, then that one acts', async () => {
    const account = await opened(ben, 'lowe');
    rightOf(
      await carryOut(deps())({
        stream: streamOf('party', ben),
        decide: decideParty,
        circumstances: circumstancesOf(deps(), said()),
        steps: () => E.right([{ order: MergeParty.of({ party: ben, into: ada }) }]),
      })(),
    );
    expect(principal(account)).toMatchObject({ party: 'p-ada', name: 'Ada Finch' });
  });

  it('given an account that is closed, then nobody; opened again, with the roles that it had', async () => {
    const account = await opened(ada, 'finch', [{ role: 'reader' }], '2026-06-01');
    rightOf(await closeAccount(deps())(account, said('2026-06-29'))());
    expect(principal(account)).toBeUndefined();
    rightOf(await reopenAccount(deps())(account, said())());
    expect(principal(account)?.grants).toEqual([{ role: 'reader', plan: null }]);
  });

  it('given an account that closes or opens tomorrow, then today it is as it was', async () => {
    const closing = await opened(ada, 'finch');
    rightOf(await closeAccount(deps())(closing, said('2026-07-01'))());
    const opening = await opened(ben, 'lowe', [], '2026-07-01');
    expect(principal(closing)?.party).toBe('p-ada');
    expect(principal(opening)).toBeUndefined();
  });

  it('given no such account, then nobody', () => {
    expect(principal(must(AccessId)('a-none'))).toBeUndefined();
  });

  it('given roles that are given and taken, then those that are left', async () => {
    const account = await opened(ada, 'finch', [{ role: 'reader' }]);
    rightOf(await grantRole(deps())(account, { role: 'manager', plan: harbour }, said())());
    rightOf(await revokeRole(deps())(account, { role: 'reader' }, said())());
    expect(principal(account)?.grants).toEqual([{ role: 'manager', plan: 'harbour' }]);
    expect(await revokeRole(deps())(account, { role: 'reader' }, said())()).toEqual(
      E.left({
        _tag: 'Refused',
        refusal: { _tag: 'RoleNotHeld', role: 'reader', plan: undefined },
        step: 0,
      }),
    );
    expect(
      E.isLeft(
        await grantRole(deps())(
          account,
          { role: 'reader', plan: must(PlanId)('harbuor') },
          said(),
        )(),
      ),
    ).toBe(true);
  });
});

describe('the last administrator', () => {
  const administrator = { role: 'administrator' } as const;

  it('given the only one, then their account is not closed and their role not taken', async () => {
    const account = await opened(ada, 'finch', [administrator]);
    await opened(ben, 'lowe', [{ role: 'manager' }]);
    expect(await closeAccount(deps())(account, said())()).toEqual(lastAdministrator);
    expect(await revokeRole(deps())(account, administrator, said())()).toEqual(lastAdministrator);
  });

  it('given two, then one can go, and the other cannot any more', async () => {
    const first = await opened(ada, 'finch', [administrator]);
    const second = await opened(ben, 'lowe', [administrator]);
    rightOf(await closeAccount(deps())(first, said())());
    expect(await revokeRole(deps())(second, administrator, said())()).toEqual(lastAdministrator);
  });

  it('given a second one only from a later day, then the first stays until then', async () => {
    const first = await opened(ada, 'finch', [administrator]);
    const second = await opened(ben, 'lowe');
    rightOf(await grantRole(deps())(second, administrator, said('2026-08-01'))());
    expect(await closeAccount(deps())(first, said())()).toEqual(lastAdministrator);
    expect(E.isRight(await closeAccount(deps())(first, said('2026-08-01'))())).toBe(true);
  });

  it('given others, then whoever is no administrator goes at will', async () => {
    await opened(ada, 'finch', [administrator]);
    const other = await opened(ben, 'lowe', [{ role: 'manager' }]);
    expect(E.isRight(await closeAccount(deps())(other, said())())).toBe(true);
  });
});

describe('whether a first administrator is needed', () => {
  const administrator = { role: 'administrator', plan: null } as const;

  it.each([
    [true, []],
    [true, [{ open: true, grants: [{ role: 'manager', plan: null } as const] }]],
    [true, [{ open: false, grants: [administrator] }]],
    [
      false,
      [
        { open: false, grants: [] },
        { open: true, grants: [administrator] },
      ],
    ],
  ])('is %s given %j', (needed, accounts) => {
    expect(isFirstAdministratorNeeded(accounts)).toBe(needed);
  });
});
