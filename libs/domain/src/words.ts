import { type Branded, brandedString } from '@trackrecord/kernel';
import type * as t from 'io-ts';

const hasControlCharacters = (text: string): boolean => /\p{Cc}/u.test(text);

/** What an item of a plan is known by: "27", "2(i).4", "7a". Up to 80 characters on one line. */
export type Ref = Branded<string, 'Ref'>;
export const Ref: t.Type<Ref, string> = brandedString(
  'Ref',
  (text) =>
    text.length > 0 && text.length <= 80 && text.trim() === text && !hasControlCharacters(text),
);

/** Free text, kept as written: never empty, at most 100,000 characters. */
export type Text = Branded<string, 'Text'>;
export const Text: t.Type<Text, string> = brandedString(
  'Text',
  (text) => text.length <= 100_000 && text.trim().length > 0,
);

const slug = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,79}$/.test(text);

/** A plan's id: lower-case letters, digits and hyphens. */
export type PlanId = Branded<string, 'PlanId'>;
export const PlanId: t.Type<PlanId, string> = brandedString('PlanId', slug);

/** A person's or an organisation's id; it tells nothing about who it is. */
export type PartyId = Branded<string, 'PartyId'>;
export const PartyId: t.Type<PartyId, string> = brandedString('PartyId', slug);

export type IndicatorId = Branded<string, 'IndicatorId'>;
export const IndicatorId: t.Type<IndicatorId, string> = brandedString('IndicatorId', slug);

export type PartnershipId = Branded<string, 'PartnershipId'>;
export const PartnershipId: t.Type<PartnershipId, string> = brandedString('PartnershipId', slug);

export type ReviewId = Branded<string, 'ReviewId'>;
export const ReviewId: t.Type<ReviewId, string> = brandedString('ReviewId', slug);

const kinds = 'priority|theme|enabler|result|action|target|indicator';
const subjectShape = new RegExp(`^(plan|(${kinds}):\\P{Cc}{1,80})$`, 'u');

/** What something is about: the plan, or one of its items: `plan`, `priority:7a`, `action:27`. */
export type Subject = Branded<string, 'Subject'>;
export const Subject: t.Type<Subject, string> = brandedString('Subject', (text) =>
  subjectShape.test(text),
);
