import { type Failure, invalid, missing } from '@trackrecord/application';
import { isPaperKind, type PaperKind, paperKinds } from '@trackrecord/papers';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { visitorKnown } from '../../api/visitor-known.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Route } from '../../http/route.ts';
import { paperParams, type PaperSaid } from '../../papers/paper-params.ts';
import { planPaper } from '../../papers/plan-paper.ts';
import { askedPlan, type AskedPlan } from '../asked-plan.ts';

const kindIn = ({ params }: Exchange): E.Either<Failure, PaperKind> => {
  const named = params['kind'] ?? '';
  return isPaperKind(named)
    ? E.right(named)
    : E.left(missing(`A plan is no file of that kind; it can be had as ${paperKinds.join(', ')}.`));
};

/** A file of other dates than were asked for would be taken for those: what is refused is told. */
const saidIn = (
  { query }: Exchange,
  { dateErrors: [refused] }: AskedPlan,
): E.Either<Failure, PaperSaid> =>
  refused !== undefined
    ? E.left(invalid(refused.message, refused.field))
    : pipe(
        paperParams.read(query),
        E.mapLeft(([fault]) => invalid(fault?.detail ?? '', fault?.parameter)),
      );

/** A plan as a file to save, on the dates of the page that it was asked for on. */
export const savePaper: Route = {
  method: 'GET',
  path: '/plans/:plan/papers/:kind',
  audience: 'people',
  may: 'read',
  throttled: 'asking for much',
  answer: (desk) => (exchange) =>
    pipe(
      E.Do,
      E.bind('kind', () => kindIn(exchange)),
      E.bind('principal', () => visitorKnown(exchange)),
      TE.fromEither,
      TE.bind('asked', () => askedPlan(desk)(exchange)),
      TE.bind('said', ({ asked }) => TE.fromEither(saidIn(exchange, asked))),
      TE.chain(({ kind, principal, asked: { resolved, head }, said: { since, table, isPlain } }) =>
        planPaper(
          { desk, exchange },
          { principal, resolved, since, head, isPlain, wanted: { kind, table } },
        ),
      ),
    ),
};
