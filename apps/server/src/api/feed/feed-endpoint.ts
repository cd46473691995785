import {
  type Failure,
  mayNot,
  mayOn,
  type Principal,
  storage,
  streamOf,
} from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { visitorOf } from '../../access/visitor-of.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { mistaken } from '../api-problem.ts';
import type { Endpoint, Parameter } from '../endpoint.ts';
import { both, param, readParams } from '../params.ts';
import { schemaRef } from '../schema/json-schema.ts';
import { schemaOf } from '../schema/schema-of.ts';
import { told } from '../told.ts';
import { visitorKnown } from '../visitor-known.ts';
import { FeedEventCodec } from './feed-event.ts';
import { feedLines, type Listening } from './feed-lines.ts';
import { type FeedPlace, readPlace } from './feed-place.ts';

const params = both(
  param(
    {
      name: 'after',
      description:
        'From where on: the id of the last event that was read, or "start" for the whole log; what comes from now on, where it is left out.',
      schema: { type: 'string' },
    },
    (text) => (text === undefined ? E.right(undefined) : readPlace(text)),
    (after) => ({ after }),
  ),
  param(
    { name: 'plan', description: 'Only what belongs to this plan.', schema: schemaRef('PlanId') },
    (text): E.Either<string, PlanId | undefined> =>
      text === undefined || PlanId.is(text)
        ? E.right(text)
        : E.left(
            `"${text.slice(0, 80)}" is no plan’s id; accepted are lower-case letters, digits and hyphens.`,
          ),
    (plan) => ({ plan }),
  ),
);

const lastEventId: Parameter = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'The id of the last event that was read: browsers send it when they come back.',
  required: false,
  schema: { type: 'string' },
};

const header = 'last-event-id';

/** Where the log stands now: whatever comes after it is new. */
const fromNowOn = (desk: Desk): TE.TaskEither<Failure, FeedPlace> =>
  pipe(
    desk.views.catchUp(),
    TE.bimap(storage, (ordinal) => ({ position: desk.tail(), ordinal })),
  );

/** Where the account or the token by which somebody listens stands: what they may see changes with it. */
const accessOf = (
  { log }: Desk,
  { credential }: Principal,
): TE.TaskEither<Failure, Listening['access']> => {
  const id = credential._tag === 'Account' ? credential.account : credential.token;
  const stream = streamOf('access', id);
  return pipe(
    log.readStream(stream, { direction: 'backwards', limit: 1 }),
    TE.bimap(storage, ([last]) => ({ stream, revision: last?.revision ?? -1 })),
  );
};

/**
 * Who listens, as the views know them once they hold whatever was done to their account or token before `accessOf`
 * looked: what comes after that ends the feed, and nothing may fall between.
 */
const listenerIn = (desk: Desk, exchange: Exchange): TE.TaskEither<Failure, Principal> =>
  pipe(
    desk.views.catchUp(),
    TE.mapLeft(storage),
    TE.chain(() => visitorOf(desk)({ audience: 'programs' }, { get: exchange.header })),
    TE.chainEitherK((visitor) => visitorKnown({ visitor })),
  );

/** Whether whoever listens by a session has not signed out since; a token has none. */
const isStillIn =
  ({ store, clock }: Desk, { visitor }: Exchange): T.Task<boolean> =>
  async () => {
    if (visitor._tag === 'Nobody' || visitor.session === '') return true;
    const session = await store.sessions.lookup(visitor.session, clock.now())();
    return E.isRight(session) && session.right !== undefined;
  };

const readHeader = (text: string | undefined) =>
  text === undefined
    ? E.right(undefined)
    : E.mapLeft((detail: string) =>
        mistaken([{ parameter: 'Last-Event-ID', detail: `Last-Event-ID: ${detail}` }]),
      )(readPlace(text));

/** The live feed of what comes into the log. */
export const feedEndpoint: Endpoint = {
  operationId: 'followLog',
  method: 'GET',
  path: '/feed',
  summary: 'Follow the log as it grows',
  description:
    'Server-sent events: of each event of the log that whoever asks may read, its id, its type and its data as JSON. It goes on until one side ends it; asked again with the id of the last event, it goes on from there. It ends when what whoever asks may see is changed, and when they sign out.',
  tag: 'Log',
  may: 'signed in',
  parameters: [...params.documented, lastEventId],
  answers: [
    {
      status: 200,
      description: 'Events, each with data as the schema FeedEvent has it.',
      contents: [
        {
          type: 'text/event-stream',
          schema: {
            type: 'string',
            contentMediaType: 'application/json',
            contentSchema: schemaOf(FeedEventCodec, 'answer'),
          },
        },
      ],
      headers: [],
    },
  ],
  problems: [400, 503],
  components: [FeedEventCodec],
  answer: (desk) => (exchange) =>
    told(
      exchange,
      (field) => ({ parameter: field }),
      pipe(
        TE.fromEither(visitorKnown(exchange)),
        TE.bindTo('principal'),
        TE.bindW('query', () =>
          TE.fromEither(E.mapLeft(mistaken)(readParams(params, exchange.query))),
        ),
        TE.bindW('last', () => TE.fromEither(readHeader(exchange.header(header)))),
        TE.bindW('access', ({ principal }) => accessOf(desk, principal)),
        TE.bindW('listener', () => listenerIn(desk, exchange)),
        TE.chainFirstW(({ listener, query: { plan } }) =>
          plan === undefined || mayOn(listener, 'read', plan)
            ? TE.right(null)
            : TE.left(mayNot('read', plan)),
        ),
        TE.bindW('from', ({ query: { after }, last }) => {
          const from = last ?? after;
          return from === undefined ? fromNowOn(desk) : TE.right<Failure, FeedPlace>(from);
        }),
        TE.map(({ listener, query: { plan }, from, access }) => ({
          _tag: 'Stream',
          events: feedLines(desk, {
            principal: listener,
            plan,
            from,
            access,
            isStillIn: isStillIn(desk, exchange),
            gone: exchange.gone,
          }),
        })),
      ),
    ),
};
