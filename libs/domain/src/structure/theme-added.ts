import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemExists, itemPriority, itemTitle } from './fields.ts';

export const ThemeAdded = defineEvent({
  type: 'ThemeAdded',
  summary: 'A theme was added under a priority.',
  data: t.type({ theme: Ref, title: Text, priority: Ref }),
  says: ({ theme, title, priority }) => [
    itemExists.says(subjectOf('theme', theme), true),
    itemTitle.says(subjectOf('theme', theme), title),
    itemPriority.says(subjectOf('theme', theme), priority),
  ],
  example: { theme: '2.3', title: 'By opening school grounds', priority: '2' },
});
