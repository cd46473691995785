import { invalid } from '@trackrecord/application';
import { isPaperKind, type PaperKind, paperKinds, paperKindWords } from '@trackrecord/papers';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { paperParams } from '../../papers/paper-params.ts';
import { planPaper } from '../../papers/plan-paper.ts';
import { inPath, mistaken } from '../api-problem.ts';
import { clockParams } from '../clock-params.ts';
import type { Content, Endpoint } from '../endpoint.ts';
import { both, readParams } from '../params.ts';
import { checkedNames, namesIn, pathParameters } from '../path-parameters.ts';
import { ifNoneMatch } from '../question.ts';
import { told } from '../told.ts';
import { visitorKnown } from '../visitor-known.ts';
import { caughtUp, waitParams } from '../wait-params.ts';
import { onPlan } from './on-plan.ts';

const path = '/plans/{plan}/papers/{kind}';

const params = both(both(clockParams, paperParams), waitParams);

const contentOf = (kind: PaperKind): Content => {
  const { mediaType } = paperKindWords[kind];
  return {
    type: mediaType,
    schema: mediaType.startsWith('text/')
      ? { type: 'string' }
      : { type: 'string', format: 'binary' },
  };
};

/** The kind that the path names. What none can be called was refused before. */
const kindIn = (named: string | undefined): E.Either<ReturnType<typeof invalid>, PaperKind> =>
  named !== undefined && isPaperKind(named)
    ? E.right(named)
    : E.left(invalid(`kind: accepted are ${paperKinds.join(', ')}.`, 'kind'));

/** A plan as files for people: what the command line's `export` writes. */
export const paperQuestions: ReadonlyArray<Endpoint> = [
  {
    operationId: 'getPaper',
    method: 'GET',
    path,
    summary: 'Get a plan as a file',
    description:
      'A board paper (docx, pdf, md, html), a workbook that can be edited and sent back (xlsx), or one table (csv, tsv), as of a date, as known at a time, with what changed since another date. The workbook holds the plan’s history for whoever may see all of it.',
    tag: 'Plans',
    may: 'read',
    throttled: 'asking for much',
    parameters: [...pathParameters(path), ...params.documented, ifNoneMatch],
    answers: [
      {
        status: 200,
        description: 'The file.',
        contents: paperKinds.map(contentOf),
        headers: [
          { name: 'Content-Disposition', description: 'The file’s name: plan, date, kind.' },
          {
            name: 'ETag',
            description: 'The ordinal of the plan’s last change, and a digest of what was asked.',
          },
        ],
      },
      { status: 304, description: 'Nothing has changed since.', contents: [], headers: [] },
    ],
    problems: [400, 404, 503],
    components: [],
    answer: (desk) => (exchange) =>
      told(
        exchange,
        (field) =>
          params.documented.some(({ name }) => name === field)
            ? { parameter: field }
            : inPath(namesIn(path))(field),
        pipe(
          TE.fromEither(visitorKnown(exchange)),
          TE.bindTo('principal'),
          TE.chainFirstW(() => TE.fromEither(checkedNames(path, exchange))),
          TE.bindW('query', () =>
            TE.fromEither(E.mapLeft(mistaken)(readParams(params, exchange.query))),
          ),
          TE.chainFirstW(({ query }) => caughtUp(desk, query)),
          TE.bindW('kind', () => TE.fromEither(kindIn(exchange.params['kind']))),
          TE.bindW('on', ({ principal, query }) =>
            TE.fromEither(onPlan({ desk, exchange, principal }, query.question)),
          ),
          TE.chainW(
            ({ principal, query: { since, table, isPlain }, kind, on: { resolved, head } }) =>
              planPaper(
                { desk, exchange },
                { principal, resolved, since, head, isPlain, wanted: { kind, table } },
              ),
          ),
        ),
      ),
  },
];
