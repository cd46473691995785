import { partnershipsAnswer, storage } from '@trackrecord/application';
import { homePage, withDates } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { hasAnywhere } from '../../access/may-ask.ts';
import type { Route } from '../../http/route.ts';
import { askedDates, pagesZone } from '../asked-dates.ts';
import { everybodysAnswer, everybodysQuestion, seenBy } from '../everybodys-answer.ts';
import { page } from '../page-reply.ts';

const answerFor = everybodysAnswer(partnershipsAnswer, 32);

/** The front page: partnerships and the plans that the visitor may read. */
export const showHome: Route = {
  method: 'GET',
  path: '/',
  audience: 'people',
  may: 'signed in',
  answer: (desk) => (exchange) => {
    const { visitor } = exchange;
    const { question: asked, errors, bar } = askedDates(exchange);
    const question = everybodysQuestion(asked);
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
