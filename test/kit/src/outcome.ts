import type { Refusal } from '@trackrecord/domain';

/** What comes of a command: its events by name and what they carry, or why it was not carried out. */
export type Outcome =
  | Readonly<{ _tag: 'Events'; events: ReadonlyArray<readonly [string, unknown]> }>
  | Readonly<{ _tag: 'Refused'; refusal: unknown }>;

/** "These events happen." */
export const events = (...list: ReadonlyArray<readonly [string, unknown]>): Outcome => ({
  _tag: 'Events',
  events: list,
});

/** "Accepted, nothing new." */
export const nothingNew: Outcome = events();

/** "Not carried out", and why. */
export const refused = <Why extends Readonly<{ _tag: Refusal['_tag'] }>>(
  refusal: Why,
): Outcome => ({
  _tag: 'Refused',
  refusal,
});
