import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Subject } from '../words.ts';
import { itemExists } from './fields.ts';

export const ItemRemoved = defineEvent({
  type: 'ItemRemoved',
  summary: 'A priority, theme, enabler, result or data need stands in the plan no longer.',
  data: t.type({ item: Subject }),
  says: ({ item }) => [itemExists.says(item, null)],
  example: { item: 'theme:2.3' },
});
