import { LocalDate } from '@trackrecord/kernel';
import {
  events,
  givenAccess,
  happened,
  must,
  nothingNew,
  order,
  refused,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlanId } from '../words.ts';
import { AccountClosed } from './account-closed.ts';
import { AccountOpened } from './account-opened.ts';
import { AccountReopened } from './account-reopened.ts';
import { CloseAccount } from './close-account.ts';
import { GrantRole } from './grant-role.ts';
import { IssueToken } from './issue-token.ts';
import { OpenAccount } from './open-account.ts';
import { PasswordRenewed } from './password-renewed.ts';
import { RenewPassword } from './renew-password.ts';
import { ReopenAccount } from './reopen-account.ts';
import { RevokeRole } from './revoke-role.ts';
import { RevokeToken } from './revoke-token.ts';
import { RoleGranted } from './role-granted.ts';
import { RoleRevoked } from './role-revoked.ts';
import { SignInName } from './sign-in-name.ts';
import { TokenIssued } from './token-issued.ts';
import { TokenRevoked } from './token-revoked.ts';

const harbour = must(PlanId)('harbour');
const reed = { party: 'p-4c1f', signInName: 'm.reed' };
const opened = happened(AccountOpened, reed, '2026-01-05');
const closed = happened(AccountClosed, {}, '2026-03-31');
const figures = {
  name: 'Quarterly figures',
  role: 'auditor',
  plan: 'harbour',
  party: 'p-4c1f',
  digest: 'ab'.repeat(32),
};
const issued = happened(TokenIssued, figures, '2026-01-05');

describe('OpenAccount', () => {
  it('given nothing under its id, then the account is open', () => {
    expect(givenAccess().when(order(OpenAccount, reed))).toEqual(events(['AccountOpened', reed]));
  });

  it('given a name in capitals, then it is kept in lower case', () => {
    expect(givenAccess().when(order(OpenAccount, { ...reed, signInName: 'M.Reed' }))).toEqual(
      events(['AccountOpened', reed]),
    );
  });

  it.each([
    [opened, 'an account under this id'],
    [issued, 'a token under this id'],
  ])('given $kind.type under its id, then it is refused', (past, what) => {
    expect(givenAccess(past).when(order(OpenAccount, reed))).toEqual(
      refused({ _tag: 'AlreadyRegistered', what }),
    );
    expect(givenAccess(past).when(order(IssueToken, figures))).toEqual(
      refused({ _tag: 'AlreadyRegistered', what }),
    );
  });
});

describe('an account', () => {
  it('given an open one, then it is closed; given a closed one, then it is opened again', () => {
    expect(givenAccess(opened).when(order(CloseAccount, {}))).toEqual(
      events(['AccountClosed', {}]),
    );
    expect(givenAccess(opened, closed).when(order(ReopenAccount, {}))).toEqual(
      events(['AccountReopened', {}]),
    );
  });

  it('given one that is closed or open already, then saying so is refused', () => {
    expect(givenAccess(opened, closed).when(order(CloseAccount, {}))).toEqual(
      refused({ _tag: 'AccountIsClosed' }),
    );
    expect(givenAccess(opened).when(order(ReopenAccount, {}))).toEqual(
      refused({ _tag: 'AccountIsOpen' }),
    );
  });

  it('given that it was closed or opened on that very date, then saying so again is nothing new', () => {
    const reopened = happened(AccountReopened, {}, '2026-04-01');
    expect(givenAccess(opened, closed).when(order(CloseAccount, {}), '2026-03-31')).toEqual(
      nothingNew,
    );
    expect(
      givenAccess(opened, closed, reopened).when(order(ReopenAccount, {}), '2026-04-01'),
    ).toEqual(nothingNew);
  });

  it('given a date before it was closed, then it is open on it', () => {
    expect(
      givenAccess(opened, closed).when(order(GrantRole, { role: 'reader' }), '2026-03-30'),
    ).toEqual(events(['RoleGranted', { role: 'reader' }]));
  });

  it('given that it is closed, then no role is given; given a role, then it can still be taken', () => {
    const manager = { role: 'manager', plan: 'harbour' };
    expect(givenAccess(opened, closed).when(order(GrantRole, manager))).toEqual(
      refused({ _tag: 'AccountIsClosed' }),
    );
    expect(
      givenAccess(opened, happened(RoleGranted, manager, '2026-01-05'), closed).when(
        order(RevokeRole, manager),
      ),
    ).toEqual(events(['RoleRevoked', manager]));
  });

  it.each([{ role: 'owner' }, { role: 'owner', plan: 'harbour' }])(
    'given the role %j, then it is given, taken, and given again; having it already is nothing new on the same date',
    (role) => {
      const granted = happened(RoleGranted, role, '2026-02-01');
      const revoked = happened(RoleRevoked, role, '2026-03-01');
      expect(givenAccess(opened).when(order(GrantRole, role))).toEqual(
        events(['RoleGranted', role]),
      );
      expect(givenAccess(opened, granted).when(order(RevokeRole, role))).toEqual(
        events(['RoleRevoked', role]),
      );
      expect(givenAccess(opened, granted, revoked).when(order(GrantRole, role))).toEqual(
        events(['RoleGranted', role]),
      );
      expect(givenAccess(opened, granted).when(order(GrantRole, role), '2026-02-01')).toEqual(
        nothingNew,
      );
    },
  );

  it('given a role on every plan, then it is not taken on one of them, nor the other way about', () => {
    const onAll = happened(RoleGranted, { role: 'manager' });
    const onOne = happened(RoleGranted, { role: 'manager', plan: 'harbour' });
    expect(
      givenAccess(opened, onAll).when(order(RevokeRole, { role: 'manager', plan: 'harbour' })),
    ).toEqual(refused({ _tag: 'RoleNotHeld', role: 'manager', plan: harbour }));
    expect(givenAccess(opened, onOne).when(order(RevokeRole, { role: 'manager' }))).toEqual(
      refused({ _tag: 'RoleNotHeld', role: 'manager', plan: undefined }),
    );
  });

  it('given the role of an administrator, then on every plan it is given, and bound to one it is refused', () => {
    const bound = { role: 'administrator', plan: 'harbour' };
    const outcome = refused({ _tag: 'RoleOnEveryPlan', role: 'administrator', plan: harbour });
    expect(givenAccess(opened).when(order(GrantRole, { role: 'administrator' }))).toEqual(
      events(['RoleGranted', { role: 'administrator' }]),
    );
    expect(givenAccess(opened).when(order(GrantRole, bound))).toEqual(outcome);
    expect(givenAccess().when(order(IssueToken, { ...figures, ...bound }))).toEqual(outcome);
  });

  it('given another password, then that is said each time, and nothing of the password', () => {
    const first = { password: 'w-1', how: 'given' };
    const second = { password: 'w-2', how: 'given' };
    const renewed = happened(PasswordRenewed, first, '2026-02-01');
    expect(givenAccess(opened).when(order(RenewPassword, first))).toEqual(
      events(['PasswordRenewed', first]),
    );
    expect(givenAccess(opened, renewed).when(order(RenewPassword, second), '2026-02-01')).toEqual(
      events(['PasswordRenewed', second]),
    );
    expect(givenAccess(opened, renewed).when(order(RenewPassword, first), '2026-02-01')).toEqual(
      nothingNew,
    );
    expect(givenAccess(opened, closed).when(order(RenewPassword, first))).toEqual(
      refused({ _tag: 'AccountIsClosed' }),
    );
  });

  it.each([
    order(CloseAccount, {}),
    order(ReopenAccount, {}),
    order(RenewPassword, { password: 'w-1', how: 'chosen' }),
    order(GrantRole, { role: 'reader' }),
    order(RevokeRole, { role: 'reader' }),
  ])('given none, or a token under its id, then $type is refused', (asked) => {
    const outcome = refused({ _tag: 'NotRegistered', what: 'account' });
    expect(givenAccess().when(asked)).toEqual(outcome);
    expect(givenAccess(issued).when(asked)).toEqual(outcome);
  });
});

describe('a token', () => {
  const revoke = order(RevokeToken, {});

  it('given a digest, then it is issued with it; given a token, then it is revoked', () => {
    expect(givenAccess().when(order(IssueToken, figures))).toEqual(
      events(['TokenIssued', figures]),
    );
    expect(givenAccess(issued).when(revoke)).toEqual(events(['TokenRevoked', {}]));
  });

  it('given one that is revoked, then revoking is nothing new on that date, and refused on a later one', () => {
    const revoked = happened(TokenRevoked, {}, '2026-03-31');
    expect(givenAccess(issued, revoked).when(revoke, '2026-03-31')).toEqual(nothingNew);
    expect(givenAccess(issued, revoked).when(revoke)).toEqual(
      refused({ _tag: 'TokenIsRevoked', since: must(LocalDate)('2026-03-31') }),
    );
  });

  it('given none, or an account under its id, then revoking is refused', () => {
    const outcome = refused({ _tag: 'NotRegistered', what: 'token' });
    expect(givenAccess().when(revoke)).toEqual(outcome);
    expect(givenAccess(opened).when(revoke)).toEqual(outcome);
  });
});

describe('a name to sign in with', () => {
  it.each([
    ['M.Reed', 'm.reed'],
    ['M.REED@Harbour.example', 'm.reed@harbour.example'],
    ['ÆSA', 'æsa'],
    // Full-width letters, and a ligature: compatibility forms of letters that everybody has.
    ['\uff21da', 'ada'],
    ['\ufb01nn', 'finn'],
    ['abc', 'abc'],
    ['a'.repeat(80), 'a'.repeat(80)],
  ])('given "%s", then it is "%s"', (typed, kept) => {
    expect(SignInName.decode(typed)).toEqual(E.right(kept));
  });

  it.each([
    ['too short', 'ab'],
    ['too long', 'a'.repeat(81)],
    ['with a space', 'm reed'],
    ['with a line break', 'm.reed\n'],
    ['with a mark of no width', 'm\u200breed'],
    ['with a mark that turns the direction of text', 'm\u202ereed'],
    ['with half of a surrogate pair', 'reed\ud800'],
    ['no text', 42],
  ])('given one %s, then it is none', (_what, typed) => {
    expect(E.isLeft(SignInName.decode(typed))).toBe(true);
  });

  it('given what is kept in capitals, then it is not as it is kept', () => {
    expect(SignInName.is('M.Reed')).toBe(false);
  });

  it('given any text, then what is decoded of it is kept as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 3, maxLength: 80 }), (typed) => {
        const name = SignInName.decode(typed);
        if (E.isLeft(name)) return;
        expect(SignInName.is(name.right)).toBe(true);
        expect(SignInName.decode(name.right)).toEqual(name);
      }),
    );
  });
});
