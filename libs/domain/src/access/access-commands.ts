import { CloseAccount, closeAccount } from './close-account.ts';
import { GrantRole, grantRole } from './grant-role.ts';
import { IssueToken, issueToken } from './issue-token.ts';
import { OpenAccount, openAccount } from './open-account.ts';
import { RenewPassword, renewPassword } from './renew-password.ts';
import { ReopenAccount, reopenAccount } from './reopen-account.ts';
import { RevokeRole, revokeRole } from './revoke-role.ts';
import { RevokeToken, revokeToken } from './revoke-token.ts';

/**
 * Every command on an account or a token: what each asks, and how it is decided. None takes back what was said:
 * taking back the end of an account or of a token would let somebody in whom nobody meant to let in.
 */
export const accessCommands = {
  CloseAccount: { asks: CloseAccount, decide: closeAccount },
  GrantRole: { asks: GrantRole, decide: grantRole },
  IssueToken: { asks: IssueToken, decide: issueToken },
  OpenAccount: { asks: OpenAccount, decide: openAccount },
  RenewPassword: { asks: RenewPassword, decide: renewPassword },
  ReopenAccount: { asks: ReopenAccount, decide: reopenAccount },
  RevokeRole: { asks: RevokeRole, decide: revokeRole },
  RevokeToken: { asks: RevokeToken, decide: revokeToken },
};
