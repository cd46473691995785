import { type Account, type Document, type ProposedPlan } from '@trackrecord/documents';
import { expect } from 'vitest';

/** The refs that an account of each kind may name. */
const refsOf = (plan: ProposedPlan, kind: string): ReadonlySet<string> | undefined => {
  const refs = (items: ReadonlyArray<Readonly<{ ref: string }>>) =>
    new Set(items.map(({ ref }) => ref));
  switch (kind) {
    case 'priority':
      return refs(plan.priorities);
    case 'theme':
      return refs(plan.themes);
    case 'enabler':
      return refs(plan.enablers);
    case 'result':
      return refs(plan.results);
    case 'action':
      return refs(plan.actions);
    case 'target':
      return refs(plan.targets);
    case 'indicator':
      return refs(plan.indicators);
    case 'story':
      return refs(plan.stories);
    case 'data need':
      return refs(plan.dataNeeds);
    case 'glossary term':
      return new Set(plan.glossary.map(({ term }) => term));
    case 'party':
      return new Set(plan.parties.map(({ name }) => name));
    default:
      return undefined;
  }
};

const pointsAtNothing =
  (plan: ProposedPlan) =>
  (account: Account): boolean =>
    account.as === 'narrative'
      ? !plan.narratives.some(({ id }) => id === account.section)
      : refsOf(plan, account.of.kind)?.has(account.of.ref) === false;

/** The accounted text, put together again, is the document; and every account names something that is proposed. */
export const checkAccounts = (
  bytes: Uint8Array,
  { blocks }: Document,
  plan: ProposedPlan,
): void => {
  const rawOf = new Map(blocks.map(({ index, raw }) => [index, raw]));
  const accounted = [...new Set(plan.accounts.map(({ block }) => block))].sort((a, b) => a - b);
  const together = accounted.map((index) => rawOf.get(index) ?? '').join('');
  expect(Buffer.from(together).equals(Buffer.from(bytes))).toBe(true);
  expect(accounted.length).toBe(blocks.length);
  expect(plan.accounts.filter(pointsAtNothing(plan))).toEqual([]);
};
