import {
  actionExists,
  actionRating,
  actionRef,
  actionTitle,
  type NewsKind,
  notRated,
  plan as planItself,
  PlanId,
  planTitle,
  type RatingOrNot,
  subjectOf,
} from '@trackrecord/domain';
import { Ordinal, type StreamName, type Values } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import { type Failure, storage } from '../failure.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { loadParties } from '../questions/load-parties.ts';
import { namedParty } from '../questions/naming.ts';
import { idIn, streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import type { News } from './news.ts';
import { newsOf } from './news-of.ts';
import {
  debtorsOf,
  dueOnOf,
  type OneCommand,
  type Placed,
  type Told,
  wordsOf,
} from './news-words.ts';

type Deps = Pick<Readable, 'views'>;

const kindOf: Readonly<Record<Told['hint']['_tag'], NewsKind>> = {
  Rated: 'rating.changed',
  Given: 'update.given',
  Owed: 'update.owed',
};

/** The plan that a stream is about: its own, or that of a day's reminders. */
export const planOfNews = (stream: StreamName): PlanId | undefined => {
  const id = stream.startsWith('plan-')
    ? idIn(stream)
    : /^reminders-(.+)-\d{4}-\d{2}-\d{2}$/u.exec(stream)?.[1];
  return PlanId.is(id) ? id : undefined;
};

const before = (ordinal: Ordinal): Ordinal => {
  const earlier = ordinal - 1;
  return Ordinal.is(earlier) ? earlier : ordinal;
};

/** What the news of one command is read with: its plan, and where it begins and ends. */
type Place = Readonly<{ plan: PlanId; first: Placed; last: Placed }>;

const cutAt = (
  { views }: Deps,
  { plan, first }: Place,
  knownAt: Ordinal,
  asOf = first.event.effectiveOn,
): ((subject?: string, fields?: ReadonlyArray<string>) => E.Either<Failure, Values>) => {
  const stream = streamOf('plan', plan);
  return (subject, fields) =>
    E.mapLeft(storage)(views.cutOf(stream, { asOf, knownAt }, subject, fields));
};

const ratingIn = (cut: Values, subject: string): RatingOrNot =>
  O.getOrElse((): RatingOrNot => notRated)(actionRating.of(cut, subject));

/** The actions whose ratings a retraction has changed. */
const rerated = (
  deps: Deps,
  place: Place,
  { event, ordinal }: Placed,
): E.Either<Failure, ReadonlyArray<Told>> => {
  const fields = [actionExists.name, actionRating.name];
  return pipe(
    E.Do,
    E.bind('then', () => cutAt(deps, place, before(ordinal))(undefined, fields)),
    E.bind('now', () => cutAt(deps, place, ordinal)(undefined, fields)),
    E.map(({ then, now }) =>
      [...now.keys()]
        .filter((subject) => subject.startsWith('action:'))
        .filter((subject) => [then, now].every((cut) => O.isSome(actionExists.of(cut, subject))))
        .filter((subject) => ratingIn(then, subject) !== ratingIn(now, subject))
        .map((subject) => ({
          event,
          ordinal,
          hint: { _tag: 'Rated' as const, action: subject.slice('action:'.length) },
        })),
    ),
  );
};

const toldBy =
  (deps: Deps, place: Place) =>
  (placed: Placed): E.Either<Failure, ReadonlyArray<Told>> =>
    pipe(
      newsOf(placed.event),
      E.traverseArray((hint) =>
        hint._tag === 'TakenBack'
          ? rerated(deps, place, placed)
          : E.right<Failure, ReadonlyArray<Told>>([{ ...placed, hint }]),
      ),
      E.map((told) => told.flat()),
    );

/** One piece of news an action and kind, however many events of the command speak of it: the last of them tells it. */
const oneEach = (all: ReadonlyArray<Told>): ReadonlyArray<ReadonlyArray<Told>> => [
  ...Map.groupBy(all, ({ hint }) => `${hint._tag} ${hint.action}`).values(),
];

/** The actions that a command brings into the plan: the rating that they come with is no change. */
const createdIn = ({ events }: OneCommand): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ event }) => (event.type === 'ActionCreated' ? [event.data.action] : [])),
  );

/** Whether what an event said was taken back meanwhile: then it never held, and is no news. */
const isTakenBack = (
  { views }: Deps,
  { plan }: Place,
  { event, hint }: Told,
): E.Either<Failure, boolean> =>
  pipe(
    views.head(),
    E.chain((head) =>
      views.recordsOf(streamOf('plan', plan), head, { subject: subjectOf('action', hint.action) }),
    ),
    E.bimap(storage, (records) => {
      const own = records.filter(({ eventId }) => eventId === event.id);
      return own.length > 0 && own.every(({ retracted }) => retracted !== undefined);
    }),
  );

type Cuts = Readonly<{ then: Values; now: Values; names: Values; plan: Values }>;

const cutsFor = (deps: Deps, place: Place, subject: string): E.Either<Failure, Cuts> =>
  pipe(
    E.Do,
    E.bind('then', () => cutAt(deps, place, before(place.first.ordinal))(subject)),
    E.bind('now', () => cutAt(deps, place, place.last.ordinal)(subject)),
    // By the names that they go by, whatever date the news is of.
    E.bind('names', () => cutAt(deps, place, place.last.ordinal, endOfTime)(subject)),
    E.bind('plan', () =>
      cutAt(deps, place, place.last.ordinal, endOfTime)(planItself, [planTitle.name]),
    ),
  );

const newsAbout =
  (deps: Deps, command: OneCommand, place: Place) =>
  (some: ReadonlyArray<Told>): E.Either<Failure, ReadonlyArray<News>> => {
    const last = some.at(-1);
    if (last === undefined) return E.right([]);
    const { event, ordinal, hint } = last;
    const subject = subjectOf('action', hint.action);
    const speaker = event.onWordOf ?? event.recordedBy.party;
    return pipe(
      cutsFor(deps, place, subject),
      E.bindTo('cuts'),
      E.let('owing', ({ cuts }) =>
        hint._tag === 'Owed' ? debtorsOf(some, cuts.now, subject) : [],
      ),
      E.bind('directory', ({ owing }) => loadParties(deps, [speaker, ...owing])),
      E.map(({ cuts, owing, directory }) => {
        const rating = { from: ratingIn(cuts.then, subject), to: ratingIn(cuts.now, subject) };
        if (hint._tag === 'Rated' && rating.from === rating.to) return [];
        const words = (cut: Values, field: typeof planTitle, of: string): string =>
          O.getOrElse((): string => '')(field.of(cut, of));
        return [
          {
            kind: kindOf[hint._tag],
            plan: { id: place.plan, title: words(cuts.plan, planTitle, planItself) },
            action: {
              id: hint.action,
              ref: O.getOrElse((): string => hint.action)(actionRef.of(cuts.names, subject)),
              title: words(cuts.names, actionTitle, subject),
            },
            by: namedParty(directory)(speaker),
            rating,
            owed:
              hint._tag === 'Owed'
                ? {
                    by: owing.map(namedParty(directory)),
                    dueOn: dueOnOf(some),
                    reason: hint.reason,
                  }
                : null,
            effectiveOn: event.effectiveOn,
            recordedAt: event.recordedAt,
            event: event.id,
            ordinal,
            text: wordsOf(command, some),
          },
        ];
      }),
    );
  };

/**
 * The news in what one command recorded, as the views know it: of each action and kind at most one piece. An action's
 * first rating, with which it comes into its plan, is none; nor is what was taken back meanwhile, nor a rating that is
 * the same as before. A retraction is news where an action's rating is another by it.
 */
export const newsIn =
  (deps: Deps) =>
  (command: OneCommand): E.Either<Failure, ReadonlyArray<News>> => {
    const [plan, first, last] = [
      planOfNews(command.stream),
      command.events[0],
      command.events.at(-1),
    ];
    if (plan === undefined || first === undefined || last === undefined) return E.right([]);
    const place: Place = { plan, first, last };
    const created = createdIn(command);
    return pipe(
      command.events,
      E.traverseArray(toldBy(deps, place)),
      E.map((told) =>
        told.flat().filter(({ hint }) => hint._tag !== 'Rated' || !created.has(hint.action)),
      ),
      E.chain(
        E.traverseArray((one) =>
          pipe(
            isTakenBack(deps, place, one),
            E.map((gone) => (gone ? O.none : O.some(one))),
          ),
        ),
      ),
      E.map((told) => oneEach(RA.compact(told))),
      E.chain(E.traverseArray(newsAbout(deps, command, place))),
      E.map((news) => news.flat()),
    );
  };
