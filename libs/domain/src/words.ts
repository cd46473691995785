import { type Branded, brandedString } from '@trackrecord/kernel';
import * as t from 'io-ts';

/** No control characters, and no half of a surrogate pair. */
const isPlain = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);

const isShortLine = (text: string): boolean =>
  text.length > 0 && text.length <= 80 && text.trim() === text && isPlain(text);

/** What an item of a plan is known by: "27", "2(i).4", "7a". Up to 80 characters on one line. */
export type Ref = Branded<string, 'Ref'>;
export const Ref: t.Type<Ref, string> = brandedString('Ref', isShortLine);

/** Free text, kept as written: never empty, at most 100,000 characters. */
export type Text = Branded<string, 'Text'>;
export const Text: t.Type<Text, string> = brandedString(
  'Text',
  (text) => text.length <= 100_000 && text.trim().length > 0 && text.isWellFormed(),
);

const timeZoneShape = /^(UTC|[A-Z][A-Za-z_]*(\/[A-Z][A-Za-z_+-]*){1,2})$/;

/** The name of a time zone, "Europe/London". */
export const TimeZone: t.Type<string, string> = new t.Type(
  'TimeZone',
  (value): value is string => typeof value === 'string' && timeZoneShape.test(value),
  (value, context) =>
    typeof value === 'string' && timeZoneShape.test(value)
      ? t.success(value)
      : t.failure(value, context),
  (value) => value,
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

/** The id of an account or of a token; it tells nothing about whose it is. */
export type AccessId = Branded<string, 'AccessId'>;
export const AccessId: t.Type<AccessId, string> = brandedString('AccessId', slug);

/** What a token is called, for people to tell it from others: up to 80 characters on one line. */
export type TokenName = Branded<string, 'TokenName'>;
export const TokenName: t.Type<TokenName, string> = brandedString('TokenName', isShortLine);

/** A webhook's id; it tells nothing about where it leads. */
export type WebhookId = Branded<string, 'WebhookId'>;
export const WebhookId: t.Type<WebhookId, string> = brandedString('WebhookId', slug);

/** What a webhook is called, for people to tell it from others: up to 80 characters on one line. */
export type WebhookName = Branded<string, 'WebhookName'>;
export const WebhookName: t.Type<WebhookName, string> = brandedString('WebhookName', isShortLine);

/** An address that news can be sent to; which ones may be called is the application's rule. */
export type WebhookAddress = Branded<string, 'WebhookAddress'>;
export const WebhookAddress: t.Type<WebhookAddress, string> = brandedString(
  'WebhookAddress',
  (text) => /^https?:\/\/[^\s\p{Cc}\p{Cs}#]{1,1990}$/u.test(text),
);

const kinds = 'priority|theme|enabler|result|action|target|dataNeed|indicator';
const subjectShape = new RegExp(`^(plan|(${kinds}):[^\\p{Cc}\\p{Cs}]{1,80})$`, 'u');

/** What something is about: the plan, or one of its items: `plan`, `priority:7a`, `action:27`. */
export type Subject = Branded<string, 'Subject'>;
export const Subject: t.Type<Subject, string> = brandedString('Subject', (text) =>
  subjectShape.test(text),
);
