import {
  closeOrder,
  type MakeOrders,
  type OnAction,
  reopenOrder,
  withdrawOrder,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type { ActionForm } from '../change-form.ts';

type StatusChange = Readonly<{
  name: string;
  heading: string;
  lead: string;
  button: string;
  became: string;
  warns?: boolean;
  make: MakeOrders<OnAction>;
}>;

/** A form that asks nothing but since when, and why. */
const statusForm = ({
  name,
  heading,
  lead,
  button,
  became,
  warns,
  make,
}: StatusChange): ActionForm => ({
  name,
  may: 'manage',
  shows: () => ({ heading, lead: [lead], fields: [], button, warns: warns ?? false }),
  reads: ({ action }) =>
    E.right({
      make,
      done: `Action ${action.ref} is ${became}.`,
      nothingNew: `Action ${action.ref} is ${became} on that date already.`,
      mine: `${became.slice(0, 1).toUpperCase()}${became.slice(1)}`,
    }),
});

export const closeForm = statusForm({
  name: 'close',
  heading: 'Close this action',
  lead: 'Close an action that is done. It keeps its rating and its history, owes no updates any more, and can be reopened.',
  button: 'Close it',
  became: 'closed',
  make: closeOrder,
});

export const withdrawForm = statusForm({
  name: 'withdraw',
  heading: 'Withdraw this action',
  lead: 'Withdraw an action that will not be done. It leaves the lists of the plan, keeps its history, and can be reopened.',
  button: 'Withdraw it',
  became: 'withdrawn',
  warns: true,
  make: withdrawOrder,
});

export const reopenForm = statusForm({
  name: 'reopen',
  heading: 'Reopen this action',
  lead: 'It goes on as it stood before. Its number must not have gone to another action meanwhile.',
  button: 'Reopen it',
  became: 'open',
  make: reopenOrder,
});
