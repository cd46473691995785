import {
  type ChangesAnswer,
  changesAnswer,
  type Failure,
  firstDateOf,
} from '@trackrecord/application';
import {
  changesPage,
  type ChangesPageOf,
  dateQuery,
  knownAtText,
  type Link,
  parseKinds,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { page } from '../page-reply.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { askedEnds, type AskedEnds, firstEndKey } from './asked-ends.ts';

/** The same comparison as data. The API knows no documents here: as in one, there is none. */
const dataLinks = (
  { asked: { plan, question }, from }: AskedEnds,
  answer: ChangesAnswer,
): ReadonlyArray<Link> => {
  if (question.asIn !== undefined) return [];
  const asked = new URLSearchParams({ from: answer.from.on, to: answer.to.on });
  if (from.knownAt !== undefined) asked.set('fromKnownAt', knownAtText(from.knownAt));
  if (question.knownAt !== undefined) asked.set('toKnownAt', knownAtText(question.knownAt));
  const href = `/api/v1/plans/${plan}/changes?${asked.toString()}`;
  return [
    { text: 'JSON', href },
    { text: 'CSV', href: `${href}&format=csv` },
  ];
};

const typedIn = ({ query }: Exchange, errors: ChangesPageOf['refused']['errors']) =>
  Object.fromEntries(
    ['from', 'to', 'fromKnownAt', 'toKnownAt']
      .filter((name) => errors.some(({ field }) => field === name))
      .map((name) => [name, query.raw(name)]),
  );

const keptChanges = keptAnswers<ChangesAnswer>(64);
const keptContents = keptAnswers<ReturnType<typeof changesPage>>(64);

const keyOf = ({ asked, from, fromResolved }: AskedEnds): string =>
  JSON.stringify([asked.key, firstEndKey(from), fromResolved.point.knownAt]);

const contentOf = (
  desk: Desk,
  exchange: Exchange,
  ends: AskedEnds,
  answer: ChangesAnswer,
): E.Either<
  Failure,
  Readonly<{ shown: ReturnType<typeof changesPage>; errors: ChangesPageOf['refused']['errors'] }>
> => {
  const { asked, from, before, reviews } = ends;
  const { kinds, errors: wrongKinds } = parseKinds(exchange.query.all('kind'));
  const errors = [...ends.errors, ...wrongKinds];
  const may = mayWithPlan(exchange, asked);
  const make = () =>
    pipe(
      firstDateOf(desk)(asked.plan, asked.resolved.point.knownAt),
      E.map((firstOn) =>
        changesPage({
          answer,
          before,
          after: asked.answer,
          from,
          question: asked.question,
          today: asked.dateBar.today,
          kinds,
          reviews,
          firstOn,
          refused: { typed: typedIn(exchange, errors), errors },
          may,
        }),
      ),
    );
  const key = JSON.stringify([
    keyOf(ends),
    dateQuery(asked.question),
    asked.dateBar.today,
    kinds,
    may,
  ]);
  return pipe(
    errors.length > 0 ? make() : keptContents(desk, key, make),
    E.map((shown) => ({ shown, errors })),
  );
};

/** What changed in a plan between two dates: the board's agenda. */
export const showChanges: Route = {
  method: 'GET',
  path: '/plans/:plan/changes',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedEnds(desk)(exchange),
      TE.chainEitherK((ends) =>
        pipe(
          keptChanges(desk, keyOf(ends), () =>
            changesAnswer(desk)(ends.fromResolved, ends.asked.resolved),
          ),
          E.chain((answer) =>
            pipe(
              contentOf(desk, exchange, ends, answer),
              E.map(({ shown, errors }) =>
                page(
                  {
                    ...shown,
                    section: 'plans',
                    breadcrumbs: planBreadcrumbs(ends.asked),
                    dateBar: ends.asked.dateBar,
                    dataLinks: dataLinks(ends, answer),
                    errors,
                    wide: true,
                  },
                  ends.asked.dateErrors.length + errors.length > 0 ? 400 : 200,
                ),
              ),
            ),
          ),
        ),
      ),
    ),
};
