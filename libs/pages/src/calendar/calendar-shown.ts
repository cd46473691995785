import { ukInstant } from '../words/uk-instant.ts';

/** What there is of the address of somebody's calendar. */
export type CalendarShown = Readonly<{
  /** When it was made, and when a program came for it last; `null` where there is no address. */
  made: Readonly<{ at: string; lastUse: string | null }> | null;
  /** The address that was just made: shown this once. */
  address: string | null;
}>;

/** Where on a page the address of a calendar stands. */
export const calendarHash = '#calendar';

/** What is said on the page once something was done about the address. */
export const calendarNotices = {
  made: 'The calendar has a new address. It is shown on this page, this once.',
  removed: 'The calendar’s address is removed. Programs that had it get nothing any more.',
} as const;

/** An address as programs are called by it: they take it as a calendar to subscribe to, and not as a file to save. */
const asSubscription = (address: string): string => address.replace(/^https?:/u, 'webcal:');

/**
 * The address of a calendar for the macro `calendarAddress` of calendar/calendar-address.njk.
 * @param action where the form is sent to
 */
export const calendarView = (
  { made, address }: CalendarShown,
  csrfToken: string,
  action: string,
) => ({
  csrfToken,
  action,
  address,
  subscription: address === null ? null : asSubscription(address),
  made:
    made === null
      ? null
      : `Made on ${ukInstant(made.at)}. ${
          made.lastUse === null
            ? 'No program has come for it so far.'
            : `A program last came for it on ${ukInstant(made.lastUse)}.`
        }`,
});
