import { PartyKind, RegisterParty, type Text } from '@trackrecord/domain';
import { partyPath } from '@trackrecord/pages';
import { partiesNamed } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ChangeForm } from '../change/change-form.ts';
import { type ReadField, readText, together, wrong } from '../change/forms/read-fields.ts';
import { type DirectoryPlace, type MakeParty, onParty } from './party-form-kind.ts';

/** Who goes by that name, but for whom this very form registered when it was sent before. */
const namesakes = ({ directory, filled, newId }: DirectoryPlace): ReadonlyArray<string> =>
  partiesNamed(directory)(filled.text('name')).filter((id) => id !== newId);

const isAnother = ({ filled }: DirectoryPlace): boolean => filled.ticked('another').includes('yes');

/** A name that somebody has already is taken where it is meant. */
const readName = (of: DirectoryPlace): ReadField<Text> =>
  pipe(
    readText('name', 'Name', of.filled.text('name')),
    E.chain((name) =>
      namesakes(of).length === 0 || isAnother(of)
        ? E.right(name)
        : wrong(
            'name',
            `Name: ${name} is known already. If this is somebody else of the same name, tick the box below.`,
          ),
    ),
  );

const readKind = (typed: string): ReadField<PartyKind> =>
  PartyKind.is(typed) ? E.right(typed) : wrong('kind', 'Kind: Choose a person or an organisation.');

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
        make: onParty(of.newId, RegisterParty.of({ kind, name })),
        done: `${name} is registered.`,
        nothingNew: `${name} is registered already.`,
        mine: name,
        leadsTo: partyPath(of.newId),
      })),
    ),
};
