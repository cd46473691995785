import type { AccessId, PartyId, SignInName, TokenName } from '@trackrecord/domain';
import type { Grant } from '@trackrecord/read-models';

export type { Grant } from '@trackrecord/read-models';

/** By what it was proved who asks: a person's account, or a program's token. */
export type Credential =
  | Readonly<{ _tag: 'Account'; account: AccessId; signInName: SignInName }>
  | Readonly<{ _tag: 'Token'; token: AccessId; name: TokenName }>;

/** Who asks: for whom they act, by the name that these go by now, and what they were given to do. */
export type Principal = Readonly<{
  party: PartyId;
  name: string;
  grants: ReadonlyArray<Grant>;
  credential: Credential;
}>;
