import type { Principal } from '@trackrecord/application';
import { AccessId, PartyId, PlanId, type Role, SignInName } from '@trackrecord/domain';
import type * as t from 'io-ts';
import type { Came } from './test-browser.ts';

/** A value that a specification knows to be accepted. */
const known = <A>(codec: t.Type<A, unknown, unknown>, value: unknown): A => {
  if (codec.is(value)) return value;
  throw new Error(`${String(value)} is not accepted`);
};

/** Somebody with a role on a plan, or on every plan (`null`). */
export const somebodyAs = (
  party: string,
  name: string,
  role: Role,
  plan: string | null,
): Principal => ({
  party: known(PartyId, party),
  name,
  grants: [{ role, plan: plan === null ? null : known(PlanId, plan) }],
  credential: {
    _tag: 'Account',
    account: known(AccessId, `a-${party}`),
    signInName: known(SignInName, party),
  },
});

/** A page that came, and nothing else. */
export const pageIn = (came: Came): Extract<Came, { _tag: 'Page' }> => {
  if (came._tag === 'Page') return came;
  throw new Error(`no page: ${JSON.stringify(came)}`);
};

/** The words of a page as a reader sees them. */
export const wordsIn = (came: Came): string =>
  pageIn(came)
    .html.replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

/** What is said of an answer in a line: where it led and what was said there, or what was wrong with which field. */
export const toldBy = (came: Came): ReadonlyArray<string> => {
  switch (came._tag) {
    case 'Page':
      return [
        String(came.status),
        ...came.errors.map(({ field, message }) => `${field}: ${message}`),
      ];
    case 'Redirect':
      return [came.to, came.notice?.text ?? ''];
    case 'Failed':
      return [came.failure._tag];
    case 'Other':
      return [came.reply._tag];
  }
};
