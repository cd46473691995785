import {
  AccessId,
  CadenceByRating,
  ColumnHead,
  Days,
  EmailAddress,
  IndicatorId,
  PartnershipId,
  PartyId,
  PlanId,
  Rating,
  Ref,
  ReviewId,
  Subject,
  SignInName,
  Text,
  TimeOfDay,
  TimeZone,
  TokenName,
  WebhookAddress,
  WebhookId,
  WebhookName,
} from '@trackrecord/domain';
import {
  CommandId,
  Count,
  EventId,
  Instant,
  JsonNumber,
  JsonString,
  LocalDate,
  Ordinal,
  Sha256,
} from '@trackrecord/kernel';
import * as fc from 'fast-check';
import * as t from 'io-ts';
import { closeDates, documentNumber, eventIdNumber } from './arbitrary-entries.ts';
import type { Leaves } from './arbitrary-of.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 20 });

const date = fc
  .date({
    min: new Date('0001-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((at) => at.toISOString());

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);

const ref = fc.oneof(
  fc.constantFrom('27', '2(i).4', '7a', 'action:1', 'n/1'),
  anyText.filter((text) => Ref.is(text)),
);

const subject = fc.oneof(
  fc.constant('plan'),
  fc
    .tuple(fc.constantFrom('priority', 'theme', 'action', 'target', 'dataNeed', 'indicator'), ref)
    .map(([kind, of]) => `${kind}:${of}`),
);

const anyNumber = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  // -0 is 0 in canonical JSON.
  .map((value) => value + 0);

const shared: ReadonlyArray<readonly [t.Mixed, fc.Arbitrary<unknown>]> = [
  [Instant, date],
  [CommandId, fc.uuid()],
  [Ordinal, fc.nat()],
  [Count, fc.nat()],
  [JsonNumber, anyNumber],
  [t.number, anyNumber],
  [t.string, anyText],
  [t.boolean, fc.boolean()],
  [JsonString, anyText],
  [TimeZone, fc.constantFrom('Europe/London', 'UTC', 'America/Argentina/Ushuaia')],
  [PartnershipId, slug],
  [ReviewId, slug],
  [AccessId, slug],
  [WebhookId, slug],
  [WebhookAddress, fc.webUrl().filter((text) => WebhookAddress.is(text))],
  [EmailAddress, fc.constantFrom('m.reed@harbour.example', 'o+x@a-b.c.example')],
  [Days, fc.integer({ min: 1, max: 366 })],
  [TimeOfDay, fc.constantFrom('00:00', '09:00', '23:59')],
  [
    CadenceByRating,
    fc.dictionary(fc.constantFrom('Red', 'Green', 'Not rated'), fc.integer({ min: 0, max: 25 }), {
      noNullPrototype: true,
    }),
  ],
];

/** Values of every kind that each brand takes: for what must hold of any event. */
export const anyLeaves: Leaves = new Map([
  ...shared,
  [LocalDate, date.map((text) => text.slice(0, 10))],
  [EventId, fc.uuid()],
  [Sha256, fc.stringMatching(/^[0-9a-f]{64}$/)],
  [Ref, ref],
  [Text, anyText.filter((text) => Text.is(text))],
  [
    SignInName,
    fc.oneof(
      fc.constantFrom('m.reed', 'mr@harbour.example', 'æsa'),
      anyText.filter((text) => SignInName.is(text)),
    ),
  ],
  [
    ColumnHead,
    fc.oneof(
      fc.constantFrom('Where are we?', 'RAG/BRAG', '#'),
      anyText.filter((text) => ColumnHead.is(text)),
    ),
  ],
  [TokenName, ref],
  [WebhookName, ref],
  [PlanId, slug],
  [PartyId, slug],
  [IndicatorId, slug],
  [Subject, subject.filter((text) => Subject.is(text))],
  [
    Rating,
    fc.oneof(
      fc.constantFrom('Red', 'Amber/Green'),
      anyText.filter((text) => Rating.is(text)),
    ),
  ],
]);

const few = ['1', '2'];

/** Few values of each brand, so that events and commands meet in the same things. */
export const fewLeaves: Leaves = new Map([
  ...shared,
  [LocalDate, closeDates],
  [EventId, fc.integer({ min: 1, max: 12 }).map(eventIdNumber)],
  [Count, fc.oneof(fc.nat(3), fc.nat())],
  [Sha256, fc.constantFrom(documentNumber(1), documentNumber(2))],
  [Ref, fc.constantFrom(...few)],
  [Text, fc.constantFrom('one', 'two')],
  [JsonString, fc.constantFrom('', 'one', 'action:1', 'rating')],
  [SignInName, fc.constantFrom('ada', 'ben')],
  [ColumnHead, fc.constantFrom('Where', 'where')],
  [TokenName, fc.constantFrom(...few)],
  [WebhookName, fc.constantFrom(...few)],
  [PlanId, fc.constantFrom('harbour', 'vale')],
  [PartyId, fc.constantFrom('p-1', 'p-2')],
  [IndicatorId, fc.constantFrom('ni-1', 'ni-2')],
  [
    Subject,
    fc.constantFrom(
      'plan',
      ...[
        'priority',
        'theme',
        'enabler',
        'result',
        'action',
        'target',
        'dataNeed',
        'indicator',
      ].flatMap((kind) => few.map((one) => `${kind}:${one}`)),
    ),
  ],
  [Rating, fc.constantFrom('Red', 'Amber', 'Green', 'Purple')],
]);
