import type { Day } from './days.ts';

/** What happens around a plan, as the simulation tells it to the plan's system and to the oracle alike. */
export type Happening =
  | Readonly<{
      is: 'created';
      action: string;
      on: Day;
      leads: ReadonlyArray<string>;
      supporters: ReadonlyArray<string>;
      latest?: Day;
    }>
  | Readonly<{ is: 'rated'; action: string; on: Day; rating: string }>
  /** An update in words, with a rating or without; `only` where it answers some of what was asked, and not all. */
  | Readonly<{
      is: 'told';
      action: string;
      on: Day;
      rating?: string;
      only?: ReadonlyArray<string>;
    }>
  | Readonly<{ is: 'no change'; action: string; on: Day }>
  | Readonly<{
      is: 'asked';
      action: string;
      on: Day;
      request: string;
      of: ReadonlyArray<string>;
      due?: Day;
    }>
  | Readonly<{ is: 'waived'; action: string; on: Day; request: string }>
  | Readonly<{ is: 'closed'; action: string; on: Day }>
  | Readonly<{ is: 'assigned'; action: string; on: Day; party: string; role: 'lead' | 'support' }>
  | Readonly<{ is: 'released'; action: string; on: Day; party: string }>
  | Readonly<{ is: 'timescale'; action: string; on: Day; latest: Day }>
  | Readonly<{ is: 'registered'; party: string; on: Day; kind: 'person' | 'organisation' }>
  | Readonly<{ is: 'address'; party: string; on: Day; address: string }>
  | Readonly<{ is: 'joined'; party: string; on: Day; organisation: string }>
  | Readonly<{ is: 'declined'; party: string; on: Day }>;

/** An address at which nobody is. */
export const bounces = (address: string): boolean => address.startsWith('gone.');
