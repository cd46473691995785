import { assignOrder, type Whom } from '@trackrecord/application';
import { type OwnerRole, PartyId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ActionForm, ActionPlace } from '../change-form.ts';
import { oneOf, type ReadField, readLine, together, wrong } from './read-fields.ts';

const roles = { lead: 'leads', support: 'supports' };

const readOwner = ({ filled }: ActionPlace): ReadField<Whom> => {
  const [id, name, kind] = [
    filled.text('owner').trim(),
    filled.text('name').trim(),
    filled.text('kind'),
  ];
  if (id !== '' && name !== '')
    return wrong('name', 'Choose somebody from the list, or enter a new name: not both.');
  if (name !== '')
    return pipe(
      together(
        readLine('name', 'Or a new name', name),
        oneOf(
          'kind',
          `Is ${name.slice(0, 80)} a person or an organisation? Choose one.`,
          ['person', 'organisation'] as const,
          kind,
        ),
      ),
      E.map(([read, is]) => ({ _tag: 'ByName' as const, name: read, kind: is })),
    );
  if (id === '') return wrong('owner', 'Who? Choose somebody from the list, or enter a new name.');
  return PartyId.is(id)
    ? E.right({ _tag: 'ById', id })
    : wrong('owner', 'Who? Choose somebody from the list.');
};

const nameOf = ({ parties }: ActionPlace, whom: Whom): string =>
  whom._tag === 'ByName'
    ? whom.name
    : (parties.find(({ value }) => value === whom.id)?.text ?? whom.id);

/** Makes somebody an owner of an action, or changes what they are to it. */
export const assignForm: ActionForm = {
  name: 'assign',
  may: 'manage',
  fieldOf: { party: 'owner' },
  shows: ({ filled, parties }) => ({
    heading: 'Add an owner',
    fields: [
      {
        kind: 'select',
        field: 'owner',
        label: 'Who?',
        hint: 'People and organisations whom the directory knows.',
        value: filled.text('owner'),
        items: parties,
        nothing: 'Choose, or enter a new name below',
      },
      {
        kind: 'text',
        field: 'name',
        label: 'Or a new name',
        hint: 'As it is to stand in the plan. They are added to the directory.',
        value: filled.text('name'),
        width: '20',
      },
      {
        kind: 'radios',
        field: 'kind',
        label: 'A new name is of',
        value: filled.text('kind', 'person'),
        items: [
          { value: 'person', text: 'A person' },
          { value: 'organisation', text: 'An organisation' },
        ],
      },
      {
        kind: 'radios',
        field: 'role',
        label: 'What do they do?',
        value: filled.text('role', 'lead'),
        items: [
          {
            value: 'lead',
            text: 'Lead it',
            hint: 'They answer for it, and are asked for updates.',
          },
          { value: 'support', text: 'Support it' },
        ],
      },
    ],
    button: 'Save the owner',
  }),
  reads: (of) =>
    pipe(
      together(
        readOwner(of),
        oneOf(
          'role',
          'What do they do? Choose one.',
          ['lead', 'support'] as const satisfies ReadonlyArray<OwnerRole>,
          of.filled.text('role'),
        ),
      ),
      E.map(([owner, role]) => {
        const said = `${nameOf(of, owner)} ${roles[role]} action ${of.action.ref}`;
        return {
          make: assignOrder(owner, role),
          done: `${said}.`,
          nothingNew: `${said} on that date already.`,
          mine: said,
        };
      }),
    ),
};
