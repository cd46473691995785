import { type MakeOrders, newRef, type OnAction, simply } from '@trackrecord/application';
import {
  AddCrossReference,
  type CrossReference,
  Ref,
  RemoveCrossReference,
  Subject,
  subjectOf,
  Text,
} from '@trackrecord/domain';
import { titleParts } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ActionForm, ActionPlace } from '../change-form.ts';
import { shortened } from './form-words.ts';
import { mostOfTitle, type ReadField, readText, wrong } from './read-fields.ts';

/** An action as other things name it. */
const aboutAction = (action: Ref): Subject => {
  const subject = subjectOf('action', action);
  if (Subject.is(subject)) return subject;
  throw new Error(`${subject} is no subject`);
};

const referring = (reference: CrossReference): MakeOrders<OnAction> =>
  simply(({ deps, action }) =>
    AddCrossReference.of({ about: aboutAction(action), link: newRef(deps, 'l'), reference }),
  );

/** To another action, to something outside the plan, or to both in words of one's own. */
const readReference = ({ filled, asked }: ActionPlace): ReadField<CrossReference> => {
  const [to, typed] = [filled.text('to').trim(), filled.text('words').trim()];
  if (to !== '' && !asked.answer.actions.some(({ ref }) => ref === to))
    return wrong('to', 'To which action? Choose one from the list.');
  const words = typed === '' && to !== '' ? `See action ${to}` : typed;
  if (words === '')
    return wrong('words', 'In which words? Choose an action, or enter what this one refers to.');
  const named = `action ${to}`;
  return pipe(
    readText('words', 'In which words?', words, mostOfTitle),
    E.map((asWritten) => (to !== '' && Text.is(named) ? { asWritten, to: named } : { asWritten })),
  );
};

/** Refers from an action to another, or to a document. */
export const referForm: ActionForm = {
  name: 'refer',
  may: 'manage',
  shows: ({ asked, action, filled }) => ({
    heading: 'Add a cross-reference',
    fields: [
      {
        kind: 'select',
        field: 'to',
        label: 'To which action of this plan?',
        value: filled.text('to'),
        items: asked.answer.actions
          .filter(({ ref }) => ref !== action.ref)
          .map(({ ref, title }) => ({
            value: ref,
            text: shortened(`Action ${ref}: ${titleParts(title).first}`, 90),
          })),
        nothing: 'None: it refers to something else',
      },
      {
        kind: 'text',
        field: 'words',
        label: 'In which words?',
        hint: 'Such as “See the county’s transport plan”. Leave it empty for “See action …”.',
        value: filled.text('words'),
      },
    ],
    button: 'Add the reference',
  }),
  reads: (of) =>
    pipe(
      readReference(of),
      E.map((reference) => ({
        make: referring(reference),
        done: `Action ${of.action.ref} refers to “${shortened(reference.asWritten)}”.`,
        nothingNew: 'This reference is there already.',
        mine: `“${shortened(reference.asWritten)}”`,
      })),
    ),
};

const unreferring =
  (link: Ref): MakeOrders<OnAction> =>
  ({ action }) =>
    TE.right(RemoveCrossReference.of({ about: aboutAction(action), link }));

/** Takes a reference away. */
export const unreferForm: ActionForm = {
  name: 'unrefer',
  may: 'manage',
  shows: ({ action, filled }) => ({
    heading: 'Remove a cross-reference',
    lead:
      action.crossReferences.length === 0 ? ['This action refers to nothing at the moment.'] : [],
    fields: [
      {
        kind: 'radios',
        field: 'link',
        label: 'Which reference?',
        value: filled.text('link'),
        items: action.crossReferences.map(({ link, asWritten }) => ({
          value: link,
          text: shortened(asWritten, 160),
        })),
      },
    ],
    button: 'Remove it',
  }),
  reads: ({ action, filled }) => {
    const typed = filled.text('link');
    const words = action.crossReferences.find(({ link }) => link === typed)?.asWritten ?? typed;
    return Ref.is(typed)
      ? E.right({
          make: unreferring(typed),
          done: `Action ${action.ref} does not refer to “${shortened(words)}” any more.`,
          nothingNew: 'That it is removed is recorded already.',
          mine: 'Removed',
        })
      : wrong('link', 'Which reference? Choose one.');
  },
};
