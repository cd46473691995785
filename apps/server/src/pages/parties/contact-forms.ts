import {
  type Failure,
  loadContact,
  type MayContact,
  notAuthorised,
  permittedToContact,
  type Principal,
} from '@trackrecord/application';
import {
  EmailAddress,
  RemoveContactAddress,
  ResumeReminders,
  SetContactAddress,
  StopReminders,
} from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Route } from '../../http/route.ts';
import type { AnyKind } from '../change/change-form.ts';
import { formRoutes } from '../change/change-routes.ts';
import { wrong } from '../change/forms/read-fields.ts';
import {
  type MakeParty,
  onParty,
  partyFormKind,
  type PartyForm,
  type PartyPlace,
} from './party-form-kind.ts';
import type { Desk } from '../../desk.ts';
import { noteLooked } from './show-party.ts';

/** Forms about where reminders to a party go, for whoever may say that; that the party was looked at is noted. */
const contactKind = (what: keyof MayContact): AnyKind<PartyPlace, MakeParty> => ({
  ...partyFormKind,
  placed: (desk, exchange, filled) =>
    exchange.visitor._tag === 'Nobody'
      ? TE.left(notAuthorised('Sign in first.'))
      : pipe(
          partyFormKind.placed(desk, exchange, filled),
          TE.chainFirstEitherK(permittedPlace(desk, exchange.visitor.principal, what)),
          TE.map((place) => {
            noteLooked(desk, exchange, place.id);
            return place;
          }),
        ),
});

const permittedPlace =
  (desk: Desk, principal: Principal, what: keyof MayContact) =>
  ({ id }: PartyPlace): E.Either<Failure, null> =>
    pipe(
      loadContact(desk)(principal, id),
      E.chain((contact) =>
        contact === undefined
          ? E.right(null)
          : permittedToContact(principal, contact.directory, what)(contact.contacted),
      ),
    );

/** Says where reminders go. */
const addressForm: PartyForm = {
  name: 'address',
  may: 'manage',
  undated: true,
  shows: ({ state, filled }) => ({
    heading: state.address === null ? 'Give an address' : 'Change the address',
    lead: [
      `Reminders to ${state.name} go there, with links by which updates can be given without an account. What is answered by them counts as said by ${state.name}.`,
    ],
    fields: [
      {
        kind: 'text',
        field: 'address',
        label: 'Email address',
        hint: 'Such as m.reed@harbour.example.',
        value: filled.text('address', state.address ?? ''),
      },
    ],
    button: 'Save the address',
  }),
  reads: ({ id, state, filled }) => {
    const typed = filled.text('address');
    return pipe(
      EmailAddress.decode(typed),
      E.match(
        () =>
          wrong(
            'address',
            typed.trim() === ''
              ? 'Email address: Enter one, such as m.reed@harbour.example.'
              : `Email address: “${typed.trim().slice(0, 100)}” is no email address. Enter one such as m.reed@harbour.example.`,
          ),
        (address) =>
          E.right({
            make: onParty(id, SetContactAddress.of({ address })),
            done: `Reminders to ${state.name} go to ${address}.`,
            nothingNew: 'They go there already.',
            mine: address,
          }),
      ),
    );
  },
};

/** Takes the address away. */
const removeAddressForm: PartyForm = {
  name: 'remove-address',
  may: 'manage',
  undated: true,
  fieldOf: { address: 'why' },
  shows: ({ state }) => ({
    heading: 'Take the address away',
    lead: [
      `${state.name} gets no reminders then. What they owe is asked of whoever helps with it, of the plan’s manager, or of the sponsor.`,
    ],
    fields: [],
    button: 'Take it away',
    warns: true,
  }),
  reads: ({ id, state }) =>
    E.right({
      make: onParty(id, RemoveContactAddress.of({})),
      done: `${state.name} has no address any more.`,
      nothingNew: 'There is no address.',
      mine: 'None',
    }),
};

/** Ends the reminders to somebody who keeps their address. */
const stopForm: PartyForm = {
  name: 'stop-reminders',
  may: 'manage',
  undated: true,
  shows: ({ state }) => ({
    heading: 'Stop reminders',
    lead: [
      `${state.name} gets no more reminders, of any plan, until they are let begin again. What they owe is asked of whoever helps with it, of the plan’s manager, or of the sponsor.`,
    ],
    fields: [],
    button: 'Stop them',
    warns: true,
  }),
  reads: ({ id, state }) =>
    E.right({
      make: onParty(id, StopReminders.of({})),
      done: `${state.name} gets no more reminders.`,
      nothingNew: 'They are stopped already.',
      mine: 'Stopped',
    }),
};

/** Lets them begin again. */
const resumeForm: PartyForm = {
  name: 'resume-reminders',
  may: 'manage',
  undated: true,
  shows: ({ state }) => ({
    heading: 'Let reminders begin again',
    lead: [`${state.name} is asked again for what they owe, with the next reminders.`],
    fields: [],
    button: 'Let them begin again',
  }),
  reads: ({ id, state }) =>
    E.right({
      make: onParty(id, ResumeReminders.of({})),
      done: `${state.name} gets reminders again.`,
      nothingNew: 'They get reminders already.',
      mine: 'Begun again',
    }),
};

/** Where reminders to a party go, and whether it gets any: the route asks who it is, the form what they may. */
export const contactRoutes: ReadonlyArray<Route> = [
  ...[addressForm, removeAddressForm].flatMap(formRoutes(contactKind('set'), 'signed in')),
  ...formRoutes(contactKind('stop'), 'signed in')(stopForm),
  ...formRoutes(contactKind('resume'), 'signed in')(resumeForm),
];
