import { lookupIndicator, streamOf } from '@trackrecord/application';
import { indicatorIdIn } from '@trackrecord/documents';
import {
  decideIndicator,
  DefineIndicator,
  indicatorCommands,
  IndicatorId,
  type IndicatorOrder,
  PlanId,
  RetractAssertions,
} from '@trackrecord/domain';
import type { Failure } from '@trackrecord/application';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { DoneCodec, done } from '../answers/done-codec.ts';
import { type Changing, change } from '../change.ts';
import type { Endpoint } from '../endpoint.ts';
import { indicatorThing } from '../things.ts';
import {
  type ByItsCodec,
  type CommandRoutes,
  endpointsOf,
  type InOtherWords,
  type Members,
} from './command-route.ts';
import { dataOf, orderOf } from './order-of.ts';
import { carriedOutOn, ownCommand } from './own-command.ts';
import { ByOrdinals, eventsAt } from './retraction.ts';

const tag = 'Indicators';

const planIn = ({ exchange: { params } }: Changing): PlanId => {
  const { plan } = params;
  if (PlanId.is(plan)) return plan;
  throw new Error('the path names a plan');
};

/** The stream of an indicator that the plan uses: whoever keeps a plan does not record for other plans. */
const streamIn = (changing: Changing): E.Either<Failure, StreamName> =>
  pipe(
    lookupIndicator(changing.desk, planIn(changing), changing.exchange.params['indicator'] ?? ''),
    E.map((id) => streamOf('indicator', id)),
  );

const routes: CommandRoutes<IndicatorOrder> = {
  DefineIndicator: { carriedBy: 'defineIndicator' },
  RetractAssertions: { carriedBy: 'retractFromIndicator' },
  RecordObservation: {
    method: 'POST',
    path: '/plans/{plan}/indicators/{indicator}/observations',
    summary: 'Record a value of an indicator',
    tag,
    example: {
      observed: { value: 412, period: '2025/26', status: 'provisional', geography: 'Harbour' },
    },
  },
  CorrectObservation: {
    method: 'PUT',
    path: '/plans/{plan}/indicators/{indicator}/observations',
    summary: 'Correct a value of an indicator',
    description: 'The one of the same period, geography and breakdown that was recorded before.',
    tag,
    example: { observed: { value: 409, period: '2025/26', status: 'final' } },
  },
  RecordComparator: {
    method: 'POST',
    path: '/plans/{plan}/indicators/{indicator}/comparators',
    summary: 'Record a value to hold an indicator against',
    tag,
    madeUp: { comparator: ({ newRef }) => newRef('c') },
    example: { recorded: { of: 'England', value: 388, period: '2025/26' } },
  },
};

const indicatorCommand = (type: string, route: ByItsCodec<Members> | InOtherWords): Endpoint =>
  ownCommand({
    type,
    data: dataOf(indicatorCommands, type),
    route,
    thing: indicatorThing,
    carryOut: (changing, members) =>
      pipe(
        TE.fromEither(streamIn(changing)),
        TE.chain((stream) =>
          carriedOutOn(
            changing,
            stream,
            decideIndicator,
            orderOf(indicatorCommands)(type, members),
          ),
        ),
      ),
  });

const Defined = t.type({ ...done, indicator: IndicatorId }, 'IndicatorDefined');

const defineIndicator: Endpoint = change({
  operationId: 'defineIndicator',
  method: 'POST',
  path: '/plans/{plan}/indicators',
  summary: 'Define an indicator',
  description:
    'The answer has its id: that of its code, where it has one, which all plans share; else one of the plan’s own. A link says what it measures in the plan.',
  tag,
  may: 'manage',
  asks: DefineIndicator.data,
  example: { title: 'Children injured on the road', code: 'NI 901', unit: 'children a year' },
  answers: Defined,
  change: (changing, { title, code, unit, direction, geography, breakdowns }) => {
    const indicator = indicatorIdIn(planIn(changing))(
      code === undefined ? { title } : { code, title },
    );
    return pipe(
      carriedOutOn(
        changing,
        streamOf('indicator', indicator),
        decideIndicator,
        DefineIndicator.of({
          title,
          ...(code === undefined ? {} : { code }),
          ...(unit === undefined ? {} : { unit }),
          ...(direction === undefined ? {} : { direction }),
          ...(geography === undefined ? {} : { geography }),
          ...(breakdowns === undefined ? {} : { breakdowns }),
        }),
      ),
      TE.map((did) => ({ ...did, indicator })),
    );
  },
});

const retractFromIndicator: Endpoint = change({
  operationId: 'retractFromIndicator',
  method: 'POST',
  path: '/plans/{plan}/indicators/{indicator}/retractions',
  summary: 'Take back what was wrong about an indicator',
  description: 'By ordinals: as known from now on it never held.',
  tag,
  may: 'manage',
  asks: ByOrdinals,
  example: { ordinals: [91] },
  answers: DoneCodec,
  thing: indicatorThing,
  change: (changing, { ordinals }) =>
    pipe(
      TE.fromEither(streamIn(changing)),
      TE.bindTo('stream'),
      TE.bind('events', ({ stream }) => eventsAt(changing.desk, stream, ordinals)),
      TE.chain(({ stream, events }) =>
        carriedOutOn(changing, stream, decideIndicator, RetractAssertions.of({ events })),
      ),
    ),
});

/** Every change of what is recorded of indicators. */
export const indicatorEndpoints: ReadonlyArray<Endpoint> = [
  defineIndicator,
  ...endpointsOf(routes, indicatorCommand),
  retractFromIndicator,
];
