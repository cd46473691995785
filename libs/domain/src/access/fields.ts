import { field, memberField, Sha256 } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { PartyId, TokenName } from '../words.ts';
import { RoleOnPlan } from './role.ts';
import { SignInName } from './sign-in-name.ts';

/** A person's account as the subject of its own stream. */
export const account = 'account';
export const accountExists = field('exists', t.literal(true));
/** Who acts when this account does. */
export const accountParty = field('party', PartyId);
export const accountSignInName = field('signInName', SignInName);
export const AccountStatus = t.keyof({ open: null, closed: null }, 'AccountStatus');
export type AccountStatus = t.TypeOf<typeof AccountStatus>;
export const accountStatus = field('status', AccountStatus);
/** A role that the account has, one a role and plan. */
export const accountRole = memberField('role', RoleOnPlan);

/** How an account came to another password: from whoever looks after accounts, or from whoever has it. */
export const PasswordRenewal = t.keyof({ given: null, chosen: null }, 'PasswordRenewal');
export type PasswordRenewal = t.TypeOf<typeof PasswordRenewal>;
/** That the account has another password, one a renewal; nothing of any password. */
export const accountPassword = memberField('password', PasswordRenewal);

/** A program's token as the subject of its own stream. */
export const token = 'token';
export const tokenExists = field('exists', t.literal(true));
export const tokenName = field('name', TokenName);
/** The one role that the token has. */
export const tokenRole = field('role', RoleOnPlan);
/** For whom the program acts. */
export const tokenParty = field('party', PartyId);
/** The SHA-256 of the token's secret: enough to know it again, and nothing to sign in with. */
export const tokenDigest = field('digest', Sha256);
export const tokenRevoked = field('revoked', t.literal(true));
