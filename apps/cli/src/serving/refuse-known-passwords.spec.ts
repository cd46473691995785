import { accountsAnswer, describeFailure, openAccount, partyNamed } from '@trackrecord/application';
import { SignInName } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { hashPassword, isPasswordOf } from '@trackrecord/server';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { refuseKnownPasswords } from './refuse-known-passwords.ts';
import { samplePassword } from './sample-people.ts';

const date = must(LocalDate)('2026-06-30');

/** What comes of a look at accounts with these passwords, by their sign-in names. */
const lookedAt = async (hashes: Readonly<Record<string, string>>) => {
  const data = await memoryTrackrecord();
  for (const signInName of Object.keys(hashes).map(must(SignInName))) {
    const party = rightOf(
      await partyNamed(data)({ name: `M. ${signInName}`, kind: 'person' }, date)(),
    );
    const said = { by: party, effectiveOn: date, channel: 'command line' } as const;
    rightOf(await openAccount(data)({ party, signInName, roles: [{ role: 'reader' }] }, said)());
  }
  const named = new Map<string, string>(
    rightOf(accountsAnswer(data)).map(({ id, signInName }) => [id, signInName]),
  );
  const hashOf = (account: string) => TE.right(hashes[named.get(account) ?? '']);
  return refuseKnownPasswords({ isPasswordOf }, data, {
    passwords: { hashOf, set: () => TE.right(undefined), remove: () => TE.right(undefined) },
  })();
};

describe('given accounts with the names of the sample’s', () => {
  let known: string;
  let own: string;

  beforeAll(async () => {
    [known, own] = await Promise.all([
      hashPassword(samplePassword),
      hashPassword('kettle meadow oboe'),
    ]);
  });

  it('when two still have its password then these are named', async () => {
    const came = await lookedAt({ manager: known, owner: own, auditor: known, ines: own });
    expect(E.isLeft(came) ? describeFailure(came.left) : '').toContain(
      'these accounts still have it: auditor, manager.',
    );
  });

  it('when all have passwords of their own, or none, then nothing is refused', async () => {
    expect(await lookedAt({ manager: own, owner: '' })).toEqual(E.right(null));
    expect(await lookedAt({})).toEqual(E.right(null));
  });
});
