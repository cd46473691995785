import {
  auditTrailAnswer,
  type AuditRow,
  type Failure,
  loadContact,
  mayContact,
  mayOn,
  missing,
  partyAnswer,
  type PartyInFull,
} from '@trackrecord/application';
import { PartyId, PlanId } from '@trackrecord/domain';
import { partyPage, type PartyPageOf, partyPath } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { page } from '../page-reply.ts';
import { type AskedDirectory, askedDirectory } from './asked-directory.ts';
import { mayWithParties } from './may-with-parties.ts';

/** So much of its own history stands on a party's page. */
const mostEntries = 100;

/** Who the path names. */
export const partyIn = ({ params }: Pick<Exchange, 'params'>): E.Either<Failure, PartyId> => {
  const named = params['party'] ?? '';
  return PartyId.is(named)
    ? E.right(named)
    : E.left(
        missing(
          `There is no person or organisation “${named.slice(0, 80)}”. The list of them shows those that there are.`,
          'party',
        ),
      );
};

const historyOf = (desk: Desk, id: string): E.Either<Failure, ReadonlyArray<AuditRow>> =>
  pipe(
    auditTrailAnswer(desk)(
      [],
      { subject: `party:${id}`, withConfirmed: false },
      { newestFirst: true, limit: mostEntries },
    ),
    E.map(({ rows }) => rows),
  );

/** Who recorded what is for those who may see a plan's whole trail. */
const withoutTrails = ({ visitor }: Exchange, party: PartyInFull): PartyInFull => ({
  ...party,
  latest: party.latest.filter(
    ({ plan }) =>
      visitor._tag === 'Known' && PlanId.is(plan) && mayOn(visitor.principal, 'audit', plan),
  ),
});

/** Notes that somebody looked at what is personal. */
export const noteLooked = (desk: Desk, { visitor, id }: Exchange, party: string): void => {
  if (visitor._tag === 'Known')
    desk.noteAccess({ who: visitor.principal.party, what: `party ${party}`, request: id });
};

/** Where reminders to a party go, for whoever may know. */
const contactOf = (
  desk: Desk,
  { visitor }: Exchange,
  id: string,
  isToday: boolean,
): E.Either<Failure, PartyPageOf['contact']> =>
  visitor._tag === 'Nobody'
    ? E.right(null)
    : pipe(
        loadContact(desk)(visitor.principal, id),
        E.map((contact) => {
          if (contact === undefined) return null;
          const { party, directory, contacted } = contact;
          const may = mayContact(visitor.principal, directory, contacted);
          return may.see
            ? {
                address: party.address,
                declines: party.declines,
                may: {
                  set: may.set && isToday,
                  stop: isToday && (party.declines ? may.resume : may.stop),
                },
              }
            : null;
        }),
      );

const shown = (
  desk: Desk,
  exchange: Exchange,
  { answer, question, isToday, dateBar, dateErrors, link }: AskedDirectory,
  party: PartyInFull,
): E.Either<Failure, Reply> => {
  const { keep, arrange, audit } = mayWithParties(exchange.visitor);
  return pipe(
    audit ? historyOf(desk, party.id) : E.right<Failure, ReadonlyArray<AuditRow> | null>(null),
    E.bindTo('history'),
    E.bind('contact', () => contactOf(desk, exchange, party.id, isToday)),
    E.map(({ history, contact }) => {
      noteLooked(desk, exchange, party.id);
      return page(
        {
          ...partyPage({
            party: withoutTrails(exchange, party),
            duplicates: answer.duplicates,
            history,
            contact,
            question,
            may: { keep: keep && isToday, arrange: arrange && isToday },
            todayHref: arrange && !isToday ? partyPath(party.id) : null,
          }),
          section: 'parties',
          breadcrumbs: [{ text: 'People and organisations', href: link('/parties') }],
          dateBar,
          dataLinks: [{ text: 'JSON', href: link(`/api/v1${partyPath(party.id)}`) }],
        },
        dateErrors.length === 0 ? 200 : 400,
      );
    }),
  );
};

/**
 * One party in full; that it was looked at is noted. A spelling that was merged leads to whom it was merged into.
 */
export const showParty: Route = {
  method: 'GET',
  path: '/parties/:party',
  audience: 'people',
  may: 'signed in',
  answer: (desk) => (exchange) =>
    pipe(
      askedDirectory(desk)(exchange, 'the party'),
      TE.chainEitherK((asked) =>
        pipe(
          partyIn(exchange),
          E.chain((id) =>
            pipe(
              partyAnswer(desk)(id, asked.question, asked.seen),
              E.chain((party) =>
                party.id === id
                  ? shown(desk, exchange, asked, party)
                  : E.right(redirect(asked.link(partyPath(party.id)))),
              ),
            ),
          ),
        ),
      ),
    ),
};
