import type { DigestItem, EscalatedFrom } from '@trackrecord/application/ports';
import { cleanLine } from '../words/clean.ts';
import { cutAtWord } from '../words/cut-at-word.ts';
import { asSentence, count, listInWords, ukDate } from '../words/in-words.ts';
import { ratingLook, type RatingLook } from './rating-look.ts';

/** One thing that is owed, in words that are ready to be read: clean, cut to length, and not yet escaped. */
export type ItemView = Readonly<{
  name: string;
  title: string;
  rating: RatingLook;
  when: string;
  isOverdue: boolean;
  /** Sentences: why, and why this person. */
  reasons: ReadonlyArray<string>;
  last: Readonly<{ saidBy: string; text: string }> | undefined;
  answer: Readonly<{ words: string; about: string; address: string }>;
}>;

/** As much of them as is read on a phone without scrolling. */
const longestTitle = 240;
const longestWords = 280;
const longestName = 120;

const line = (text: string, limit: number): string => cutAtWord(cleanLine(text), limit);

const statedOverdue = (days: number): string =>
  days > 0
    ? `${count(days, 'day')} overdue`
    : days === 0
      ? 'due today'
      : `due in ${count(-days, 'day')}`;

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** How late it is; the date too, unless a reason says it. */
const whenOf = ({ reasons, dueOn, daysOverdue }: DigestItem): string => {
  const date = ukDate(dueOn);
  const stated = statedOverdue(daysOverdue);
  if (reasons.some((reason) => reason.includes(date))) return capitalised(stated);
  return daysOverdue > 0 ? `Due on ${date}, ${stated}` : `${capitalised(stated)}, on ${date}`;
};

const whyThem = ({ names, because }: EscalatedFrom, isAction: boolean): string => {
  const who = listInWords(names.map((name) => line(name, longestName)));
  switch (because) {
    case 'nobody owns it':
      return isAction ? 'Nobody owns this action.' : 'Nobody owns this.';
    case 'no address':
      return who === ''
        ? 'Its owner has no email address here.'
        : `${who} ${names.length === 1 ? 'has' : 'have'} no email address here.`;
    case 'not answered':
      return who === ''
        ? 'Asked before, not answered so far.'
        : `Asked of ${who}, not answered so far.`;
  }
};

const lastOf = ({ lastWords }: DigestItem): ItemView['last'] => {
  if (lastWords === null || cleanLine(lastWords.text) === '') return undefined;
  const by = lastWords.by === null ? '' : ` by ${line(lastWords.by, longestName)}`;
  return {
    saidBy: `Last update${by}, ${ukDate(lastWords.on)}`,
    text: line(lastWords.text, longestWords),
  };
};

/** @param planAt where to sign in, for what only an account can answer */
export const itemView = (item: DigestItem, planAt: string): ItemView => {
  const name = line(item.name, longestName);
  return {
    name,
    title: line(item.title, longestTitle),
    rating: ratingLook(item.rating === null ? null : line(item.rating, 40)),
    when: whenOf(item),
    isOverdue: item.daysOverdue > 0,
    reasons: [
      ...item.reasons.map((reason) => asSentence(line(reason, longestTitle))),
      ...(item.escalatedFrom === null ? [] : [whyThem(item.escalatedFrom, item.action !== null)]),
    ],
    last: lastOf(item),
    answer: {
      words: item.answerAt === null ? 'Sign in to give your update' : 'Give your update',
      about: name,
      address: item.answerAt ?? planAt,
    },
  };
};
