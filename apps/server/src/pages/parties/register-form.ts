import { bringingIn, invalid, loadDirectory } from '@trackrecord/application';
import {
  type PartyId,
  PartyKind,
  type PartyOrder,
  RegisterParty,
  type Text,
} from '@trackrecord/domain';
import { partyPath } from '@trackrecord/pages';
import { type Directory, partiesNamed } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ChangeForm } from '../change/change-form.ts';
import { type ReadField, readLine, together, wrong } from '../change/forms/read-fields.ts';
import { type DirectoryPlace, type MakeParty, onParty } from './party-form-kind.ts';

/** Who goes by that name, but for whom this very form registered when it was sent before. */
const othersNamed = (directory: Directory, name: string, newId: PartyId): ReadonlyArray<string> =>
  partiesNamed(directory)(name).filter((id) => id !== newId);

const namesakes = ({ directory, filled, newId }: DirectoryPlace): ReadonlyArray<string> =>
  othersNamed(directory, filled.text('name'), newId);

const isAnother = ({ filled }: DirectoryPlace): boolean => filled.ticked('another').includes('yes');

const knownAlready = (name: string): string =>
  `Name: ${name} is known already. If this is somebody else of the same name, tick the box below.`;

/** A name that somebody has already is taken where it is meant. */
const readName = (of: DirectoryPlace): ReadField<Text> =>
  pipe(
    readLine('name', 'Name', of.filled.text('name')),
    E.chain((name) =>
      namesakes(of).length === 0 || isAnother(of)
        ? E.right(name)
        : wrong('name', knownAlready(name)),
    ),
  );

const readKind = (typed: string): ReadField<PartyKind> =>
  PartyKind.is(typed) ? E.right(typed) : wrong('kind', 'Kind: Choose a person or an organisation.');

/** Somebody else may have registered them since the form was read: they are looked for again when it is its turn. */
const registering =
  (of: DirectoryPlace, name: Text, order: PartyOrder): MakeParty =>
  (desk, said) =>
    bringingIn(desk)((inTurn) =>
      pipe(
        TE.fromIOEither(() => loadDirectory(inTurn)),
        TE.filterOrElse(
          (directory) => isAnother(of) || othersNamed(directory, name, of.newId).length === 0,
          () => invalid(knownAlready(name), 'name'),
        ),
        TE.chain(() => onParty(of.newId, order)(inTurn, said)),
      ),
    );

/** Registers a person or an organisation, for plans to name. */
export const registerForm: ChangeForm<DirectoryPlace, MakeParty> = {
  name: 'new',
  may: 'manage',
  when: 'Since when are they to be known here?',
  shows: (of) => ({
    heading: 'Register somebody',
    lead: ['A person or an organisation that plans can then name.'],
    fields: [
      {
        kind: 'radios',
        field: 'kind',
        label: 'Kind',
        value: of.filled.text('kind'),
        items: [
          { value: 'person', text: 'A person' },
          { value: 'organisation', text: 'An organisation' },
        ],
      },
      { kind: 'text', field: 'name', label: 'Name', value: of.filled.text('name') },
      ...(of.filled.text('name').trim() === '' || namesakes(of).length === 0
        ? []
        : [
            {
              kind: 'checkboxes' as const,
              field: 'another',
              label: 'Of the same name',
              values: of.filled.ticked('another'),
              items: [{ value: 'yes', text: 'This is somebody else of the same name' }],
            },
          ]),
    ],
    button: 'Register',
  }),
  reads: (of) =>
    pipe(
      together(readKind(of.filled.text('kind')), readName(of)),
      E.map(([kind, name]) => ({
        make: registering(of, name, RegisterParty.of({ kind, name })),
        done: `${name} is registered.`,
        nothingNew: `${name} is registered already.`,
        mine: name,
        leadsTo: partyPath(of.newId),
      })),
    ),
};
