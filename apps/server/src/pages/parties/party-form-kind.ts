import {
  auditTrailAnswer,
  carryOutAs,
  type Change,
  type ChangedMeanwhile,
  type Done,
  type Failure,
  loadDirectory,
  missing,
  notAuthorised,
  partyAnswer,
  type PartyInFull,
  storage,
  streamOf,
} from '@trackrecord/application';
import { decideParty, PartyId, type PartyOrder } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { partyPath, partyStanding, ukDate } from '@trackrecord/pages';
import { type Directory, historySentence, type PartyState } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { maySomewhere } from '../../api/may-here.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { AnyKind, AnyPlace, ChangeForm, Meanwhile } from '../change/change-form.ts';
import type { Filled } from '../change/filled.ts';
import { partyChoices } from '../change/party-choices.ts';
import { askedDirectory, type AskedDirectory } from './asked-directory.ts';
import { partyIn } from './show-party.ts';

/** Everybody, as a form that registers somebody finds them. */
export type DirectoryPlace = AnyPlace &
  Readonly<{
    asked: AskedDirectory;
    directory: Directory;
    /** The id that somebody new is to have: of the form itself, so that sending it twice registers them once. */
    newId: PartyId;
  }>;

/** A party that a form is about: itself by its own id, and what is known of whom it stands for. */
export type PartyPlace = DirectoryPlace &
  Readonly<{
    id: PartyId;
    state: PartyState;
    full: PartyInFull;
    registeredOn: LocalDate | null;
  }>;

export type MakeParty = (desk: Desk, said: Omit<Change, 'plan'>) => TE.TaskEither<Failure, Done>;

export type PartyForm = ChangeForm<PartyPlace, MakeParty>;

/** Carries one order out on a party's own log. */
export const onParty =
  (id: PartyId, order: PartyOrder): MakeParty =>
  (desk, { author, commandId }) =>
    carryOutAs(desk)({
      author,
      commandId,
      stream: () => streamOf('party', id),
      decide: decideParty,
      steps: () => TE.right([{ order }]),
    });

const newIdOf = (desk: Desk, filled: Filled): PartyId => {
  const id = `p-${filled.text('formId').slice(0, 13)}`;
  return /^p-[0-9a-f]{8}-[0-9a-f]{4}$/u.test(id) && PartyId.is(id) ? id : desk.ids.partyId();
};

const directoryPlaced = (
  desk: Desk,
  exchange: Exchange,
  filled: Filled,
  subject: string,
): TE.TaskEither<Failure, DirectoryPlace> =>
  pipe(
    askedDirectory(desk)(exchange, subject),
    TE.chainEitherK((asked) =>
      pipe(
        E.Do,
        E.bind('parties', () => partyChoices(desk, asked.answer.ordinal)),
        E.bind('directory', () => loadDirectory(desk)),
        E.map(({ parties, directory }) => ({
          asked,
          today: asked.dateBar.today,
          filled,
          parties,
          directory,
          newId: newIdOf(desk, filled),
        })),
      ),
    ),
  );

const registeredOn = (
  { views }: Desk,
  id: PartyId,
  { asked }: DirectoryPlace,
): E.Either<Failure, LocalDate | null> =>
  pipe(
    views.recordsOf(streamOf('party', id), asked.answer.ordinal, { field: 'exists' }),
    E.bimap(storage, (records) =>
      records.reduce<LocalDate | null>(
        (first, { effectiveOn }) => (first === null || effectiveOn < first ? effectiveOn : first),
        null,
      ),
    ),
  );

const partyPlaced = (
  desk: Desk,
  exchange: Exchange,
  filled: Filled,
): TE.TaskEither<Failure, PartyPlace> =>
  pipe(
    TE.Do,
    TE.bind('id', () => TE.fromEither(partyIn(exchange))),
    TE.bind('place', () => directoryPlaced(desk, exchange, filled, 'the party')),
    TE.chainEitherK(({ id, place }) =>
      pipe(
        E.Do,
        E.bind('state', () =>
          E.fromNullable(missing(`There is no person or organisation "${id}".`, 'party'))(
            place.directory.get(id),
          ),
        ),
        E.bind('full', () => partyAnswer(desk)(id, place.asked.question, place.asked.seen)),
        E.bind('since', () => registeredOn(desk, id, place)),
        E.map(({ state, full, since }) => ({ ...place, id, state, full, registeredOn: since })),
      ),
    ),
  );

/** Whoever keeps a plan may; the others are told who may. */
const forKeepers =
  <Of>(placed: (desk: Desk, exchange: Exchange, filled: Filled) => TE.TaskEither<Failure, Of>) =>
  (desk: Desk, exchange: Exchange, filled: Filled): TE.TaskEither<Failure, Of> =>
    pipe(
      exchange.visitor._tag === 'Known'
        ? maySomewhere(exchange.visitor.principal, 'manage')
        : E.left(notAuthorised('Sign in first.')),
      TE.fromEither,
      TE.chain(() => placed(desk, exchange, filled)),
    );

const done = TE.map((did: Done) => ({ ...did, changes: [] }));

const shared = {
  section: 'parties',
  since: () => null,
  words: () => null,
  meanwhile: () => undefined,
  isOverruled: () => E.right(false),
} as const;

/** What somebody else did meanwhile, as the party's own history tells it. */
const meanwhile = (
  desk: Desk,
  { id }: PartyPlace,
  { ordinal, field }: ChangedMeanwhile,
): Meanwhile | undefined =>
  pipe(
    auditTrailAnswer(desk)(
      [],
      { subject: `party:${id}`, field, withConfirmed: false },
      { newestFirst: true, limit: 100 },
    ),
    E.match(
      () => undefined,
      ({ rows }) => {
        const line = rows.find(
          (row) => row.ordinal === ordinal || row.retracted?.ordinal === ordinal,
        );
        return line === undefined ? undefined : { what: `${historySentence(line)}.` };
      },
    ),
  );

/** Forms that change one party; they take whoever keeps every plan. */
export const partyFormKind: AnyKind<PartyPlace, MakeParty> = {
  ...shared,
  base: '/parties/:party',
  placed: partyPlaced,
  meanwhile,
  caption: ({ state }) => state.name,
  standingHeading: 'As it stands today',
  standing: ({ full }) => partyStanding(full),
  back: ({ id }) => partyPath(id),
  breadcrumbs: ({ asked, id, state }) => [
    { text: 'People and organisations', href: asked.link('/parties') },
    { text: state.name, href: asked.link(partyPath(id)) },
  ],
  change: (desk, _of, said, make) => done(make(desk, said)),
};

/** The same forms for whoever keeps a plan. */
export const partyForKeepersKind: AnyKind<PartyPlace, MakeParty> = {
  ...partyFormKind,
  placed: forKeepers(partyPlaced),
};

/** Forms that bring somebody in. */
export const directoryFormKind: AnyKind<DirectoryPlace, MakeParty> = {
  ...shared,
  base: '/parties',
  placed: forKeepers((desk, exchange, filled) =>
    directoryPlaced(desk, exchange, filled, 'people and organisations'),
  ),
  caption: () => 'People and organisations',
  standingHeading: 'Known today',
  standing: ({ asked }) => [
    {
      key: 'People',
      html: String(asked.answer.parties.filter(({ kind }) => kind === 'person').length),
    },
    {
      key: 'Organisations',
      html: String(asked.answer.parties.filter(({ kind }) => kind === 'organisation').length),
    },
  ],
  back: () => '/parties',
  breadcrumbs: ({ asked }) => [{ text: 'People and organisations', href: asked.link('/parties') }],
  change: (desk, _of, said, make) => done(make(desk, said)),
};

/** On dates before a party was registered nothing can be said of it. */
export const beforeRegistered = (failure: Failure, { registeredOn: since, state }: PartyPlace) =>
  failure._tag === 'Refused' && failure.refusal._tag === 'NotRegistered' && since !== null
    ? `${state.name} is registered since ${ukDate(since)}: enter that date or a later one.`
    : undefined;
