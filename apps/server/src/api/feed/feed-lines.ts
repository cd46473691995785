import { loadParties, type Principal, type Recorded } from '@trackrecord/application';
import type { DomainEvent, PlanId } from '@trackrecord/domain';
import { directoryOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as T from 'fp-ts/lib/Task.js';
import type { Desk } from '../../desk.ts';
import { feedEvent, mayRead, planOf, speakersOf } from './feed-event.ts';
import { type FeedPlace, placeText } from './feed-place.ts';
import { withHeartbeat } from './with-heartbeat.ts';

/** Who listens to what, from where on, until when. */
export type Listening = Readonly<{
  principal: Principal;
  plan: PlanId | undefined;
  from: FeedPlace;
  /** The last event of their own account or token as they began to listen, by its place in its stream. */
  access: Readonly<{ stream: string; revision: number }>;
  /** Whether their session, where they listen by one, has not ended meanwhile: signing out is in no log. */
  isStillIn: T.Task<boolean>;
  gone: AbortSignal;
}>;

/** How often a line that is silent says that it is still there. */
const heartbeat_ms = 15_000;

const nobody = directoryOf([]);

const lineOf = (id: string, type: string, data: unknown): string =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;

type Event = Recorded<DomainEvent>;

const isFor = ({ principal, plan }: Listening) => {
  const may = mayRead(principal);
  return (event: Event): boolean => may(event) && (plan === undefined || planOf(event) === plan);
};

type Placed = Readonly<{ event: Event; ordinal: number | undefined }>;

/** Each event with its ordinal, counted on from where the feed began. */
const placed = (batch: ReadonlyArray<Event>, before: number | undefined): ReadonlyArray<Placed> =>
  batch.map((event, index) => ({
    event,
    ordinal: before === undefined ? undefined : before + index + 1,
  }));

const linesOf = (desk: Desk, some: ReadonlyArray<Placed>): ReadonlyArray<string> => {
  const directory = pipe(
    loadParties(
      desk,
      some.flatMap(({ event }) => speakersOf(event)),
    ),
    // An event is told by ids sooner than not at all.
    E.getOrElse(() => nobody),
  );
  return some.map(({ event, ordinal }) =>
    lineOf(
      placeText(event.position, ordinal),
      event.event.type,
      feedEvent(directory)(event, ordinal),
    ),
  );
};

/**
 * The lines of a feed: each event that whoever listens may read, from a place on, and then those that still come. It
 * ends when they go or sign out, when the server stops, and when what they may see is changed: whoever listens again is
 * asked anew who they are.
 */
export async function* feedLines(desk: Desk, listening: Listening): AsyncGenerator<string> {
  const { from, gone, access, isStillIn } = listening;
  const wanted = isFor(listening);
  yield 'retry: 3000\n\n';
  let before = from.ordinal;
  const batches = desk.log.follow(from.position, gone);
  for await (const batch of withHeartbeat(batches, desk.pause, heartbeat_ms, gone)) {
    if (!(await isStillIn())) return;
    if (batch === undefined) {
      yield ': still here\n\n';
      continue;
    }
    if (E.isLeft(batch)) return;
    const ends = batch.right.findIndex(
      ({ stream, revision }) => stream === access.stream && revision > access.revision,
    );
    const told = placed(ends === -1 ? batch.right : batch.right.slice(0, ends), before);
    yield* linesOf(
      desk,
      told.filter(({ event }) => wanted(event)),
    );
    if (ends !== -1) return;
    before = before === undefined ? undefined : before + batch.right.length;
  }
}
