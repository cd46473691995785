import type { PlanId } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import type * as O from 'fp-ts/lib/Option.js';

/** What a link is for: to answer for one thing that was asked, or to stop the messages to one person. */
export type LinkPurpose = 'answer' | 'stop';

/** What a link says: which message of which plan's run it stood in. Who got it and what it asked, the log knows. */
export type LinkClaims = Readonly<{
  purpose: LinkPurpose;
  plan: PlanId;
  /** The day of the run. */
  run: LocalDate;
  message: number;
  /** Which thing of the message, from 1; 0 for the message itself. */
  item: number;
  /** The last day on which it can be used. */
  endsOn: LocalDate;
}>;

/** Makes links that nobody else can make, and knows them again. */
export type SignedLinks = Readonly<{
  /** What goes into an address: letters, digits, `-`, `_` and `.` only. */
  sign: (claims: LinkClaims) => string;
  /** `none` for anything that was not signed here, whichever byte of it is another. It may have ended. */
  read: (token: string) => O.Option<LinkClaims>;
}>;
