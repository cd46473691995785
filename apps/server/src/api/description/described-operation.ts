import type { ApiOperation, DescribedMember } from '@trackrecord/pages';
import { apiBase, type Endpoint, type RequestBody } from '../endpoint.ts';
import { problemsOf, whoMay } from '../openapi/operation.ts';
import { problemDescription } from '../openapi/problem-responses.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { namedSchemas } from '../schema/named-schemas.ts';
import { curlOf } from './curl-of.ts';
import { schemaWords } from './schema-words.ts';

const bodyMembers = (schema: JsonSchema): ReadonlyArray<DescribedMember> =>
  Object.entries(schema.properties ?? {}).map(([name, one]) => ({
    name,
    where: 'body',
    needed: schema.required?.includes(name) ?? false,
    accepts: schemaWords(one),
    description: one.description ?? namedDescription(one),
  }));

const namedDescription = ({ $ref: reference }: JsonSchema): string =>
  namedSchemas[reference?.split('/').at(-1) ?? '']?.schema.description ?? '';

const bodyOf = ({ contents }: RequestBody): ApiOperation['body'] => {
  const json = contents.find(({ type }) => type === 'application/json');
  return json === undefined
    ? undefined
    : { members: bodyMembers(json.schema), schema: JSON.stringify(json.schema, undefined, 2) };
};

/** An operation as its page shows it. */
export const describedOperation = (endpoint: Endpoint, origin: string): ApiOperation => ({
  method: endpoint.method,
  path: `${apiBase}${endpoint.path}`,
  summary: endpoint.summary,
  description:
    endpoint.description === `${endpoint.summary}.`
      ? whoMay(endpoint)
      : `${endpoint.description} ${whoMay(endpoint)}`,
  parameters: endpoint.parameters.map(({ name, in: where, required, schema, description }) => ({
    name,
    where,
    needed: required,
    accepts: schemaWords(schema),
    description,
  })),
  body: endpoint.body === undefined ? undefined : bodyOf(endpoint.body),
  example: curlOf(endpoint, origin),
  answers: endpoint.answers.flatMap(({ status, description, contents }) =>
    contents.length === 0
      ? [{ status: String(status), description, type: '', schema: undefined }]
      : contents.map(({ type, schema }) => ({
          status: String(status),
          description,
          type,
          schema: type === 'application/json' ? JSON.stringify(schema, undefined, 2) : undefined,
        })),
  ),
  problems: problemsOf(endpoint).map((status) => ({
    status: String(status),
    ...problemDescription(status),
  })),
});
