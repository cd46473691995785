import type * as t from 'io-ts';
import type { Requirement, Route } from '../http/route.ts';
import type { JsonSchema } from './schema/json-schema.ts';

/** What the API's page and document put endpoints under. */
export type Tag =
  | 'Plans'
  | 'Actions'
  | 'Updates'
  | 'Structure'
  | 'Targets and data needs'
  | 'Indicators'
  | 'Audit trail'
  | 'Documents'
  | 'Reviews'
  | 'Parties'
  | 'Partnerships'
  | 'Reminders'
  | 'Access'
  | 'Webhooks'
  | 'Log'
  | 'This description';

/** Something that a request says beside its body. */
export type Parameter = Readonly<{
  name: string;
  in: 'path' | 'query' | 'header';
  description: string;
  required: boolean;
  schema: JsonSchema;
  example?: string;
}>;

/** One kind of content, and what is in it. */
export type Content = Readonly<{ type: string; schema: JsonSchema }>;

/** What a request carries. */
export type RequestBody = Readonly<{
  required: boolean;
  contents: ReadonlyArray<Content>;
  example?: unknown;
}>;

export type ResponseHeader = Readonly<{ name: string; description: string }>;

/** A way in which an endpoint answers that is no problem. */
export type Answer = Readonly<{
  status: number;
  description: string;
  contents: ReadonlyArray<Content>;
  headers: ReadonlyArray<ResponseHeader>;
}>;

/** What the API does at one path by one method: the route, and all that the document says of it. */
export type Endpoint = Readonly<{
  /** Unique, for programs that make functions of them: `changeRating`. */
  operationId: string;
  method: Route['method'];
  /** Below `/api/v1`, with names in braces: `/plans/{plan}`. */
  path: string;
  summary: string;
  description: string;
  tag: Tag;
  may: Requirement;
  parameters: ReadonlyArray<Parameter>;
  body?: RequestBody;
  answers: ReadonlyArray<Answer>;
  /** The statuses of the problems that it can come to, besides those that everything can come to. */
  problems: ReadonlyArray<number>;
  /** The codecs whose names its schemas refer to. */
  components: ReadonlyArray<t.Mixed>;
  throttled?: NonNullable<Route['throttled']>;
  files?: NonNullable<Route['files']>;
  answer: Route['answer'];
}>;

/** Where the API begins. */
export const apiBase = '/api/v1';

/** An endpoint's path as express writes it. */
const expressPath = (path: string): string => `${apiBase}${path.replace(/\{(\w+)\}/gu, ':$1')}`;

/** The address that says in itself that a table is wanted; one that names the kind of file has said so. */
const hasTable = ({ path, answers }: Endpoint): boolean =>
  !path.endsWith('{kind}') &&
  answers.some(({ contents }) => contents.some(({ type }) => type === 'text/csv'));

/** The routes of an endpoint: one, and another that ends in `.csv` where it has a table. */
export const routesOf = (endpoint: Endpoint): ReadonlyArray<Route> => {
  const { method, path, may, throttled, files, answer } = endpoint;
  const route: Route = {
    method,
    path: expressPath(path),
    audience: 'programs',
    may,
    ...(throttled === undefined ? {} : { throttled }),
    ...(files === undefined ? {} : { files }),
    answer,
  };
  // The longer one first: `:plan` alone would take the ending for a part of the plan's id.
  return hasTable(endpoint) ? [{ ...route, path: `${route.path}.csv` }, route] : [route];
};
