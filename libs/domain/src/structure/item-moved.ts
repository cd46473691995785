import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref, Subject } from '../words.ts';
import { itemPriority } from './fields.ts';

export const ItemMoved = defineEvent({
  type: 'ItemMoved',
  summary: 'A theme or a result was moved to another priority.',
  data: t.type({ item: Subject, priority: Ref }),
  says: ({ item, priority }) => [itemPriority.says(item, priority)],
  example: { item: 'theme:2.3', priority: '3' },
});
