import type { Answer, Endpoint, RequestBody } from '../endpoint.ts';
import { problemRef } from './problem-responses.ts';
import type { SharedParameters } from './shared-parameters.ts';

/** A part of a document. */
export type Part = Readonly<Record<string, unknown>>;

const contentOf = (contents: Answer['contents'], example?: unknown): Part =>
  Object.fromEntries(
    contents.map(({ type, schema }) => [
      type,
      {
        schema,
        ...(example === undefined || type !== 'application/json' ? {} : { example }),
      },
    ]),
  );

const bodyOf = ({ required, contents, example }: RequestBody): Part => ({
  required,
  content: contentOf(contents, example),
});

const responseOf = ({ description: words, contents, headers }: Answer): Part => ({
  description: words,
  ...(headers.length === 0
    ? {}
    : {
        headers: Object.fromEntries(
          headers.map(({ name, description: said }) => [
            name,
            { description: said, schema: { type: 'string' } },
          ]),
        ),
      }),
  ...(contents.length === 0 ? {} : { content: contentOf(contents) }),
});

/** What everything can come to. */
const everywhere = [429, 500];

/** The statuses of the problems that an endpoint can come to. */
export const problemsOf = ({ may, problems }: Endpoint): ReadonlyArray<number> =>
  [...new Set([...problems, ...(may === 'anyone' ? [] : [401, 403]), ...everywhere])].toSorted(
    (a, b) => a - b,
  );

/** Who may, in words. */
export const whoMay = ({ may }: Endpoint): string => {
  switch (may) {
    case 'anyone':
      return 'Anybody may.';
    case 'signed in':
      return 'Whoever is signed in or has a token may ask.';
    case 'read':
      return 'Every role on the plan may.';
    case 'audit':
      return 'Takes the role auditor, manager or administrator.';
    case 'update':
      return 'Takes the role owner (for actions that are theirs), manager or administrator.';
    case 'manage':
      return 'Takes the role manager or administrator.';
    case 'administer':
      return 'Takes the role administrator.';
    case 'oversee':
      return 'Takes the role auditor or administrator on every plan.';
  }
};

/** An endpoint as the document's operation. */
export const operationOf = (endpoint: Endpoint, { placed }: SharedParameters): Part => ({
  operationId: endpoint.operationId,
  tags: [endpoint.tag],
  summary: endpoint.summary,
  description: `${endpoint.description} ${whoMay(endpoint)}`,
  ...(endpoint.parameters.length === 0 ? {} : { parameters: endpoint.parameters.map(placed) }),
  ...(endpoint.body === undefined ? {} : { requestBody: bodyOf(endpoint.body) }),
  responses: Object.fromEntries([
    ...endpoint.answers.map((answer) => [String(answer.status), responseOf(answer)] as const),
    ...problemsOf(endpoint).map((status) => [String(status), problemRef(status)] as const),
  ]),
  ...(endpoint.may === 'anyone' ? { security: [] } : {}),
});
