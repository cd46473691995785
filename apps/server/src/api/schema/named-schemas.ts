import { type JsonSchema, schemaRef } from './json-schema.ts';

/** What a brand accepts: for programs as a schema, for people in words. */
export type NamedSchema = Readonly<{ schema: JsonSchema; words: string }>;

// Patterns are read with and without Unicode by different validators: these mean the same to both, as far as can be.
const control = '\\u0000-\\u001f\\u007f-\\u009f';
const invisible = '\\u00ad\\u0600-\\u0605\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff';
const letters = 'A-Za-z0-9\\p{L}\\p{N}';

const slug = (what: string, example: string): NamedSchema => ({
  schema: {
    type: 'string',
    pattern: '^[a-z0-9][a-z0-9-]{0,79}$',
    description: what,
    examples: [example],
  },
  words: `lower-case letters, digits and hyphens, up to 80, such as ${example}`,
});

const uuid = (what: string): NamedSchema => ({
  schema: {
    type: 'string',
    format: 'uuid',
    pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    description: what,
    examples: ['7d444840-9dc0-11d1-b245-5ffdce74fad2'],
  },
  words: 'a UUID in lower case, such as 7d444840-9dc0-11d1-b245-5ffdce74fad2',
});

const line = (what: string, example: string, longest = 80): NamedSchema => ({
  schema: {
    type: 'string',
    minLength: 1,
    maxLength: longest,
    pattern: `^(?!\\s)[^${control}]+(?<!\\s)$`,
    description: what,
    examples: [example],
  },
  words: `up to ${longest} characters on one line, such as ${example}`,
});

const subjectKinds = 'priority|theme|enabler|result|action|target|dataNeed|indicator';

/** The schemas of brands, by the names of their codecs. A brand that is missing here fails a spec. */
export const namedSchemas: Readonly<Record<string, NamedSchema>> = {
  AccessId: slug('The id of an account or of a token.', 'a-4c1f'),
  ColumnHead: line('The head of a column, as a document has it.', 'Where are we?', 200),
  CommandId: uuid('The id of a command: the same command sent again has the same.'),
  Count: {
    schema: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    words: 'a whole number from 0, such as 12',
  },
  Days: {
    schema: { type: 'integer', minimum: 1, maximum: 366, description: 'A number of days.' },
    words: 'a whole number of days, 1 to 366',
  },
  EmailAddress: {
    schema: {
      type: 'string',
      maxLength: 254,
      pattern:
        "^(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+([A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59})$",
      description: 'An address of electronic mail.',
      examples: ['m.reed@harbour.example'],
    },
    words: 'an address of electronic mail, such as m.reed@harbour.example',
  },
  EventId: uuid('The id of an event.'),
  MessageNumber: {
    schema: {
      type: 'string',
      pattern: '^[1-9][0-9]{0,5}$',
      description: 'The number of a message, from 1.',
    },
    words: 'the number of a message, such as 3',
  },
  IndicatorId: slug('An indicator’s id.', 'ni-901'),
  Instant: {
    schema: {
      type: 'string',
      format: 'date-time',
      pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$',
      description: 'An instant in UTC to the millisecond.',
      examples: ['2026-03-31T09:30:00.000Z'],
    },
    words: 'an instant in UTC to the millisecond, such as 2026-03-31T09:30:00.000Z',
  },
  Json: { schema: { description: 'Any JSON value.' }, words: 'any JSON value' },
  JsonNumber: { schema: { type: 'number' }, words: 'a number, such as 41.5' },
  JsonString: {
    schema: { type: 'string', description: 'Text, which may be empty.' },
    words: 'text, which may be empty',
  },
  LocalDate: {
    schema: {
      type: 'string',
      format: 'date',
      pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}$',
      description: 'A calendar date that exists.',
      examples: ['2026-03-31'],
    },
    words: 'a date that exists, YYYY-MM-DD, such as 2026-03-31',
  },
  NameOrId: {
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: 1000,
      pattern: '\\S',
      description: 'A party by its name or by its id.',
      examples: ['I. Farrow'],
    },
    words: 'the name or the id of somebody who is known, such as I. Farrow',
  },
  Ordinal: {
    schema: {
      type: 'integer',
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'An event’s number in the log’s order, from 1; 0 is before everything.',
      examples: [812],
    },
    words: 'an ordinal, a whole number such as 812',
  },
  PartnershipId: slug('A partnership’s id.', 'harbour-partnership'),
  PartyId: slug('A person’s or an organisation’s id.', 'p-4c1f'),
  PlanId: slug('A plan’s id.', 'harbour'),
  ProgressWord: uuid('By which whoever sends a document asks how far it has come.'),
  Rating: {
    schema: {
      type: 'string',
      pattern: `^(?!Not rated$)[A-Za-z\\p{L}]([${letters} /-]{0,38}[${letters}/-])?$`,
      description: 'A word on the plan’s scale; never “Not rated”, which is no rating.',
      examples: ['Amber'],
    },
    words: 'a word on the plan’s scale, up to 40 characters, such as Red, Amber or Green',
  },
  RecordedEvent: {
    schema: {
      type: 'object',
      description:
        'An event of the log, as docs/events.md lists them: when it was true and recorded, who said it by which channel, and its own data.',
      properties: {
        id: schemaRef('EventId'),
        type: { type: 'string' },
        version: { type: 'number' },
        commandId: schemaRef('CommandId'),
        effectiveOn: schemaRef('LocalDate'),
        recordedAt: schemaRef('Instant'),
        recordedBy: {
          type: 'object',
          properties: { party: schemaRef('PartyId'), verified: { type: 'boolean' } },
          required: ['party', 'verified'],
        },
        channel: { type: 'string' },
        onWordOf: schemaRef('PartyId'),
        why: schemaRef('Text'),
        source: { type: 'object' },
        data: { type: 'object' },
      },
      required: [
        'id',
        'type',
        'version',
        'commandId',
        'effectiveOn',
        'recordedAt',
        'recordedBy',
        'channel',
        'data',
      ],
    },
    words: 'an event of the log',
  },
  Ref: line('What an item of a plan is known by.', '2(i).4'),
  ReviewId: slug('A review’s id.', 'harbour-2026-03-31'),
  Sha256: {
    schema: {
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
      description: 'The SHA-256 of a document.',
    },
    words: '64 hexadecimal digits in lower case',
  },
  SignInName: {
    schema: {
      type: 'string',
      pattern: `^[^\\s${control}${invisible}]{3,80}$`,
      description: 'What a person signs in with; case does not count.',
      examples: ['m.reed'],
    },
    words: '3 to 80 characters without spaces, such as m.reed',
  },
  Subject: {
    schema: {
      type: 'string',
      pattern: `^(plan|(${subjectKinds}):[^${control}]{1,80})$`,
      description: 'The plan, or one of its items by its kind and ref.',
      examples: ['priority:7a'],
    },
    words: 'the plan or one of its items, such as plan, priority:7a or action:27',
  },
  Text: {
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: 100_000,
      pattern: '\\S',
      description: 'Text as written, never empty.',
      examples: ['Two more schools have joined.'],
    },
    words: 'words, up to 100,000 characters',
  },
  TimeOfDay: {
    schema: {
      type: 'string',
      pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
      description: 'A time of day.',
      examples: ['09:00'],
    },
    words: 'a time of day from 00:00 to 23:59, such as 09:00',
  },
  TimeZone: {
    schema: {
      type: 'string',
      pattern: '^(UTC|[A-Z][A-Za-z_]*(\\/[A-Z][A-Za-z_+-]*){1,2})$',
      description: 'The name of a time zone.',
      examples: ['Europe/London'],
    },
    words: 'the name of a time zone, such as Europe/London',
  },
  TokenName: line('What a token is called.', 'Quarterly figures'),
  WebhookAddress: {
    schema: {
      type: 'string',
      format: 'uri',
      maxLength: 1998,
      pattern: `^https?:\\/\\/[^\\s${control}#]+$`,
      description: 'An address that news is sent to.',
      examples: ['https://cases.harbour.example/trackrecord'],
    },
    words:
      'an address that begins with https://, such as https://cases.harbour.example/trackrecord',
  },
  WebhookId: slug('A webhook’s id.', 'w-77c2'),
  WebhookName: line('What a webhook is called.', 'Case system'),
};
