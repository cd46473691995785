import { apiOperationPage, apiPage, apiProblemsPage } from '@trackrecord/pages';
import { missing } from '@trackrecord/application';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import type { Desk } from '../../desk.ts';
import { json } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { page } from '../../pages/page-reply.ts';
import { apiBase, type Endpoint } from '../endpoint.ts';
import { openApiDocument } from '../openapi/document.ts';
import type { Part } from '../openapi/operation.ts';
import { problemTypes } from '../openapi/problem-types.ts';
import { tags } from '../openapi/tags.ts';
import { JsonValue } from '../schema/json-codec.ts';
import { schemaOf } from '../schema/schema-of.ts';
import { curlOf } from './curl-of.ts';
import { describedOperation } from './described-operation.ts';
import { introduction } from './introduction.ts';

const documentPath = '/openapi.json';

const AnyDocument = t.record(t.string, JsonValue);

/** The endpoint that answers with the document; `all` gives what it describes, itself among them. */
export const documentEndpoint = (all: () => ReadonlyArray<Endpoint>): Endpoint => {
  const made = new Map<string, Part>();
  const documentFor = ({ configuration: { publicUrl } }: Desk): Part => {
    const known = made.get(publicUrl.href) ?? openApiDocument(all(), publicUrl);
    made.set(publicUrl.href, known);
    return known;
  };
  return {
    operationId: 'getDescription',
    method: 'GET',
    path: documentPath,
    summary: 'Get this description',
    description: 'The API as OpenAPI 3.1.',
    tag: 'This description',
    may: 'anyone',
    parameters: [],
    answers: [
      {
        status: 200,
        description: 'The document.',
        contents: [{ type: 'application/json', schema: schemaOf(AnyDocument, 'answer') }],
        headers: [],
      },
    ],
    problems: [],
    components: [AnyDocument],
    answer: (desk) => () => TE.right(json(documentFor(desk))),
  };
};

const hrefOf = ({ operationId }: Endpoint): string => `/api/operations/${operationId}`;

const overview = (endpoints: ReadonlyArray<Endpoint>, origin: string) => {
  const byTag = Map.groupBy(endpoints, ({ tag }) => tag);
  const first = endpoints.find(({ operationId }) => operationId === 'getPlan');
  return {
    introduction,
    example: first === undefined ? '' : curlOf(first, origin),
    documentHref: `${apiBase}${documentPath}`,
    problemsHref: '/api/problems',
    tags: Object.entries(tags).map(([name, words]) => ({
      name,
      words,
      operations: [...byTag]
        .filter(([tag]) => tag === name)
        .flatMap(([, some]) => some)
        .map((endpoint) => ({
          method: endpoint.method,
          path: `${apiBase}${endpoint.path}`,
          summary: endpoint.summary,
          href: hrefOf(endpoint),
        })),
    })),
  };
};

const forPeople = { method: 'GET', audience: 'people', may: 'anyone' } as const;

const theApi = [{ text: 'The API', href: '/api' }];

/** The pages that describe the API, for people. */
export const descriptionRoutes = (endpoints: ReadonlyArray<Endpoint>): ReadonlyArray<Route> => [
  {
    ...forPeople,
    path: '/api',
    answer:
      ({ configuration: { publicUrl } }) =>
      () =>
        TE.right(page({ ...apiPage(overview(endpoints, publicUrl.origin)), section: 'none' })),
  },
  {
    ...forPeople,
    path: '/api/operations/:operation',
    answer:
      ({ configuration: { publicUrl } }) =>
      ({ params }) => {
        const endpoint = endpoints.find(({ operationId }) => operationId === params['operation']);
        return endpoint === undefined
          ? TE.left(missing('The API has no such operation. /api lists those that there are.'))
          : TE.right(
              page({
                ...apiOperationPage(describedOperation(endpoint, publicUrl.origin)),
                section: 'none',
                breadcrumbs: theApi,
                wide: true,
              }),
            );
      },
  },
  {
    ...forPeople,
    path: '/api/problems',
    answer: () => () =>
      TE.right(page({ ...apiProblemsPage(problemTypes), section: 'none', breadcrumbs: theApi })),
  },
];
