import type { JsonSchema } from '../schema/json-schema.ts';

/** Problem details as RFC 9457 has them, with the members that are the API's own. */
export const problemSchema: JsonSchema = {
  type: 'object',
  description:
    'Problem details (RFC 9457). More members may come; whoever reads them passes over those that they do not know.',
  properties: {
    type: {
      type: 'string',
      description: 'Which kind of problem it is: the address of what is said of it.',
      examples: ['/api/problems#invalid'],
    },
    title: { type: 'string', description: 'The kind of problem, in words.' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: {
      type: 'string',
      description: 'What stands in the way this time, and what would be accepted.',
    },
    instance: {
      type: 'string',
      description: 'The request, to be quoted to whoever keeps the server.',
      examples: ['urn:request:0f2c6d3e-1b9a-4b0e-9f57-2f1f7c1e9a11'],
    },
    errors: {
      type: 'array',
      description: 'Each fault, and where it lies.',
      items: {
        type: 'object',
        properties: {
          pointer: {
            type: 'string',
            description: 'A member of the body, as a JSON pointer (RFC 6901).',
            examples: ['/rating'],
          },
          parameter: {
            type: 'string',
            description: 'A parameter or a header, by its name.',
            examples: ['asOf'],
          },
          detail: { type: 'string' },
        },
        required: ['detail'],
      },
    },
    changed: {
      type: 'object',
      description: 'What somebody else changed meanwhile.',
      properties: {
        subject: { type: 'string' },
        ref: { type: ['string', 'null'] },
        field: { type: 'string' },
        value: { type: ['string', 'null'] },
        by: { type: 'string' },
        effectiveOn: { type: 'string', format: 'date' },
        ordinal: { type: 'integer' },
      },
      required: ['subject', 'ref', 'field', 'value', 'by', 'effectiveOn', 'ordinal'],
    },
    firstOn: {
      type: 'string',
      format: 'date',
      description: 'The first date on which what was asked about is there.',
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
};

type Told = Readonly<{
  name: string;
  description: string;
  type: string;
  title: string;
  detail: string;
}>;

/** What each status of a problem means, by its name among the components, with an example. */
const byStatus: Readonly<Record<number, Told>> = {
  400: {
    name: 'Invalid',
    description: 'What was sent is not what is accepted; nothing was changed.',
    type: '/api/problems#invalid',
    title: 'What was sent is not what is accepted',
    detail:
      'asOf: "2026-02-30" is not a date that exists; accepted is YYYY-MM-DD, such as 2026-03-31.',
  },
  401: {
    name: 'NotSignedIn',
    description: 'Nobody is signed in: send a token.',
    type: 'about:blank',
    title: 'Nobody is signed in',
    detail: 'Send a token ("Authorization: Bearer …"), or sign in.',
  },
  403: {
    name: 'NotAllowed',
    description: 'Whoever asks may not do that.',
    type: '/api/problems#not-authorised',
    title: 'Not allowed',
    detail: 'You may not change the plan "harbour": that takes the role manager or administrator.',
  },
  404: {
    name: 'NotFound',
    description: 'What the address names is not there.',
    type: '/api/problems#missing',
    title: 'Not found',
    detail: 'There is no plan "harbor".',
  },
  409: {
    name: 'Conflict',
    description: 'Somebody else changed it meanwhile; nothing was written.',
    type: '/api/problems#conflict',
    title: 'Somebody else changed it meanwhile',
    detail:
      'Action 14: rating was changed to Red by A. Manager meanwhile (ordinal 812, effective on 2026-06-30). Look again, and say it again if it still holds.',
  },
  412: {
    name: 'ChangedSince',
    description: 'What If-Match names was changed since; nothing was written.',
    type: '/api/problems#changed-since',
    title: 'It was changed since you looked',
    detail: 'What you looked at (If-Match) was changed since, at ordinal 812. Nothing was written.',
  },
  413: {
    name: 'TooLarge',
    description: 'More was sent than is taken.',
    type: 'about:blank',
    title: 'Too large',
    detail:
      'More was sent than is taken here: a form or a text has at most 3 MB, a file 8 MB. Nothing was changed.',
  },
  415: {
    name: 'NotTaken',
    description: 'The body is of a kind that is not taken.',
    type: '/api/problems#not-a-kind-that-is-taken',
    title: 'Not a kind that is taken',
    detail: '"application/xml" is not taken here; accepted is JSON.',
  },
  422: {
    name: 'Refused',
    description: 'What was asked can be read, and a rule stands in the way.',
    type: '/api/problems#refused',
    title: 'A rule of the plan stands in the way',
    detail: '"Purple" is not a rating of this plan; accepted: Red, Amber, Green.',
  },
  429: {
    name: 'TooManyRequests',
    description: 'Too many requests came from one address.',
    type: 'about:blank',
    title: 'Too many requests',
    detail:
      'So many requests came from your address that this one was not answered. Wait a minute.',
  },
  500: {
    name: 'Defect',
    description: 'Something went wrong inside; it was noted, and nothing was half-written.',
    type: 'about:blank',
    title: 'This should not have happened',
    detail: 'Something went wrong inside. It was noted; nothing was half-written.',
  },
  503: {
    name: 'NotJustNow',
    description:
      'The log cannot be asked just now, does not hold yet what is waited for, or too much is asked for at once.',
    type: '/api/problems#not-yet',
    title: 'Not here yet',
    detail: 'This node does not hold the change yet. Ask again in a moment, or wait longer.',
  },
};

const known = (status: number): Told => {
  const told = byStatus[status];
  if (told !== undefined) return told;
  throw new Error(`nothing is said yet of problems with status ${status}`);
};

/** A problem's place among the components. */
export const problemRef = (status: number): Readonly<{ $ref: string }> => ({
  $ref: `#/components/responses/${known(status).name}`,
});

/** Every problem as a response that operations refer to. */
export const problemResponses = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(byStatus).map(([status, { name, description, type, title, detail }]) => [
      name,
      {
        description,
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            example: {
              type,
              title,
              status: Number(status),
              detail,
              instance: 'urn:request:0f2c6d3e-1b9a-4b0e-9f57-2f1f7c1e9a11',
            },
          },
        },
      },
    ]),
  );

/** What a status of a problem means, and where more is said of it. */
export const problemDescription = (
  status: number,
): Readonly<{ description: string; href: string }> => {
  const { description, type } = known(status);
  return { description, href: type === 'about:blank' ? '/api/problems' : type };
};
