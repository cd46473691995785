import {
  type Failure,
  type PartnershipsAnswer,
  partnershipsAnswer,
  plansReadableBy,
  type PlansSeen,
  type Question,
  storage,
} from '@trackrecord/application';
import { homePage, knownAtText, withDates } from '@trackrecord/pages';
import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { hasAnywhere } from '../../access/may-ask.ts';
import type { Desk } from '../../desk.ts';
import type { Visitor } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Route } from '../../http/route.ts';
import { askedDates, pagesZone } from '../asked-dates.ts';
import { page } from '../page-reply.ts';

const nothing: PlansSeen = new Set();

const seenBy = (visitor: Visitor): PlansSeen =>
  visitor._tag === 'Known' ? plansReadableBy(visitor.principal) : nothing;

const withoutDocument = ({ asOf, knownAt }: Question): Question => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(knownAt === undefined ? {} : { knownAt }),
});

const keptPartnerships = keptAnswers<PartnershipsAnswer>(32);

/** Visitors who may read the same plans share an answer. */
const answerFor = (
  desk: Desk,
  { asOf, knownAt }: Question,
  seen: PlansSeen,
  head: number,
): E.Either<Failure, PartnershipsAnswer> => {
  const date = asOf ?? desk.clock.today(pagesZone);
  const key = JSON.stringify([
    date,
    knownAt === undefined ? '' : knownAtText(knownAt),
    seen === 'all' ? seen : [...seen].toSorted(),
    head,
  ]);
  return keptPartnerships(desk, key, () =>
    partnershipsAnswer(desk)({ asOf: date, ...(knownAt === undefined ? {} : { knownAt }) }, seen),
  );
};

/** The front page: partnerships and the plans that the visitor may read. */
export const showHome: Route = {
  method: 'GET',
  path: '/',
  audience: 'people',
  may: 'signed in',
  answer: (desk) => (exchange) => {
    const { visitor } = exchange;
    const { question: asked, errors, bar } = askedDates(exchange);
    // Documents are of one plan: no question of all plans is asked as in one.
    const question = withoutDocument(asked);
    const seen = seenBy(visitor);
    const onToday = question.asOf === undefined && question.knownAt === undefined;
    return pipe(
      desk.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK((head) => answerFor(desk, question, seen, head)),
      TE.map((answer) =>
        page(
          {
            ...homePage({
              answer,
              question,
              mayImport: onToday && hasAnywhere('manage')(visitor),
              mayRead: seen === 'all' || seen.size > 0,
            }),
            section: 'plans',
            dateBar: {
              ...bar,
              question,
              subject: 'the plans',
              today: desk.clock.today(pagesZone),
              asOf: answer.asOf,
              ordinal: answer.ordinal,
              documents: [],
            },
            dataLinks: [
              { text: 'JSON', href: withDates('/api/v1/partnerships', question) },
              { text: 'CSV', href: withDates('/api/v1/partnerships?format=csv', question) },
            ],
          },
          // The date bar tells what is wrong with them.
          errors.length === 0 ? 200 : 400,
        ),
      ),
    );
  },
};
