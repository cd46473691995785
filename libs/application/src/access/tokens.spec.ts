import { AccessId, PartyId, PlanId } from '@trackrecord/domain';
import { LocalDate, Sha256 } from '@trackrecord/kernel';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect, it } from 'vitest';
import type { Said } from '../carrying-out/circumstances.ts';
import { partyNamed } from '../commands/parties.ts';
import type { Writable } from '../trackrecord.ts';
import { principalOfAccount, principalOfToken } from './principals.ts';
import { issueToken, type NewToken, revokeToken } from './tokens.ts';
import { tokensAnswer } from './tokens-answer.ts';

const today = must(LocalDate)('2026-06-30');
const digest = must(Sha256)('0123456789abcdef'.repeat(4));

type Begun = Readonly<{ deps: Writable; ada: PartyId; ben: PartyId; said: Said; token: NewToken }>;

/** Ada issues tokens; Ben's program is to act with one. */
const begin = async (): Promise<Begun> => {
  const deps = await memoryTrackrecord();
  const ada = rightOf(await partyNamed(deps)({ name: 'Ada Finch', kind: 'person' }, today)());
  const ben = rightOf(await partyNamed(deps)({ name: 'Ben Lowe', kind: 'person' }, today)());
  return {
    deps,
    ada,
    ben,
    said: { by: ada, effectiveOn: today, channel: 'command line' },
    token: { name: 'Quarterly figures', role: { role: 'auditor' }, party: ben, digest },
  };
};

describe('a token', () => {
  it('given that it is issued, then it is listed with who issued it and for whom, and without its digest', async () => {
    const { deps, ada, ben, said, token } = await begin();
    const { token: id } = rightOf(await issueToken(deps)(token, said)());
    expect(rightOf(tokensAnswer(deps))).toEqual([
      {
        id,
        name: 'Quarterly figures',
        role: 'auditor',
        plan: null,
        party: { id: ben, name: 'Ben Lowe' },
        issuedBy: { id: ada, name: 'Ada Finch' },
        issuedOn: '2026-06-30',
        recordedAt: '2026-06-30T09:00:00.000Z',
        revokedOn: null,
      },
    ]);
  });

  it('given several, then they are listed as they were issued', async () => {
    const { deps, said, token } = await begin();
    for (const name of ['Zoo', 'Ant', 'Moth'])
      rightOf(await issueToken(deps)({ ...token, name }, said)());
    expect(rightOf(tokensAnswer(deps)).map(({ name }) => name)).toEqual(['Zoo', 'Ant', 'Moth']);
  });

  it('given its digest, then its program acts for its party with its one role', async () => {
    const { deps, ben, said, token } = await begin();
    const { token: id } = rightOf(await issueToken(deps)(token, said)());
    expect(rightOf(principalOfToken(deps)(id, digest))).toEqual(
      O.some({
        party: ben,
        name: 'Ben Lowe',
        grants: [{ role: 'auditor', plan: null }],
        credential: { _tag: 'Token', token: id, name: 'Quarterly figures' },
      }),
    );
  });

  it.each(['1123456789abcdef', '0123456789abcde0'])(
    'given a digest that begins or ends otherwise (%s), then nobody acts',
    async (part) => {
      const { deps, said, token } = await begin();
      const { token: id } = rightOf(await issueToken(deps)(token, said)());
      const other = must(Sha256)(`${part}${'0123456789abcdef'.repeat(2)}${part}`);
      expect(rightOf(principalOfToken(deps)(id, other))).toEqual(O.none);
    },
  );

  it('given another token’s digest, an id that is none, or its id for an account’s, then nobody acts', async () => {
    const { deps, said, token } = await begin();
    const { token: id } = rightOf(await issueToken(deps)(token, said)());
    const digestOfOther = must(Sha256)('f'.repeat(64));
    rightOf(await issueToken(deps)({ ...token, digest: digestOfOther }, said)());
    expect(rightOf(principalOfToken(deps)(id, digestOfOther))).toEqual(O.none);
    expect(rightOf(principalOfToken(deps)(must(AccessId)('a-none'), digest))).toEqual(O.none);
    expect(rightOf(principalOfAccount(deps)(id))).toEqual(O.none);
  });

  it('given that it is revoked, then nobody acts with it, and it says since when; revoking it once more is refused', async () => {
    const { deps, said, token } = await begin();
    const { token: id } = rightOf(await issueToken(deps)(token, said)());
    const since = must(LocalDate)('2026-06-30');
    rightOf(await revokeToken(deps)(id, said)());
    expect(rightOf(principalOfToken(deps)(id, digest))).toEqual(O.none);
    expect(rightOf(tokensAnswer(deps)).map(({ revokedOn }) => revokedOn)).toEqual([since]);
    const later = { ...said, effectiveOn: must(LocalDate)('2026-07-01') };
    expect(await revokeToken(deps)(id, later)()).toEqual(
      E.left({ _tag: 'Refused', refusal: { _tag: 'TokenIsRevoked', since }, step: 0 }),
    );
  });

  it('given no such token, then revoking it is refused', async () => {
    const { deps, said } = await begin();
    expect(await revokeToken(deps)(must(AccessId)('a-none'), said)()).toEqual(
      E.left({ _tag: 'Refused', refusal: { _tag: 'NotRegistered', what: 'token' }, step: 0 }),
    );
  });

  it.each([
    [
      { name: 'two\nlines' },
      {
        _tag: 'Invalid',
        message:
          '"two\nlines" is no name for a token; accepted are 1 to 80 characters on one line, such as "Quarterly figures".',
        field: 'name',
      },
    ],
    [
      { party: must(PartyId)('p-none') },
      {
        _tag: 'Missing',
        message: 'Nobody is known by the id "p-none": register them first.',
        field: 'party',
      },
    ],
    [
      { role: { role: 'reader', plan: must(PlanId)('harbuor') } as const },
      { _tag: 'Missing', message: 'There is no plan "harbuor" to give a role on.', field: 'plan' },
    ],
  ])('given %j, then it is refused and none is issued', async (wrong, failure) => {
    const { deps, said, token } = await begin();
    expect(await issueToken(deps)({ ...token, ...wrong }, said)()).toEqual(E.left(failure));
    expect(rightOf(tokensAnswer(deps))).toEqual([]);
  });
});
