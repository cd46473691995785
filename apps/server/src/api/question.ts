import type { Failure, Principal } from '@trackrecord/application';
import type { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type * as t from 'io-ts';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Locate } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { Requirement } from '../http/route.ts';
import { inPath, mistaken } from './api-problem.ts';
import type { Answer, Endpoint, Parameter, Tag } from './endpoint.ts';
import { entityTag, namesTag } from './entity-tag.ts';
import { both, type Params, readParams } from './params.ts';
import { checkedNames, namesIn, pathParameters } from './path-parameters.ts';
import { schemaOf } from './schema/schema-of.ts';
import { formatParams, type Table, tableReply, wantsTable } from './table.ts';
import { told } from './told.ts';
import { visitorKnown } from './visitor-known.ts';
import { writtenAnswer } from './written-answer.ts';
import { caughtUp, waitParams } from './wait-params.ts';

/** Who asks what of which desk. */
export type Asking = Readonly<{ desk: Desk; exchange: Exchange; principal: Principal }>;

/** What is given to a question: the answer, when the thing that it is about last changed, more to say in headers. */
export type Given<A> = Readonly<{
  answer: A;
  lastChange?: Ordinal;
  headers?: Readonly<Record<string, string>>;
}>;

/** A question: where it is asked, what it may say, what it is answered with. */
export type Question<Q, A> = Readonly<{
  operationId: string;
  path: string;
  summary: string;
  description: string;
  tag: Tag;
  may: Requirement;
  query: Params<Q>;
  answers: t.Type<A, unknown, unknown>;
  /** Where the answer is also to be had as a table. */
  table?: Table<A>;
  /** Whether it answers about one thing, which `If-Match` can then name. */
  tagged?: boolean;
  /** What a page of many is told by, where it answers by pages. */
  paged?: boolean;
  /** The views hold by then what the log has. */
  ask: (asking: Asking, query: Q) => TE.TaskEither<Failure, Given<A>>;
  throttled?: 'asking for much';
}>;

/** Where somebody has an answer already. */
export const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description:
    'The ETag of an earlier answer: where nothing has changed, the answer is 304 and empty.',
  required: false,
  schema: { type: 'string' },
};

const answersOf = <Q, A>({
  answers,
  table,
  tagged,
  paged,
}: Question<Q, A>): ReadonlyArray<Answer> => [
  {
    status: 200,
    description: 'The answer.',
    contents: [
      { type: 'application/json', schema: schemaOf(answers, 'answer') },
      ...(table === undefined ? [] : [{ type: 'text/csv', schema: { type: 'string' } }]),
    ],
    headers: [
      ...(tagged === true
        ? [
            {
              name: 'ETag',
              description:
                'The ordinal of the last change of what was asked about, and a digest of the answer.',
            },
          ]
        : []),
      ...(paged === true
        ? [
            {
              name: 'Link',
              description: 'Where the next page is, as `rel="next"`; absent on the last.',
            },
          ]
        : []),
    ],
  },
  ...(tagged === true
    ? [{ status: 304, description: 'Nothing has changed since.', contents: [], headers: [] }]
    : []),
];

const replyTo =
  <Q, A>(question: Question<Q, A>, exchange: Exchange, asTable: boolean) =>
  ({ answer, lastChange, headers: more = {} }: Given<A>): Reply => {
    const vary = question.table === undefined ? {} : { vary: 'Accept' };
    const table = asTable ? question.table : undefined;
    if (lastChange === undefined) {
      const headers = { ...more, ...vary };
      return table === undefined
        ? { _tag: 'Json', status: 200, value: answer, headers }
        : tableReply(table, answer, exchange, headers);
    }
    const { text, digest } = writtenAnswer(answer);
    const etag = entityTag(lastChange, `${table === undefined ? 'json' : 'csv'} ${digest}`);
    const headers = { ...more, ...vary, etag };
    if (namesTag(exchange.header('if-none-match'), etag))
      return { _tag: 'Empty', status: 304, headers };
    return table === undefined
      ? { _tag: 'Body', status: 200, type: 'application/json', body: text, headers }
      : tableReply(table, answer, exchange, headers);
  };

/** The parameters of a failure's field, where it names one of the query. */
const locatedIn =
  (documented: ReadonlyArray<Parameter>, path: string): Locate =>
  (field) =>
    documented.some(({ name }) => name === field)
      ? { parameter: field }
      : inPath(namesIn(path))(field);

/** An endpoint that answers a question. */
export const question = <Q, A>(asked: Question<Q, A>): Endpoint => {
  const { operationId, path, summary, description, tag, may, answers, table } = asked;
  const params = both(both(asked.query, waitParams), formatParams);
  const documented = params.documented.filter(
    ({ name }) => table !== undefined || name !== 'format',
  );
  const read = { ...params, documented };
  return {
    operationId,
    method: 'GET',
    path,
    summary,
    description,
    tag,
    may,
    parameters: [
      ...pathParameters(path),
      ...documented,
      ...(asked.tagged === true ? [ifNoneMatch] : []),
    ],
    answers: answersOf(asked),
    problems: [400, 404, 503],
    components: [answers],
    ...(asked.throttled === undefined ? {} : { throttled: asked.throttled }),
    answer: (desk) => (exchange) =>
      told(
        exchange,
        locatedIn(documented, path),
        pipe(
          TE.fromEither(visitorKnown(exchange)),
          TE.bindTo('principal'),
          TE.chainFirstW(() => TE.fromEither(checkedNames(path, exchange))),
          TE.bindW('query', () =>
            TE.fromEither(E.mapLeft(mistaken)(readParams(read, exchange.query))),
          ),
          TE.chainFirstW(({ query }) => caughtUp(desk, query)),
          TE.chainW(({ principal, query }) =>
            pipe(
              asked.ask({ desk, exchange, principal }, query),
              TE.map(replyTo(asked, exchange, wantsTable(exchange, query.format))),
            ),
          ),
        ),
      ),
  };
};
