import { mayOn, mayOnTheirs, type OwedAnswer, type PlanAnswer } from '@trackrecord/application';
import type { MayAbout, OwedLine } from '@trackrecord/pages';
import type { Visitor } from '../../http/exchange.ts';

const nothing: MayAbout = { update: false, ask: false };

/** The actions that are somebody's own: they lead or support them, or an open request asks them. */
const owned = (
  plans: ReadonlyMap<string, PlanAnswer>,
  debts: ReadonlyArray<OwedAnswer>,
  own: ReadonlySet<string>,
): ReadonlySet<string> => {
  const led = [...plans].flatMap(([plan, { actions }]) =>
    actions
      .filter(({ owners }) => owners.some(({ party }) => own.has(party)))
      .map(({ ref }) => `${plan} ${ref}`),
  );
  const asked = debts
    .filter(({ reason, party }) => reason === 'asked' && party !== null && own.has(party.id))
    .map(({ plan, action }) => `${plan} ${action ?? ''}`);
  return new Set([...led, ...asked]);
};

/** What a visitor may do about each line: owners give updates on what is theirs, managers on everything. */
export const mayAboutOf = (
  visitor: Visitor,
  plans: ReadonlyMap<string, PlanAnswer>,
  debts: ReadonlyArray<OwedAnswer>,
  own: ReadonlySet<string>,
): ((line: OwedLine) => MayAbout) => {
  if (visitor._tag === 'Nobody') return () => nothing;
  const { principal } = visitor;
  const theirs = owned(plans, debts, own);
  return ({ plan, ref }) => ({
    update:
      mayOn(principal, 'update', plan) ||
      (mayOnTheirs(principal, 'update', plan) && theirs.has(`${plan} ${ref}`)),
    ask: mayOn(principal, 'manage', plan),
  });
};
