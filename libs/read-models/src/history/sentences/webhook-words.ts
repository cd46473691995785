import type { Json } from '@trackrecord/kernel';
import type { FieldWords, SubjectWords } from './field-words.ts';
import { membersOf } from './json-members.ts';

const kinds: Readonly<Record<string, string>> = {
  'update.owed': 'updates owed',
  'update.given': 'updates given',
  'rating.changed': 'ratings changed',
};

const listed = (words: ReadonlyArray<string>): string =>
  words.join(', ').replace(/, ([^,]*)$/u, ' and $1');

/** "updates owed and ratings changed on the plan harbour, with the words that people write". */
export const newsInWords = (value: Json): string => {
  const { kinds: asked, plan, withText } = membersOf(value);
  const what = Array.isArray(asked)
    ? asked.map((kind) => (typeof kind === 'string' ? (kinds[kind] ?? kind) : '')).map(String)
    : [];
  const where = typeof plan === 'string' ? `on the plan ${plan}` : 'on every plan';
  return `${listed(what)} ${where}${withText === true ? ', with the words that people write' : ''}`;
};

const always = (words: FieldWords['is']): FieldWords => ({
  is: words,
  set: words,
  changed: words,
  removed: words,
});

/** Where news is sent to. */
export const webhookWords: SubjectWords = {
  news: always(({ value, fromValue }) => `registered for ${newsInWords(value ?? fromValue)}`),
  secret: always(() => 'given a new secret'),
  removed: always(() => 'removed'),
};
