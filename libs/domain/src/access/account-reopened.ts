import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { account, accountStatus } from './fields.ts';

export const AccountReopened = defineEvent({
  type: 'AccountReopened',
  summary: 'A closed account was opened again, with the roles that it had.',
  data: t.type({}),
  says: () => [accountStatus.says(account, 'open')],
  example: {},
});
