import {
  accessFields,
  type Clocks,
  describeFailure,
  type Failure,
  invalid,
  lookupParty,
  type Resolved,
  type TrailAsked,
} from '@trackrecord/application';
import type { PartyId, PlanId } from '@trackrecord/domain';
import {
  auditPage,
  type AuditPageOf,
  type Breadcrumb,
  type DateBar,
  type FormErrors,
  type Link,
  parseTrailParams,
  parseTrailPlace,
  subjectAsked,
  trailAsked,
  type TrailParams,
  trailQuery,
  withDates,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { canOn } from '../../access/may-ask.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import { page } from '../page-reply.ts';
import { exportTrail, type TrailFormat } from './export-trail.ts';
import { fieldChoices, peopleChoices } from './trail-choices.ts';
import { type AskedTrail, type TrailPage, trailPage } from './trail-page.ts';

/** What a page of an audit trail is made of. */
export type TrailPlace = Readonly<{
  path: string;
  plan: AuditPageOf['plan'];
  planTitles: AuditPageOf['planTitles'];
  /** The plans, each at its place on both clocks. */
  questions: ReadonlyArray<Resolved>;
  /** As of when who may come in is shown too, where whoever looks may see that. */
  access: Clocks | undefined;
  question: AuditPageOf['question'];
  dateBar: DateBar;
  dateErrors: FormErrors;
  breadcrumbs: ReadonlyArray<Breadcrumb>;
  head: number;
}>;

/** A name that a list offered may have its id behind it, where two have one name. */
const nameOrId = (typed: string): string => /\((p-[^()]+)\)$/u.exec(typed)?.[1] ?? typed;

const personOf = (desk: Desk, typed: string | null): E.Either<Failure, PartyId | undefined> =>
  typed === null
    ? E.right(undefined)
    : pipe(
        lookupParty(desk)(nameOrId(typed)),
        E.chain(
          E.fromNullable(
            invalid(
              `Who: nobody is known as “${typed}”. Enter a name as it stands under people and organisations.`,
              'person',
            ),
          ),
        ),
      );

const askedOf = (
  desk: Desk,
  { visitor }: Pick<Exchange, 'visitor'>,
  { questions, access }: TrailPlace,
  params: TrailParams,
): E.Either<Failure, AskedTrail> =>
  pipe(
    personOf(desk, params.person),
    E.map((person) => {
      const asked: TrailAsked = {
        ...trailAsked(params),
        ...(person === undefined ? {} : { person }),
        access,
        withinPlans: !canOn(visitor, 'audit', null),
      };
      return { questions, asked, newestFirst: params.newestFirst };
    }),
  );

const fields = [
  ...['person', 'subject', 'field', 'channel'],
  ...['effectiveFrom', 'effectiveTo', 'recordedFrom', 'recordedTo'],
];

/** A failure that is a mistake in the filter: its field there. */
const fieldOf = (failure: Failure): string | undefined => {
  if (failure._tag !== 'Invalid' && failure._tag !== 'Missing') return undefined;
  const field = failure.field === 'action' ? 'subject' : failure.field;
  return fields.find((one) => one === field);
};

type Shown = Readonly<{ page: TrailPage | null; errors: FormErrors }>;

const shownOf = (
  desk: Desk,
  exchange: Exchange,
  place: TrailPlace,
  params: TrailParams,
): E.Either<Failure, Shown> =>
  pipe(
    askedOf(desk, exchange, place, params),
    E.chain((asked) => trailPage(desk, asked, parseTrailPlace(exchange.query))),
    E.map((found): Shown => ({ page: found, errors: [] })),
    E.orElse((failure) => {
      const field = fieldOf(failure);
      return field === undefined
        ? E.left(failure)
        : E.right({ page: null, errors: [{ field, message: describeFailure(failure) }] });
    }),
  );

const dataLinks = ({ path, question }: TrailPlace, params: TrailParams): ReadonlyArray<Link> =>
  ['json', 'csv'].map((format) => {
    const query = trailQuery(params);
    return {
      text: format.toUpperCase(),
      href: withDates(`${path}?${query === '' ? '' : `${query}&`}format=${format}`, question),
    };
  });

const whoOf = ({ visitor }: Exchange): Readonly<{ party: string; name: string }> =>
  visitor._tag === 'Known' ? visitor.principal : { party: 'nobody', name: 'nobody' };

const typedIn = ({ query }: Exchange, errors: FormErrors): Readonly<Record<string, string>> =>
  Object.fromEntries(errors.map(({ field }) => [field, query.raw(field)]));

/** Looking up what was recorded of a person or an organisation is looking at what is personal. */
const noteParty = (desk: Desk, exchange: Exchange, { subject }: TrailParams): void => {
  const about = subject === null ? '' : subjectAsked(subject);
  if (about.startsWith('party:'))
    desk.noteAccess({
      who: whoOf(exchange).party,
      what: `audit trail of ${about}`,
      request: exchange.id,
    });
};

const pageReply = (desk: Desk, exchange: Exchange, place: TrailPlace): E.Either<Failure, Reply> => {
  const { params, errors: misread } = parseTrailParams(exchange.query);
  noteParty(desk, exchange, params);
  const plans: ReadonlyArray<PlanId> = place.questions.map(({ plan }) => plan);
  return pipe(
    E.Do,
    E.bind('shown', () => shownOf(desk, exchange, place, params)),
    E.bind('people', () => peopleChoices(desk, place.head)),
    E.bind('known', () => fieldChoices(desk, plans, place.head)),
    E.map(({ shown, people, known }) => {
      const errors = [...misread, ...shown.errors];
      return page(
        {
          ...auditPage({
            plan: place.plan,
            planTitles: place.planTitles,
            trail: shown.page?.trail ?? null,
            pages: shown.page?.pages ?? { previous: null, next: null },
            at: shown.page?.at ?? null,
            params,
            question: place.question,
            people,
            fields: place.access === undefined ? known : [...known, ...accessFields],
            withAccess: place.access !== undefined,
            refused: { typed: typedIn(exchange, errors), errors },
          }),
          section: place.plan === null ? 'audit' : 'plans',
          breadcrumbs: place.breadcrumbs,
          dateBar: place.dateBar,
          dataLinks: shown.page === null ? [] : dataLinks(place, params),
          errors,
          wide: true,
        },
        place.dateErrors.length + errors.length === 0 ? 200 : 400,
      );
    }),
  );
};

/** A file of the whole trail. That somebody took it along is noted. */
const fileReply = (
  desk: Desk,
  exchange: Exchange,
  place: TrailPlace,
  format: TrailFormat,
): TE.TaskEither<Failure, Reply> => {
  const { params, errors } = parseTrailParams(exchange.query);
  const [refused] = [...place.dateErrors, ...errors];
  if (refused !== undefined) return TE.left(invalid(refused.message, refused.field));
  const who = whoOf(exchange);
  return pipe(
    TE.fromEither(askedOf(desk, exchange, place, params)),
    TE.chain((asked) => exportTrail(desk, asked, format, { by: who.name, at: desk.clock.now() })),
    TE.map(({ reply, filter }) => {
      desk.noteAccess({
        who: who.party,
        what: `export as ${format.toUpperCase()}: ${filter}`,
        request: exchange.id,
      });
      return reply;
    }),
  );
};

/** The page, or the file that its address asks for. */
export const trailReply = (
  desk: Desk,
  exchange: Exchange,
  place: TrailPlace,
): TE.TaskEither<Failure, Reply> => {
  const format = exchange.query.one('format');
  return format === 'csv' || format === 'json'
    ? fileReply(desk, exchange, place, format)
    : TE.fromEither(pageReply(desk, exchange, place));
};
