import {
  JoinOrganisation,
  LeaveBoardRole,
  LeaveOrganisation,
  PartyId,
  RenameParty,
  TakeBoardRole,
} from '@trackrecord/domain';
import { becameTrueField, type FormItem, parseUkDate, ukDate } from '@trackrecord/pages';
import { canonicalParty, nameOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type ReadField, readLine, together, wrong } from '../change/forms/read-fields.ts';
import { usualWhen } from '../change/around.ts';
import { beforeRegistered, onParty, type PartyForm, type PartyPlace } from './party-form-kind.ts';

/** Gives a party another name. */
export const renameForm: PartyForm = {
  name: 'rename',
  may: 'manage',
  undated: true,
  shows: ({ state, filled }) => ({
    heading: 'Rename',
    lead: [
      'For a name that changed or was misspelt. Every plan shows the new name, on past dates too; the old one stays in the history and finds them still.',
    ],
    fields: [
      {
        kind: 'text',
        field: 'name',
        label: 'New name',
        value: filled.text('name', state.name),
      },
    ],
    button: 'Save the name',
  }),
  reads: ({ id, filled }) =>
    pipe(
      readLine('name', 'New name', filled.text('name')),
      E.map((name) => ({
        make: onParty(id, RenameParty.of({ name })),
        done: `The name is ${name}.`,
        nothingNew: `The name is ${name} on that date already.`,
        mine: name,
      })),
    ),
};

/** Who belongs where is shown as known now, whatever the date: a day that is to come would count at once. */
const notToCome = ({ filled, today }: PartyPlace): ReadField<null> => {
  const typed = parseUkDate(usualWhen)(filled.text(becameTrueField));
  return E.isRight(typed) && typed.right > today
    ? wrong(
        becameTrueField,
        `${usualWhen} ${ukDate(typed.right)} is still to come: enter today or an earlier day.`,
      )
    : E.right(null);
};

const collator = new Intl.Collator('en', { numeric: true });

const organisationsToJoin = ({ directory, state }: PartyPlace): ReadonlyArray<FormItem> =>
  [...directory.values()]
    .filter(({ id, kind }) => kind === 'organisation' && canonicalParty(directory)(id) === id)
    .filter(({ id }) => !state.organisations.includes(id))
    .map(({ id, name }) => ({ value: id, text: name }))
    .toSorted((a, b) => collator.compare(a.text, b.text));

/** Says that somebody belongs to an organisation. */
const joinForm: PartyForm = {
  name: 'join',
  may: 'manage',
  wordsFor: beforeRegistered,
  shows: (of) => ({
    heading: 'Join an organisation',
    lead: [
      `${of.state.name} then counts as one of it: actions of the organisation are theirs to update too.`,
    ],
    fields: [
      {
        kind: 'select',
        field: 'organisation',
        label: 'Which organisation?',
        value: of.filled.text('organisation'),
        items: organisationsToJoin(of),
        nothing: 'Choose one',
      },
    ],
    button: 'Save',
    others: [{ text: 'Register an organisation that is not in the list', href: '/parties/new' }],
  }),
  reads: (of) => {
    const { id, state, directory, filled } = of;
    const organisation = filled.text('organisation');
    return PartyId.is(organisation) && directory.has(organisation)
      ? pipe(
          notToCome(of),
          E.map(() => ({
            make: onParty(id, JoinOrganisation.of({ organisation })),
            done: `${state.name} belongs to ${nameOf(directory)(organisation)}.`,
            nothingNew: `${state.name} belongs to it on that date already.`,
            mine: nameOf(directory)(organisation),
          })),
        )
      : wrong('organisation', 'Which organisation? Choose one from the list.');
  },
};

/** Says that somebody belongs to an organisation no longer. */
const leaveForm: PartyForm = {
  name: 'leave',
  may: 'manage',
  wordsFor: (failure, of) =>
    beforeRegistered(failure, of) ??
    (failure._tag === 'Refused' && failure.refusal._tag === 'NotFound'
      ? 'Which organisation? They did not belong to it on that date.'
      : undefined),
  shows: ({ state, directory, filled }) => ({
    heading: 'Leave an organisation',
    fields: [
      {
        kind: 'radios',
        field: 'organisation',
        label: 'Which organisation?',
        value: filled.text(
          'organisation',
          state.organisations.length === 1 ? state.organisations[0] : undefined,
        ),
        items: state.organisations.map((value) => ({ value, text: nameOf(directory)(value) })),
      },
    ],
    button: 'Save',
  }),
  reads: (of) => {
    const { id, state, directory, filled } = of;
    const organisation = filled.text('organisation');
    return PartyId.is(organisation)
      ? pipe(
          notToCome(of),
          E.map(() => ({
            make: onParty(id, LeaveOrganisation.of({ organisation })),
            done: `${state.name} does not belong to ${nameOf(directory)(organisation)} any more.`,
            nothingNew: 'That is recorded for that date already.',
            mine: 'Left',
          })),
        )
      : wrong('organisation', 'Which organisation? Choose one.');
  },
};

/** Says that somebody took a role on a board. */
const takeRoleForm: PartyForm = {
  name: 'take-role',
  may: 'manage',
  wordsFor: beforeRegistered,
  shows: ({ filled }) => ({
    heading: 'Take a role on a board',
    fields: [
      {
        kind: 'text',
        field: 'board',
        label: 'Board',
        hint: 'Such as Harbour Children’s Board.',
        value: filled.text('board'),
      },
      {
        kind: 'text',
        field: 'role',
        label: 'Role',
        hint: 'Such as chair, or secondary headteachers.',
        value: filled.text('role'),
      },
    ],
    button: 'Save',
  }),
  reads: (of) =>
    pipe(
      together(
        notToCome(of),
        together(
          readLine('board', 'Board', of.filled.text('board')),
          readLine('role', 'Role', of.filled.text('role')),
        ),
      ),
      E.map(([, [board, role]]) => ({
        make: onParty(of.id, TakeBoardRole.of({ board, role })),
        done: `${of.state.name} is ${role}, ${board}.`,
        nothingNew: `${of.state.name} is that on that date already.`,
        mine: `${role}, ${board}`,
      })),
    ),
};

/** Says that somebody left a role on a board. */
const leaveRoleForm: PartyForm = {
  name: 'leave-role',
  may: 'manage',
  wordsFor: (failure, of) =>
    beforeRegistered(failure, of) ??
    (failure._tag === 'Refused' && failure.refusal._tag === 'NotFound'
      ? 'Which role? They did not have it on that date.'
      : undefined),
  shows: ({ state, filled }) => ({
    heading: 'Leave a role on a board',
    fields: [
      {
        kind: 'radios',
        field: 'which',
        label: 'Which role?',
        value: filled.text('which', state.boardRoles.length === 1 ? '0' : undefined),
        items: state.boardRoles.map(({ board, role }, index) => ({
          value: String(index),
          text: `${role}, ${board}`,
        })),
      },
    ],
    button: 'Save',
  }),
  reads: (of) => {
    const { id, state, filled } = of;
    const left = state.boardRoles[Number(filled.text('which') || 'none')];
    return left === undefined
      ? wrong('which', 'Which role? Choose one.')
      : pipe(
          together(
            notToCome(of),
            together(readLine('which', 'Board', left.board), readLine('which', 'Role', left.role)),
          ),
          E.map(([, [board, role]]) => ({
            make: onParty(id, LeaveBoardRole.of({ board, role })),
            done: `${state.name} is not ${role}, ${board}, any more.`,
            nothingNew: 'That is recorded for that date already.',
            mine: 'Left',
          })),
        );
  },
};

/** Forms about where somebody belongs: an organisation's actions, in any plan, are theirs to update then. */
export const membershipForms: ReadonlyArray<PartyForm> = [joinForm, leaveForm];

/** Forms about roles on boards, which give nobody anything. */
export const boardRoleForms: ReadonlyArray<PartyForm> = [takeRoleForm, leaveRoleForm];
