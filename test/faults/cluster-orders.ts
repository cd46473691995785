import {
  circumstancesOf,
  type Done,
  type Failure,
  carryOut,
  streamOf,
} from '@trackrecord/application';
import {
  AddNote,
  AssignOwner,
  ChangeRating,
  ConfirmNoChange,
  CreateAction,
  decidePlan,
  GiveUpdate,
  PartyId,
  type PlanOrder,
  RegisterPlan,
  ReleaseOwner,
  RemoveRating,
  RequestUpdate,
  SetTimescale,
  Text,
} from '@trackrecord/domain';
import { LocalDate, type Ordinal } from '@trackrecord/kernel';
import { must, order } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import type { Chance } from './cluster-chance.ts';
import type { Desk } from './cluster-desk.ts';

const actions = Array.from({ length: 8 }, (_, n) => String(n + 1));

type Plans = readonly [string, ...ReadonlyArray<string>];

/** A tenth of all that happens is about one of them, so that nodes meet. */
const planOf = (plans: Plans, chance: Chance): string =>
  chance.comes(0.1) ? plans[0] : chance.oneOf(...plans);

const actionOf = (chance: Chance): string => actions[chance.below(actions.length)] ?? '1';
const partyOf = (chance: Chance): string => `p-${chance.below(6)}`;
const dateOf = (chance: Chance): string =>
  `2026-0${1 + chance.below(6)}-${String(1 + chance.below(28)).padStart(2, '0')}`;

/** What somebody asks for; some of it is refused, depending on what others have done. */
const orderOf = (chance: Chance): PlanOrder => {
  const action = actionOf(chance);
  const number = chance.below(40);
  return chance.oneOf<() => PlanOrder>(
    () => order(ChangeRating, { action, rating: chance.oneOf('Red', 'Amber', 'Green') }),
    () => order(ChangeRating, { action, rating: chance.oneOf('Red', 'Amber', 'Green') }),
    () => order(RemoveRating, { action }),
    () => order(AddNote, { action, note: `n-${number}`, text: `Said ${chance.below(1000)}.` }),
    () =>
      order(AssignOwner, { action, party: partyOf(chance), role: chance.oneOf('lead', 'support') }),
    () => order(ReleaseOwner, { action, party: partyOf(chance) }),
    () =>
      order(SetTimescale, {
        action,
        timescale: { asWritten: `By ${dateOf(chance)}`, latest: dateOf(chance) },
      }),
    () =>
      order(RequestUpdate, {
        action,
        request: `r-${number}`,
        of: [partyOf(chance)],
        words: 'What is new?',
        dueOn: dateOf(chance),
      }),
    () => order(GiveUpdate, { action, rating: chance.oneOf('Red', 'Amber', 'Green') }),
    () => order(ConfirmNoChange, { action }),
  )();
};

type Asking = Readonly<{
  plan: string;
  on: string;
  /** In its author's words, which are in the audit trail. */
  why: string;
  orders: ReadonlyArray<PlanOrder>;
  basedOn?: Ordinal | undefined;
}>;

/** What was asked about which plan, and what came of it. */
export type Asked = Readonly<{ plan: string; outcome: E.Either<Failure, Done> }>;

const carriedOut = async (desk: Desk, asking: Asking): Promise<Asked> => {
  const { plan, on, why, orders, basedOn } = asking;
  const outcome = await carryOut(desk)({
    stream: streamOf('plan', plan),
    decide: decidePlan,
    circumstances: circumstancesOf(desk, {
      by: must(PartyId)('p-0'),
      effectiveOn: must(LocalDate)(on),
      why: must(Text)(why),
      channel: 'command line',
    }),
    steps: () => E.right(orders.map((one) => ({ order: one }))),
    basedOn,
  })();
  return { plan, outcome };
};

/** Registers a plan with its actions. */
export const registerPlan = (desk: Desk, plan: string): Promise<Asked> =>
  carriedOut(desk, {
    plan,
    on: '2026-01-01',
    why: 'It was agreed.',
    orders: [
      order(RegisterPlan, { plan, title: `Plan ${plan}`, timeZone: 'Europe/London' }),
      ...actions.map((action) =>
        order(CreateAction, {
          action,
          ref: action,
          label: `${action}.`,
          title: `Do ${action}`,
          under: { results: [] },
        }),
      ),
    ],
  });

export type Asker = Readonly<{ plans: Plans; chance: Chance }>;

/** Somebody asks for one thing, or two; where they looked before, at what they saw then. */
export const askForOne = (
  desk: Desk,
  { plans, chance }: Asker,
  { why, basedOn }: Pick<Asking, 'why' | 'basedOn'>,
): Promise<Asked> =>
  carriedOut(desk, {
    plan: planOf(plans, chance),
    on: dateOf(chance),
    why,
    orders: [orderOf(chance), ...(chance.comes(0.2) ? [orderOf(chance)] : [])],
    basedOn,
  });
