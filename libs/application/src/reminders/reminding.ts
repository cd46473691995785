import { PartyId } from '@trackrecord/domain';
import type { BankHolidays } from '../ports/bank-holidays.ts';
import type { LetterWriter } from '../ports/letter-writer.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { SignedLinks } from '../ports/signed-links.ts';
import type { Readable, Writable } from '../trackrecord.ts';

/** What it takes to tell what reminders are due. */
export type Foreseeing = Readable & Readonly<{ bankHolidays: BankHolidays }>;

/** What it takes to send them. */
export type Reminding = Writable &
  Foreseeing &
  Readonly<{
    mailer: Mailer;
    writeLetter: LetterWriter;
    links: SignedLinks;
    /** Where people reach the product, without a slash at the end: `https://plans.example`. */
    publicUrl: string;
  }>;

const named = (id: string): PartyId => {
  if (PartyId.is(id)) return id;
  throw new Error(`${id} is no party id`);
};

/** Who records what the product does by itself: nobody who is registered, and no person. */
export const trackrecord: PartyId = named('trackrecord');
