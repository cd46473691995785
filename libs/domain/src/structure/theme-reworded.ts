import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemTitle } from './fields.ts';

export const ThemeReworded = defineEvent({
  type: 'ThemeReworded',
  summary: 'The words of a theme changed.',
  data: t.type({ theme: Ref, title: Text }),
  says: ({ theme, title }) => [itemTitle.says(subjectOf('theme', theme), title)],
  example: { theme: '2.3', title: 'We will make play easier to reach' },
});
