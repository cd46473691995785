import {
  accessEvents,
  allEvents,
  Envelope,
  type EventKind,
  indicatorEvents,
  partnershipEvents,
  partyEvents,
  planEvents,
  reminderEvents,
  reviewEvents,
  webhookEvents,
} from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import { isKeyof, isList, isUnion } from '@trackrecord/test-kit';
import type * as t from 'io-ts';
import { format, resolveConfig } from 'prettier';
import { type Field, fieldsOf, namedIn, typeOf } from './field.ts';
import { plainTypes } from './plain-types.ts';

const streams: ReadonlyArray<
  Readonly<{ of: string; name: string; kinds: ReadonlyArray<EventKind> }>
> = [
  { of: 'a plan', name: 'plan-…', kinds: planEvents },
  { of: 'an indicator', name: 'indicator-…', kinds: indicatorEvents },
  { of: 'a party, a person or an organisation', name: 'party-…', kinds: partyEvents },
  { of: 'a review', name: 'review-…', kinds: reviewEvents },
  { of: 'a partnership', name: 'partnership-…', kinds: partnershipEvents },
  { of: 'an account or a token', name: 'access-…', kinds: accessEvents },
  {
    of: 'a day’s run of a plan’s reminders',
    name: 'reminders-<plan>-<day>',
    kinds: reminderEvents,
  },
  { of: 'a webhook', name: 'webhook-…', kinds: webhookEvents },
];

const table = (fields: ReadonlyArray<Field>): string =>
  fields.length === 0
    ? 'It carries nothing.'
    : [
        '| field | type | |',
        '| --- | --- | --- |',
        ...fields.map(
          ({ name, type, needed }) => `| \`${name}\` | ${type} | ${needed ? '' : 'optional'} |`,
        ),
      ].join('\n');

/** An example in its whole envelope; only this event's own part differs from event to event. */
const exampleOf = ({ type, version, example }: EventKind): Json => ({
  id: '3f0f6e1c-51d6-4b0e-9a55-0d6a4d6f7b02',
  type,
  version,
  commandId: '3f0f6e1c-51d6-4b0e-9a55-0d6a4d6f7b01',
  effectiveOn: '2026-06-30',
  recordedAt: '2026-07-02T09:30:00.000Z',
  recordedBy: { party: 'p-4c1f', verified: false },
  onWordOf: 'p-77aa',
  channel: 'command line',
  why: 'Said at the board meeting',
  data: example,
});

const section = (kind: EventKind): string => `### ${kind.type}

${kind.summary} Version ${kind.version}.

${table(fieldsOf(kind.data))}

\`\`\`json
${JSON.stringify(exampleOf(kind), null, 2)}
\`\`\`
`;

const inOrder = (codecs: ReadonlyArray<t.Mixed>): ReadonlyArray<t.Mixed> =>
  [...new Map(codecs.map((codec) => [codec.name, codec])).values()].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );

const words = (codec: t.Mixed): string => {
  const known = plainTypes[codec.name];
  if (known !== undefined) return known;
  if (isKeyof(codec))
    return Object.keys(codec.keys)
      .map((key) => `\`"${key}"\``)
      .join(' or ');
  if (isUnion(codec)) return codec.types.map(typeOf).join(' or ');
  return isList(codec) ? `List of ${typeOf(codec.type)}` : '';
};

const shapes = inOrder([Envelope, ...allEvents.map(({ data }) => data)].flatMap(namedIn)).filter(
  ({ name }) => name !== Envelope.name,
);

const hasFields = (codec: t.Mixed): boolean => fieldsOf(codec).length > 0;

const lacking = shapes.filter((codec) => !hasFields(codec) && words(codec) === '');

const page = (): string => {
  if (lacking.length > 0)
    throw new Error(`Not described: ${lacking.map(({ name }) => name).join(', ')}`);
  return `# Events

Everything that a partnership's log holds, made from the codecs that read it: do not edit this page, run \`npm run docs\`.
Shapes are provisional until release 0.1.0; from then on an event's shape is never edited, it gets a new version.
Events are stored as canonical JSON (RFC 8785): without white space, keys in order.

${streams
  .map(({ of, name, kinds }) => {
    const list = kinds.map(({ type }) => `[${type}](#${type.toLowerCase()})`).join(' · ');
    return `**Of ${of}** (\`${name}\`): ${list}\n`;
  })
  .join('\n')}
## What every event carries

${table(fieldsOf(Envelope))}

\`data\` is what the event itself carries, below.

## Events

${allEvents.map(section).join('\n')}
## Shapes

${shapes
  .filter(hasFields)
  .map((codec) => `### ${codec.name}\n\n${table(fieldsOf(codec))}\n`)
  .join('\n')}
## Values

| name | what it is |
| --- | --- |
${shapes
  .filter((codec) => !hasFields(codec))
  .map((codec) => `| ${codec.name} | ${words(codec)} |`)
  .join('\n')}
`;
};

/** Where the page stands, from the repository's root. */
export const eventsPagePath = 'docs/events.md';

/** The page of events as it should stand in \`docs/\`, made from the codecs and laid out by prettier. */
export const eventsPage = async (): Promise<string> =>
  format(page(), { ...(await resolveConfig(eventsPagePath)), filepath: eventsPagePath });
