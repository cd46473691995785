import type { DueReminder } from '@trackrecord/application';
import { partyPath } from '../parties/party-links.ts';
import { count } from '../words/count.ts';
import { standsInFor } from './reminder-words.ts';

/** Somebody who is asked, as a row of a table. */
export type PersonAsked = Readonly<{
  name: string;
  href: string;
  things: string;
  insteadOf: string;
}>;

/** Who is asked for how much, and in whose stead; the messages to one person together. */
export const peopleAsked = (reminders: ReadonlyArray<DueReminder>): ReadonlyArray<PersonAsked> =>
  [...Map.groupBy(reminders, ({ to }) => to.party)].flatMap(([party, theirs]) => {
    const items = theirs.flatMap((reminder) => reminder.items);
    const things = count(items.length, 'thing');
    return theirs.slice(0, 1).map(({ to }) => ({
      name: to.name,
      href: partyPath(party),
      things: theirs.length === 1 ? things : `${things}, in ${count(theirs.length, 'message')}`,
      insteadOf: standsInFor({ items }),
    }));
  });
