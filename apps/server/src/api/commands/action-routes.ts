import { newRef } from '@trackrecord/application';
import {
  CreateAction,
  isThere,
  MoveAction,
  type PlanOrder,
  Ref,
  subjectOf,
  Text,
} from '@trackrecord/domain';
import { JsonString } from '@trackrecord/kernel';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { type CommandRoutes, inOtherWords, onAction } from './command-route.ts';

const tag = 'Actions';

/** An action's place in its plan; what is left out it does not stand under. */
const PlaceAsked = t.partial({
  priority: Ref,
  theme: Ref,
  enabler: Ref,
  results: t.readonlyArray(Ref),
});

const NewAction = t.intersection([
  t.type({ ref: Ref, title: Text }),
  t.partial({ label: JsonString, under: PlaceAsked }),
]);

/** How actions are changed, besides what is told of how they go on. */
export const actionRoutes = {
  CreateAction: {
    method: 'POST',
    path: '/plans/{plan}/actions',
    summary: 'Add an action to a plan',
    tag,
    ...inOtherWords(NewAction, ({ ref, title, label, under }) => ({ deps, state }) => {
      // An action's id is its first ref; one that was renumbered since still has this one for its id.
      const isTaken = isThere(state.cut, subjectOf('action', ref));
      return TE.right(
        CreateAction.of({
          action: isTaken ? newRef(deps, 'a') : ref,
          ref,
          label: label ?? ref,
          title,
          under: { results: [], ...under },
        }),
      );
    }),
    example: { ref: '27', title: 'Open the family centre', under: { priority: '2' } },
  },
  RewordAction: {
    method: 'PUT',
    path: '/plans/{plan}/actions/{ref}/title',
    summary: 'Change an action’s words',
    tag,
    example: { title: 'Open the family centre and its garden' },
  },
  MoveAction: {
    method: 'PUT',
    path: '/plans/{plan}/actions/{ref}/place',
    summary: 'Move an action to another place in its plan',
    tag,
    ...onAction(
      t.type({ under: PlaceAsked }),
      ({ under }) =>
        ({ action }) =>
          TE.right(MoveAction.of({ action, under: { results: [], ...under } })),
    ),
    example: { under: { priority: '3', theme: '3.1' } },
  },
  SetTimescale: {
    method: 'PUT',
    path: '/plans/{plan}/actions/{ref}/timescale',
    summary: 'Say when an action is to be done',
    tag,
    example: { timescale: { asWritten: 'by September 2026', latest: '2026-09-30' } },
  },
  RemoveTimescale: {
    method: 'DELETE',
    path: '/plans/{plan}/actions/{ref}/timescale',
    summary: 'Take an action’s timescale away',
    tag,
  },
  CloseAction: {
    method: 'POST',
    path: '/plans/{plan}/actions/{ref}/closure',
    summary: 'Close an action that is done',
    tag,
    example: { why: 'Agreed by the board' },
  },
  ReopenAction: {
    method: 'POST',
    path: '/plans/{plan}/actions/{ref}/reopening',
    summary: 'Open a closed or withdrawn action again',
    tag,
    example: { why: 'The roof leaks again' },
  },
  WithdrawAction: {
    method: 'POST',
    path: '/plans/{plan}/actions/{ref}/withdrawal',
    summary: 'Withdraw an action that will not be done',
    tag,
    example: { why: 'No money was found' },
  },
  AssignOwner: {
    method: 'PUT',
    path: '/plans/{plan}/actions/{ref}/owners/{party}',
    summary: 'Make somebody an owner of an action',
    tag,
    madeUp: { role: () => 'lead' },
    example: { role: 'lead' },
  },
  ReleaseOwner: {
    method: 'DELETE',
    path: '/plans/{plan}/actions/{ref}/owners/{party}',
    summary: 'End an ownership of an action',
    tag,
  },
  NoteKnownAs: {
    method: 'PUT',
    path: '/plans/{plan}/actions/{ref}/known-as/{knownAs}',
    summary: 'Note another number that an action is known by',
    tag,
    example: { why: 'Its number in the plan before' },
  },
  RenumberActions: {
    method: 'POST',
    path: '/plans/{plan}/renumbering',
    summary: 'Give actions other numbers',
    description: 'All at once, so that two can change places; each by the ref that it has now.',
    tag,
    example: { renumbered: [{ action: '27', ref: '28', label: 'Action 28.' }] },
  },
  AddCrossReference: {
    method: 'POST',
    path: '/plans/{plan}/items/{item}/cross-references',
    summary: 'Refer from an item to something else',
    tag,
    fills: { about: 'item' },
    madeUp: { link: ({ newRef: made }) => made('l') },
    example: { reference: { asWritten: 'see Action 14', to: 'action 14' } },
  },
  RemoveCrossReference: {
    method: 'DELETE',
    path: '/plans/{plan}/items/{item}/cross-references/{link}',
    summary: 'Take a cross-reference away',
    tag,
    fills: { about: 'item' },
  },
} satisfies Partial<CommandRoutes<PlanOrder>>;
