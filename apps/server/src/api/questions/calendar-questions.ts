import { type Failure, plansReadableBy } from '@trackrecord/application';
import type { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { calendarReply } from '../../calendar/calendar-reply.ts';
import {
  type WrittenCalendar,
  writtenPartyCalendar,
  writtenPlanCalendar,
} from '../../calendar/written-calendar.ts';
import type { Endpoint } from '../endpoint.ts';
import { mistaken, inPath } from '../api-problem.ts';
import { maySomewhere } from '../may-here.ts';
import { readParams } from '../params.ts';
import { checkedNames, namesIn, pathParameters } from '../path-parameters.ts';
import { type Asking, ifNoneMatch } from '../question.ts';
import { fileWords } from '../table.ts';
import { told } from '../told.ts';
import { visitorKnown } from '../visitor-known.ts';
import { caughtUp, waitParams } from '../wait-params.ts';
import { planIn } from './on-plan.ts';
import { partyIn } from './party-in.ts';

type Asked = Pick<Endpoint, 'operationId' | 'path' | 'summary' | 'description' | 'tag' | 'may'> &
  Readonly<{
    fileName: (asking: Asking) => string;
    /** @param head the ordinal that the views stand at */
    ask: (asking: Asking, head: Ordinal) => E.Either<Failure, WrittenCalendar>;
  }>;

const calendar = ({ ask, fileName, ...described }: Asked): Endpoint => ({
  ...described,
  method: 'GET',
  parameters: [...pathParameters(described.path), ...waitParams.documented, ifNoneMatch],
  answers: [
    {
      status: 200,
      description: 'The calendar: iCalendar, RFC 5545.',
      contents: [{ type: 'text/calendar', schema: { type: 'string' } }],
      headers: [{ name: 'ETag', description: 'A digest of the calendar.' }],
    },
    { status: 304, description: 'Nothing has changed since.', contents: [], headers: [] },
  ],
  problems: [400, 404, 503],
  components: [],
  answer: (desk) => (exchange) =>
    told(
      exchange,
      inPath(namesIn(described.path)),
      pipe(
        TE.fromEither(visitorKnown(exchange)),
        TE.bindTo('principal'),
        TE.chainFirstW(() => TE.fromEither(checkedNames(described.path, exchange))),
        TE.bindW('query', () =>
          TE.fromEither(E.mapLeft(mistaken)(readParams(waitParams, exchange.query))),
        ),
        TE.bindW('head', ({ query }) => caughtUp(desk, query)),
        TE.chainW(({ principal, head }) => {
          const asking = { desk, exchange, principal };
          return pipe(
            TE.fromEither(ask(asking, head)),
            TE.map((written) =>
              calendarReply(exchange, written, `${fileWords(fileName(asking), 'calendar')}.ics`),
            ),
          );
        }),
      ),
    ),
});

/** Dates for calendar programs, asked for with a token; `/calendar/…` is for programs that can hold none. */
export const calendarQuestions: ReadonlyArray<Endpoint> = [
  calendar({
    operationId: 'getPlanCalendar',
    path: '/plans/{plan}/calendar',
    summary: 'Get a plan’s calendar',
    description:
      'Updates due and asked for, by when actions are to be done, reviews held and the end of the plan’s period, as of today: all-day events with stable UIDs.',
    tag: 'Plans',
    may: 'read',
    fileName: planIn,
    ask: (asking, head) => writtenPlanCalendar(asking.desk, planIn(asking), head),
  }),
  calendar({
    operationId: 'getPartyCalendar',
    path: '/parties/{party}/calendar',
    summary: 'Get the calendar of a person or an organisation',
    description:
      'Updates due and asked for, and by when actions are to be done, of what the party or an organisation that it belongs to answers for, on the plans that whoever asks may read, as of today. That it was looked at is noted.',
    tag: 'Parties',
    may: 'signed in',
    fileName: partyIn,
    ask: (asking, head) => {
      const { desk, principal, exchange } = asking;
      const party = partyIn(asking);
      return pipe(
        maySomewhere(principal, 'read'),
        E.chain(() => writtenPartyCalendar(desk, party, plansReadableBy(principal), head)),
        E.map((written) => {
          desk.noteAccess({
            who: principal.party,
            what: `calendar of party ${party}`,
            request: exchange.id,
          });
          return written;
        }),
      );
    },
  }),
];
