import type { Call, CallFault, CallKind, DeliveryFault, Peer } from '../cluster-peer/index.ts';
import { type Chance, chanceOf } from './cluster-chance.ts';
import type { TurnTime } from './cluster-turns.ts';

/** How probable it is that a call, or an event on its way to a follower, meets a fault. */
export type Rates = Readonly<{ append: number; other: number; delivery: number }>;

/** What the faults of one peer are made of. */
export type Misfortunes = Readonly<{
  seed: number;
  /** The name of the peer: each has faults of its own. */
  name: string;
  rates: Rates;
  time: TurnTime;
  /** Told of each fault as it comes. */
  told: (what: string) => void;
}>;

/** Longer than a deadline at times: then what was slow lands after it was given up. */
const slowest_ms = 8_000;

const slow = (chance: Chance, time: TurnTime): Promise<void> =>
  time.delay(chance.next() ** 2 * slowest_ms);

const momentOf = (chance: Chance) => chance.oneOf('before', 'after');

const appendFault = (chance: Chance, time: TurnTime): CallFault => {
  const moment = momentOf(chance);
  return chance.oneOf<() => CallFault>(
    () => ({ _tag: 'Silent', moment }),
    () => ({ _tag: 'Drop', moment }),
    () => ({ _tag: 'TimedOut', moment }),
    () => ({ _tag: 'Ended', moment }),
    () => ({ _tag: 'Slow', moment, until: slow(chance, time) }),
    () => ({
      _tag: 'Slow',
      moment,
      until: slow(chance, time),
      then: { _tag: 'Drop', moment: momentOf(chance) },
    }),
    () => ({ _tag: 'NotLeader' }),
    () => ({ _tag: 'NotReady' }),
    () => ({ _tag: 'TooBusy' }),
  )();
};

/** An answer that ends too soon as if it were whole is none of them: nobody could tell, and no server gives one. */
const questionFault = (chance: Chance, time: TurnTime): CallFault =>
  chance.oneOf<() => CallFault>(
    () => ({ _tag: 'Silent', moment: 'before' }),
    () => ({ _tag: 'Drop', moment: momentOf(chance) }),
    () => ({ _tag: 'TimedOut', moment: 'before' }),
    () => ({ _tag: 'Slow', moment: 'before', until: slow(chance, time) }),
    () => ({ _tag: 'NotLeader' }),
    () => ({ _tag: 'NotReady' }),
    () => ({ _tag: 'TooBusy' }),
  )();

const callFault = (kind: CallKind, chance: Chance, time: TurnTime): CallFault => {
  switch (kind) {
    case 'Append':
      return appendFault(chance, time);
    case 'Subscribe':
      return chance.comes(0.2)
        ? { _tag: 'Ended', moment: momentOf(chance) }
        : questionFault(chance, time);
    case 'Gossip':
      // The client waits for gossip by a timer of its own.
      return { _tag: 'Drop', moment: momentOf(chance) };
    default:
      return questionFault(chance, time);
  }
};

const deliveryFault = (chance: Chance, time: TurnTime): DeliveryFault =>
  chance.oneOf<() => DeliveryFault>(
    () => ({ _tag: 'Twice' }),
    () => ({ _tag: 'Twice' }),
    () => ({ _tag: 'Drop' }),
    () => ({ _tag: 'Ended' }),
    () => ({ _tag: 'NotReady' }),
    () => ({ _tag: 'Silent' }),
    () => ({ _tag: 'Slow', until: slow(chance, time) }),
  )();

const inWords = (fault: CallFault): string => {
  const moment = 'moment' in fault ? ` ${fault.moment}` : '';
  const then = fault._tag === 'Slow' && fault.then ? `, then ${inWords(fault.then)}` : '';
  return `${fault._tag}${moment}${then}`;
};

/** From now on a peer has the faults of its seed: the same for the n-th call of a kind each time. */
export const befall = (
  { faults }: Pick<Peer, 'faults'>,
  { seed, name, rates, time, told }: Misfortunes,
): void => {
  faults.plan(({ kind, number }: Call) => {
    const chance = chanceOf(seed, `${name} ${kind} ${number}`);
    if (!chance.comes(kind === 'Append' ? rates.append : rates.other)) return undefined;
    const fault = callFault(kind, chance, time);
    told(`${name}, ${kind} ${number}: ${inWords(fault)}`);
    return fault;
  });
  faults.planDeliveries(({ kind, call, number }) => {
    const chance = chanceOf(seed, `${name} delivery ${kind} ${call.number} ${number}`);
    if (!chance.comes(rates.delivery)) return undefined;
    const fault: DeliveryFault =
      kind === 'Subscribe' ? deliveryFault(chance, time) : { _tag: 'Drop' };
    told(`${name}, event ${number} of ${kind} ${call.number}: ${fault._tag}`);
    return fault;
  });
};
