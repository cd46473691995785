import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { account, accountStatus } from './fields.ts';

export const AccountClosed = defineEvent({
  type: 'AccountClosed',
  summary: 'An account was closed: nobody signs in with it any more.',
  data: t.type({}),
  says: () => [accountStatus.says(account, 'closed')],
  example: {},
});
