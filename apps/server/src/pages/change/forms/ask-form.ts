import { askOrder, type Whom } from '@trackrecord/application';
import { PartyId } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { listInWords, parseUkDate } from '@trackrecord/pages';
import { partyKindOf } from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ActionForm, ActionPlace } from '../change-form.ts';
import { type ReadField, readOptionalLine, readText, together, wrong } from './read-fields.ts';

const usualWords = 'Please give an update.';

const readDue = (typed: string): ReadField<LocalDate | undefined> =>
  typed.trim() === ''
    ? E.right(undefined)
    : pipe(
        parseUkDate('By when?')(typed),
        E.mapLeft((message) => [{ field: 'due', message }]),
      );

/** Those who were ticked or chosen, and one more by name. */
const readWhom = ({ filled }: ActionPlace): ReadField<ReadonlyArray<Whom>> => {
  const ids = [...filled.ticked('of'), filled.text('other').trim()].filter((id) => id !== '');
  const name = filled.text('name').trim();
  if (!ids.every((id) => PartyId.is(id))) return wrong('of', 'Of whom? Choose from the list.');
  return pipe(
    readOptionalLine('name', 'Or somebody who is not in the list', name),
    E.map((named) => [
      ...new Set(ids.filter(PartyId.is)).values().map((id): Whom => ({ _tag: 'ById', id })),
      ...(named === undefined
        ? []
        : [{ _tag: 'ByName' as const, name: named, kind: partyKindOf(named) }]),
    ]),
  );
};

const namesOf = ({ parties, action }: ActionPlace, whom: ReadonlyArray<Whom>): string => {
  const names = whom.map((one) =>
    one._tag === 'ByName'
      ? one.name
      : (action.owners.find(({ party }) => party === one.id)?.name ??
        parties.find(({ value }) => value === one.id)?.text ??
        one.id),
  );
  return listInWords(names, 'and');
};

/** Asks for an update: of owners, of somebody else, or of nobody in particular. */
export const askForm: ActionForm = {
  name: 'ask',
  may: 'manage',
  when: 'When was it asked?',
  fieldOf: { dueOn: 'due', party: 'of' },
  shows: ({ action, filled, parties }) => ({
    heading: 'Ask for an update',
    fields: [
      ...(action.owners.length === 0
        ? []
        : [
            {
              kind: 'checkboxes' as const,
              field: 'of',
              label: 'Of whom?',
              values: filled.ticked(
                'of',
                action.owners.filter(({ role }) => role === 'lead').map(({ party }) => party),
              ),
              items: action.owners.map(({ party, name, role }) => ({
                value: party,
                text: name,
                hint: role === 'lead' ? 'leads' : 'supports',
              })),
            },
          ]),
      {
        kind: 'select',
        field: 'other',
        label: action.owners.length === 0 ? 'Of whom?' : 'Or of somebody else',
        hint: 'Leave all of it empty to ask nobody in particular: the plan’s manager then answers for it.',
        value: filled.text('other'),
        items: parties,
        nothing: action.owners.length === 0 ? 'Nobody in particular' : 'Nobody else',
      },
      {
        kind: 'text',
        field: 'name',
        label: 'Or somebody who is not in the list',
        hint: 'Their name, as it is to stand in the plan. They are added to the directory.',
        value: filled.text('name'),
        width: '20',
      },
      {
        kind: 'longText',
        field: 'words',
        label: 'What do you ask?',
        value: filled.text('words', usualWords),
        rows: 3,
      },
      {
        kind: 'date',
        field: 'due',
        label: 'By when?',
        hint: 'For example 31/1/2027. Leave it empty if there is no date.',
        value: filled.text('due'),
      },
    ],
    button: 'Ask',
  }),
  reads: (of) =>
    pipe(
      together(
        readWhom(of),
        together(
          readText('words', 'What do you ask?', of.filled.text('words')),
          readDue(of.filled.text('due')),
        ),
      ),
      E.map(([whom, [words, dueOn]]) => {
        const names = namesOf(of, whom);
        return {
          make: askOrder({ of: whom, words, dueOn }),
          done: `An update on action ${of.action.ref} was asked ${names === '' ? 'for' : `of ${names}`}.`,
          nothingNew: `This was asked already.`,
          mine: `“${words}”`,
        };
      }),
    ),
};
