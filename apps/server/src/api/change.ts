import type { Failure } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { isDictionary, type Ordinal } from '@trackrecord/kernel';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import { fileTypes } from '../http/file-types.ts';
import type { Locate } from '../http/problem.ts';
import type { Requirement } from '../http/route.ts';
import { type Hindrance, inPath } from './api-problem.ts';
import { Around, aroundWords } from './circumstances.ts';
import type { Endpoint, Parameter, RequestBody, Tag } from './endpoint.ts';
import { claimedKey, type Repeatable } from './idempotency.ts';
import { queryParameter } from './params.ts';
import { checkedNames, namesIn, pathParameters } from './path-parameters.ts';
import { looked, type Thing } from './precondition.ts';
import type { Asking } from './question.ts';
import { type ReadBody, readJson, readQueryAs, readTextOrJson } from './request-body.ts';
import type { JsonSchema } from './schema/json-schema.ts';
import { propertiesOf, schemaOf } from './schema/schema-of.ts';
import { told } from './told.ts';
import { visitorKnown } from './visitor-known.ts';

/** A change as it is carried out: who asks, what they said around it, what they looked at, and how it is repeated. */
export type Changing = Asking &
  Readonly<{ around: Around; looked: Ordinal | undefined; repeatable: Repeatable | undefined }>;

/** A change: where it is asked for, what it may say, what it is answered with. */
export type Change<Asked, A> = Readonly<{
  operationId: string;
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  summary: string;
  description: string;
  tag: Tag;
  may: Requirement;
  /** What it asks besides what the path names and what every change may say. */
  asks: t.Type<Asked, unknown, unknown>;
  example?: Readonly<Record<string, unknown>>;
  answers: t.Type<A, unknown, unknown>;
  /** What `If-Match` is held against; absent where nothing that has an ETag is changed. */
  thing?: (desk: Desk, exchange: Exchange) => TE.TaskEither<Failure, Thing | undefined>;
  /** The member that may be sent as plain text, with everything else in the query. */
  text?: keyof Asked & string;
  /** A file may be sent as the body itself, with everything else in the query; of so many bytes. */
  file_bytes?: number;
  throttled?: 'asking for much';
  change: (changing: Changing, asked: Asked) => TE.TaskEither<Hindrance, A>;
}>;

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Makes the request safe to send again: the second time it answers as the first, and nothing is written twice. With something else in it, the same key is refused.',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
};

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  description:
    'The ETag of what was looked at: where it was changed since, nothing is written, and the answer is 412. The ordinal in it also stands for "basedOn".',
  required: false,
  schema: { type: 'string' },
};

const described = (name: string, schema: JsonSchema): JsonSchema => {
  const words = Object.entries(aroundWords).find(([known]) => known === name)?.[1];
  return words === undefined ? schema : { ...schema, description: words };
};

const bodySchema = (codec: t.Mixed): JsonSchema => {
  const schema = schemaOf(codec, 'request');
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, one]) => [name, described(name, one)]),
    ),
  };
};

const fileContents: RequestBody['contents'] = fileTypes.map((type) => ({
  type,
  schema: { type: 'string', format: 'binary' },
}));

const bodyOf = (
  codec: t.Mixed,
  example: unknown,
  orText: boolean,
  orFile: boolean,
): RequestBody => ({
  required: propertiesOf(codec)?.some(({ required }) => required) ?? false,
  contents: [
    { type: 'application/json', schema: bodySchema(codec) },
    ...(orText ? [{ type: 'text/plain', schema: { type: 'string' } }] : []),
    ...(orFile ? fileContents : []),
  ],
  ...(example === undefined ? {} : { example }),
});

/** An object that stands in a query is written as JSON. */
const inText = (codec: t.Mixed): JsonSchema => {
  const schema = schemaOf(codec, 'request');
  return isDictionary(codec)
    ? { type: 'string', contentMediaType: 'application/json', contentSchema: schema }
    : schema;
};

/** A request without a body says in its query what others say there. */
const inQuery = (codec: t.Mixed): ReadonlyArray<Parameter> =>
  (propertiesOf(codec) ?? []).map(({ name, codec: of, required }) => {
    const { description = `The ${name}.`, ...schema } = described(name, inText(of));
    return queryParameter({ name, description, schema, required });
  });

/** What may stand in the query or in the body has to stand in neither of them alone. */
const optionally = (parameters: ReadonlyArray<Parameter>): ReadonlyArray<Parameter> =>
  parameters.map((parameter) => ({ ...parameter, required: false }));

/** Where in a request a field stands: a failure knows it by its name in commands, however deep it lies. */
const locatedIn =
  (codec: t.Mixed, path: string, asParameters: boolean): Locate =>
  (field) => {
    const properties = propertiesOf(codec) ?? [];
    if (properties.some(({ name }) => name === field))
      return asParameters ? { parameter: field } : { pointer: `/${field}` };
    const outer = properties.find(({ codec: of }) =>
      propertiesOf(of)?.some(({ name }) => name === field),
    );
    return outer === undefined || asParameters
      ? inPath(namesIn(path))(field)
      : { pointer: `/${outer.name}/${field}` };
  };

/** What the document says of a change, besides how it is carried out. */
const documented = <Asked, A>(
  changes: Change<Asked, A>,
  whole: t.Mixed,
): Omit<Endpoint, 'answer'> => {
  const {
    operationId,
    method,
    path,
    summary,
    description,
    tag,
    may,
    answers,
    thing,
    text,
    file_bytes,
    throttled,
  } = changes;
  const isBare = method === 'DELETE';
  return {
    operationId,
    method,
    path,
    summary,
    description,
    tag,
    may,
    parameters: [
      ...pathParameters(path),
      ...(isBare ? inQuery(whole) : []),
      ...(text === undefined ? [] : optionally(inQuery(whole).filter(({ name }) => name !== text))),
      idempotencyKey,
      ...(thing === undefined ? [] : [ifMatch]),
    ],
    ...(throttled === undefined ? {} : { throttled }),
    ...(file_bytes === undefined ? {} : { files: { most: 1, bytes: file_bytes } }),
    ...(isBare
      ? {}
      : { body: bodyOf(whole, changes.example, text !== undefined, file_bytes !== undefined) }),
    answers: [
      {
        status: 200,
        description: 'What the change did; no events where it was nothing new.',
        contents: [{ type: 'application/json', schema: schemaOf(answers, 'answer') }],
        headers: [],
      },
    ],
    problems: [400, 404, 409, ...(thing === undefined ? [] : [412]), 413, 415, 422, 503],
    components: [whole, answers],
  };
};

const readerOf = <Asked, A>(
  { method, text }: Change<Asked, A>,
  whole: t.Type<Asked & Around, unknown, unknown>,
): ReadBody<Asked & Around> => {
  if (method === 'DELETE') return readQueryAs(whole);
  return text === undefined ? readJson(whole) : readTextOrJson(whole, text);
};

/** An endpoint that changes something. */
export const change = <Asked, A>(changes: Change<Asked, A>): Endpoint => {
  const { method, path, asks } = changes;
  const whole = t.intersection([asks, Around]);
  const isBare = method === 'DELETE';
  const read = readerOf(changes, whole);
  return {
    ...documented(changes, whole),
    answer: (desk) => (exchange) =>
      told(
        exchange,
        locatedIn(whole, path, isBare),
        pipe(
          TE.fromEither(visitorKnown(exchange)),
          TE.bindTo('principal'),
          TE.chainFirstW(() => TE.fromEither(checkedNames(path, exchange))),
          TE.bindW('asked', () => TE.fromEither(read(exchange))),
          TE.bindW('repeatable', ({ principal }) =>
            claimedKey(desk, exchange, principal.credential),
          ),
          TE.bindW('thing', () =>
            changes.thing === undefined || exchange.header('if-match') === undefined
              ? TE.right(undefined)
              : changes.thing(desk, exchange),
          ),
          TE.bindW('looked', ({ thing, repeatable }) =>
            looked(desk, exchange, thing, repeatable?.commandId),
          ),
          TE.chainW(({ asked, thing: _, ...others }) =>
            changes.change({ desk, exchange, around: asked, ...others }, asked),
          ),
          TE.map((value) => ({ _tag: 'Json', status: 200, value })),
        ),
      ),
  };
};
