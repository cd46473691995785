import type { Envelope, Source } from '../event/envelope.ts';
import type { Text } from '../words.ts';

/** What surrounds a command: its id, both clocks, who, on whose word, by which channel, why, from where. */
export type Circumstances = Omit<Envelope, 'id' | 'type' | 'version'>;

/** One order of a command; the steps of an import each have a reason and a place of their own. */
export type Step<Order> = Readonly<{ order: Order; why?: Text; source?: Source }>;
