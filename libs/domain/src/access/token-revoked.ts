import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { token, tokenRevoked } from './fields.ts';

export const TokenRevoked = defineEvent({
  type: 'TokenRevoked',
  summary: 'A token was revoked: no program gets in with it any more.',
  data: t.type({}),
  says: () => [tokenRevoked.says(token, true)],
  example: {},
});
