import { cookieNames } from '../../access/cookie-names.ts';
import { apiBase, type Endpoint } from '../endpoint.ts';
import { componentSchemas } from './component-schemas.ts';
import { description } from './description.ts';
import { operationOf, type Part } from './operation.ts';
import { problemResponses } from './problem-responses.ts';
import { type SharedParameters, sharedParameters } from './shared-parameters.ts';
import { tags } from './tags.ts';

const pathsOf = (endpoints: ReadonlyArray<Endpoint>, shared: SharedParameters): Part =>
  Object.fromEntries(
    [...Map.groupBy(endpoints, ({ path }) => path)].map(([path, some]) => [
      path,
      Object.fromEntries(
        some.map((endpoint) => [endpoint.method.toLowerCase(), operationOf(endpoint, shared)]),
      ),
    ]),
  );

const securitySchemes = (isSecure: boolean): Part => ({
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that an administrator has made: `Authorization: Bearer trk_…`.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: cookieNames(isSecure).session,
    description:
      'The session of somebody who signed in in a browser. What changes something takes the token of their forms too.',
  },
});

/**
 * The API as OpenAPI 3.1, made of the endpoints that its routes are made of.
 * @param publicUrl where people reach the server
 */
export const openApiDocument = (endpoints: ReadonlyArray<Endpoint>, publicUrl: URL): Part => {
  const shared = sharedParameters(endpoints);
  const rest = {
    openapi: '3.1.0',
    info: {
      title: 'Trackrecord',
      version: '1',
      summary: 'A partnership’s action plan: every change an event, every past date a question.',
      description,
      contact: { name: 'Whoever keeps this server', url: publicUrl.origin },
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: `${publicUrl.origin}${apiBase}`, description: 'This server.' }],
    security: [{ token: [] }, { session: [] }],
    tags: Object.entries(tags).map(([name, words]) => ({ name, description: words })),
    paths: pathsOf(endpoints, shared),
  };
  const responses = problemResponses();
  const parameters = shared.components;
  return {
    ...rest,
    components: {
      securitySchemes: securitySchemes(publicUrl.protocol === 'https:'),
      parameters,
      responses,
      schemas: componentSchemas(endpoints, [rest, responses, parameters]),
    },
  };
};
