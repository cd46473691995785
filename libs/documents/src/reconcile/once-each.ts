import type { Claim } from './claim.ts';

/** What a document says twice of one register counts once, as it said it first. */
export const onceEach = (claims: ReadonlyArray<Claim>): ReadonlyArray<Claim> => {
  const said = new Map<string, Claim>();
  for (const claim of claims) {
    const key = `${claim.subject}\n${claim.field}`;
    if (!said.has(key)) said.set(key, claim);
  }
  return [...said.values()];
};
