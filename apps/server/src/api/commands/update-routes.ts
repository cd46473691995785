import { newRef } from '@trackrecord/application';
import { GiveUpdate, type PlanOrder, Rating, Ref, Text } from '@trackrecord/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { type CommandRoutes, onAction } from './command-route.ts';

const tag = 'Updates';

const Given = t.partial({
  requests: t.readonlyArray(Ref),
  note: t.intersection([t.type({ text: Text }), t.partial({ note: Ref })]),
  rating: Rating,
});

/** How updates of actions are asked for and given. */
export const updateRoutes = {
  ChangeRating: {
    method: 'PUT',
    path: '/plans/{plan}/actions/{ref}/rating',
    summary: 'Rate an action',
    tag,
    may: 'update',
    example: { rating: 'Amber', effectiveOn: '2026-06-30', why: 'No site yet' },
  },
  RemoveRating: {
    method: 'DELETE',
    path: '/plans/{plan}/actions/{ref}/rating',
    summary: 'Take an action’s rating away',
    description: 'It is then not rated, which is a state of its own.',
    tag,
    may: 'update',
  },
  AddNote: {
    method: 'POST',
    path: '/plans/{plan}/actions/{ref}/notes',
    summary: 'Add a note on progress',
    tag,
    may: 'update',
    madeUp: { note: ({ newRef }) => newRef('n') },
    example: { text: 'Two more schools have joined.' },
  },
  SupersedeNote: {
    method: 'POST',
    path: '/plans/{plan}/actions/{ref}/notes/{note}/successor',
    summary: 'Say which note takes the place of another',
    tag,
    example: { by: 'n-2' },
  },
  WithdrawNote: {
    method: 'DELETE',
    path: '/plans/{plan}/actions/{ref}/notes/{note}',
    summary: 'Withdraw a note',
    tag,
  },
  RequestUpdate: {
    method: 'POST',
    path: '/plans/{plan}/actions/{ref}/requests',
    summary: 'Ask for an update on an action',
    description: 'Of whom by their ids; of nobody in particular where the list is empty.',
    tag,
    madeUp: {
      request: ({ newRef }) => newRef('r'),
      of: () => [],
      words: () => 'Please give an update.',
    },
    example: { of: ['p-4c1f'], words: 'Where do we stand?', dueOn: '2026-07-31' },
  },
  WaiveUpdate: {
    method: 'POST',
    path: '/plans/{plan}/actions/{ref}/waiver',
    summary: 'Take back what was asked of an action',
    description: 'All that is open, or the requests that are named.',
    tag,
    example: { why: 'Reported in person' },
  },
  GiveUpdate: {
    method: 'POST',
    path: '/plans/{plan}/actions/{ref}/updates',
    summary: 'Give an update on an action',
    description: 'Settles what was asked: all that is open, or the requests that are named.',
    tag,
    may: 'update',
    ...onAction(
      Given,
      ({ note, ...others }) =>
        ({ deps, action }) =>
          TE.right(
            GiveUpdate.of({
              action,
              ...others,
              ...(note === undefined
                ? {}
                : { note: { text: note.text, note: note.note ?? newRef(deps, 'n') } }),
            }),
          ),
    ),
    example: { note: { text: 'All agreements are signed.' }, rating: 'Green' },
  },
  ConfirmNoChange: {
    method: 'POST',
    path: '/plans/{plan}/actions/{ref}/no-change',
    summary: 'Say that nothing has changed',
    description: 'The rating holds, and what was asked is answered.',
    tag,
    may: 'update',
    example: { onWordOf: 'I. Farrow' },
  },
} satisfies Partial<CommandRoutes<PlanOrder>>;
