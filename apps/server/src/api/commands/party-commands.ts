import {
  type Failure,
  loadContact,
  type MayContact,
  permittedToContact,
  streamOf,
} from '@trackrecord/application';
import {
  decideParty,
  partyCommands,
  PartyId,
  type PartyOrder,
  RegisterParty,
  RetractAssertions,
} from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import type { StreamName } from '@trackrecord/kernel';
import { DoneCodec, done } from '../answers/done-codec.ts';
import { type Changing, change } from '../change.ts';
import type { Endpoint } from '../endpoint.ts';
import { maySomewhere } from '../may-here.ts';
import { partyThing } from '../things.ts';
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

const tag = 'Parties';

const partyIn = ({ exchange: { params } }: Pick<Changing, 'exchange'>): PartyId => {
  const { party } = params;
  if (PartyId.is(party)) return party;
  throw new Error('the path names a party');
};

const streamIn = (changing: Changing): StreamName => streamOf('party', partyIn(changing));

/** How people and organisations are changed. */
const routes: CommandRoutes<PartyOrder> = {
  RegisterParty: { carriedBy: 'registerParty' },
  RetractAssertions: { carriedBy: 'retractFromParty' },
  RenameParty: {
    method: 'PUT',
    path: '/parties/{party}/name',
    summary: 'Rename a person or an organisation',
    tag,
    example: { name: 'Isla Farrow', why: 'Married' },
  },
  MergeParty: {
    method: 'POST',
    path: '/parties/{party}/merger',
    summary: 'Say that two spellings are one',
    description: 'The party that the path names is from now on the one that the body names.',
    tag,
    example: { into: 'p-4c1f' },
  },
  JoinOrganisation: {
    method: 'PUT',
    path: '/parties/{party}/organisations/{organisation}',
    summary: 'Say that somebody belongs to an organisation',
    description:
      'Whoever keeps every plan may: actions of an organisation, in any plan, are then theirs to update.',
    tag,
    example: { effectiveOn: '2026-04-01' },
  },
  LeaveOrganisation: {
    method: 'DELETE',
    path: '/parties/{party}/organisations/{organisation}',
    summary: 'Say that somebody left an organisation',
    description:
      'Whoever keeps every plan may: actions of an organisation, in any plan, are then theirs to update.',
    tag,
  },
  SetContactAddress: {
    method: 'PUT',
    path: '/parties/{party}/address',
    summary: 'Say where reminders to a person or an organisation go',
    description:
      'People may say their own; whoever keeps every plan, anybody’s; whoever keeps every plan that names somebody may give them one where they have none.',
    tag,
    may: 'signed in',
    example: { address: 'm.reed@harbour.example' },
  },
  RemoveContactAddress: {
    method: 'DELETE',
    path: '/parties/{party}/address',
    summary: 'Take the address away that reminders go to',
    description: 'People may take away their own; whoever keeps every plan, anybody’s.',
    tag,
    may: 'signed in',
  },
  StopReminders: {
    method: 'DELETE',
    path: '/parties/{party}/reminders',
    summary: 'Send a person or an organisation no more reminders',
    description:
      'What they owe goes up to whoever answers for it. For themselves, and for whoever keeps every plan.',
    tag,
    may: 'signed in',
  },
  ResumeReminders: {
    method: 'PUT',
    path: '/parties/{party}/reminders',
    summary: 'Send a person or an organisation reminders again',
    description: 'For themselves, and for whoever keeps a plan.',
    tag,
    may: 'signed in',
    example: {},
  },
  TakeBoardRole: {
    method: 'POST',
    path: '/parties/{party}/board-roles',
    summary: 'Say that somebody took a role on a board',
    description: 'Whoever keeps a plan may.',
    tag,
    may: 'signed in',
    example: { board: 'Harbour Children’s Board', role: 'Chair' },
  },
  LeaveBoardRole: {
    method: 'DELETE',
    path: '/parties/{party}/board-roles',
    summary: 'Say that somebody left a role on a board',
    description: 'Whoever keeps a plan may.',
    tag,
    may: 'signed in',
  },
};

/** What a command is about where it is about somebody's address: who may is said of that. */
const ofContact: Readonly<Record<string, keyof MayContact>> = {
  SetContactAddress: 'set',
  RemoveContactAddress: 'set',
  StopReminders: 'stop',
  ResumeReminders: 'resume',
};

const mayContactThem = (changing: Changing, what: keyof MayContact): E.Either<Failure, unknown> => {
  const { desk, principal } = changing;
  const party = partyIn(changing);
  return pipe(
    loadContact(desk)(principal, party),
    E.chain((contact) =>
      // Whether they are registered at all, the command tells.
      contact === undefined
        ? maySomewhere(principal, 'manage')
        : permittedToContact(principal, contact.directory, what)(contact.contacted),
    ),
  );
};

/** Whether whoever asks may, where a command is open to more than those who keep every plan. */
const allowed = (
  changing: Changing,
  type: string,
  { may }: Pick<ByItsCodec<Members>, 'may'>,
): E.Either<Failure, unknown> => {
  const what = ofContact[type];
  if (what !== undefined) return mayContactThem(changing, what);
  return may === 'signed in' ? maySomewhere(changing.principal, 'manage') : E.right(null);
};

const partyCommand = (type: string, route: ByItsCodec<Members> | InOtherWords): Endpoint =>
  ownCommand({
    type,
    data: dataOf(partyCommands, type),
    route,
    thing: partyThing,
    carryOut: (changing, members) =>
      pipe(
        TE.fromEither(allowed(changing, type, route)),
        TE.chain(() =>
          carriedOutOn(
            changing,
            streamIn(changing),
            decideParty,
            orderOf(partyCommands)(type, members),
          ),
        ),
      ),
  });

const Registered = t.type({ ...done, party: PartyId }, 'PartyRegistered');

const newParty = ({ desk, repeatable }: Changing): PartyId => {
  if (repeatable === undefined) return desk.ids.partyId();
  const id = `p-${repeatable.idFor('party').slice(0, 13)}`;
  if (PartyId.is(id)) return id;
  throw new Error(`${id} is no party id`);
};

const registerParty: Endpoint = change({
  operationId: 'registerParty',
  method: 'POST',
  path: '/parties',
  summary: 'Register a person or an organisation',
  description:
    'Whoever keeps a plan may. The answer has the id that plans then name them by. One name may be that of several: look first.',
  tag,
  may: 'signed in',
  asks: RegisterParty.data,
  example: { kind: 'person', name: 'I. Farrow' },
  answers: Registered,
  change: (changing, { kind, name }) =>
    pipe(
      TE.fromEither(maySomewhere(changing.principal, 'manage')),
      TE.map(() => newParty(changing)),
      TE.chain((party) =>
        pipe(
          carriedOutOn(
            changing,
            streamOf('party', party),
            decideParty,
            RegisterParty.of({ kind, name }),
          ),
          TE.map((did) => ({ ...did, party })),
        ),
      ),
    ),
});

const retractFromParty: Endpoint = change({
  operationId: 'retractFromParty',
  method: 'POST',
  path: '/parties/{party}/retractions',
  summary: 'Take back what was wrong about a party',
  description: 'By ordinals: as known from now on it never held.',
  tag,
  may: 'manage',
  asks: ByOrdinals,
  example: { ordinals: [7] },
  answers: DoneCodec,
  thing: partyThing,
  change: (changing, { ordinals }) =>
    pipe(
      eventsAt(changing.desk, streamIn(changing), ordinals),
      TE.chain((events) =>
        carriedOutOn(changing, streamIn(changing), decideParty, RetractAssertions.of({ events })),
      ),
    ),
});
/** Every change of people and organisations. */
export const partyEndpoints: ReadonlyArray<Endpoint> = [
  registerParty,
  ...endpointsOf(routes, partyCommand),
  retractFromParty,
];
