import type { NewsKind } from '@trackrecord/domain';
import { count } from '../words/count.ts';
import { listInWords } from '../words/list-in-words.ts';
import { ukInstant } from '../words/uk-instant.ts';
import type { PlanChoice } from '../administration/role-words.ts';

/** What there is news of, for whoever chooses it. */
export const newsItems: ReadonlyArray<Readonly<{ value: NewsKind; text: string; hint: string }>> = [
  {
    value: 'update.owed',
    text: 'Update owed',
    hint: 'An update was asked for: by somebody, in a document, or by a reminder.',
  },
  {
    value: 'update.given',
    text: 'Update given',
    hint: 'Somebody gave an update, or said that nothing has changed.',
  },
  {
    value: 'rating.changed',
    text: 'Rating changed',
    hint: 'An action is rated otherwise than it was.',
  },
];

/** "update owed and rating changed". */
export const kindsInWords = (kinds: ReadonlyArray<NewsKind>): string =>
  listInWords(
    newsItems.filter(({ value }) => kinds.includes(value)).map(({ text }) => text.toLowerCase()),
    'and',
  );

export const planInWords = (plans: ReadonlyArray<PlanChoice>, plan: string | null): string =>
  plan === null ? 'Every plan' : (plans.find(({ id }) => id === plan)?.title ?? plan);

/** How the deliveries of a webhook fare. Instants. */
export type Fares = Readonly<{
  removedOn: string | null;
  sentFromHere: boolean;
  goneAt: string | null;
  waiting: number;
  givenUp: number;
  lastTakenAt: string | null;
  failingSince: string | null;
}>;

/** A state as a tag: its words and its colour. */
export type StateTag = Readonly<{ text: string; classes: string }>;

const tag = (text: string, colour: string): StateTag => ({
  text,
  classes: `govuk-tag--${colour}`,
});

/** How a webhook fares, in a word. */
export const faresAs = (fares: Fares): StateTag => {
  if (fares.removedOn !== null) return tag('Removed', 'grey');
  if (!fares.sentFromHere) return tag('Not sent from here', 'yellow');
  if (fares.goneAt !== null) return tag('Stopped', 'red');
  if (fares.failingSince !== null) return tag('Failing', 'red');
  return fares.lastTakenAt === null ? tag('Nothing sent yet', 'blue') : tag('Working', 'green');
};

/** The same in a sentence or two. */
export const faresInWords = (fares: Fares): string => {
  const { removedOn, sentFromHere, goneAt, failingSince, waiting, givenUp, lastTakenAt } = fares;
  const taken =
    lastTakenAt === null ? 'Nothing was taken yet.' : `Last taken ${ukInstant(lastTakenAt)}.`;
  if (removedOn !== null) return 'Nothing is sent any more.';
  if (!sentFromHere) return 'Another server has its secret, or it was lost.';
  if (goneAt !== null) return `The receiver said on ${ukInstant(goneAt)} that it is gone. ${taken}`;
  return [
    ...(failingSince === null ? [] : [`Failing since ${ukInstant(failingSince)}.`]),
    taken,
    ...(waiting === 0 ? [] : [`${count(waiting, 'delivery', 'deliveries')} to be sent.`]),
    ...(givenUp === 0 ? [] : [`${count(givenUp, 'delivery', 'deliveries')} given up.`]),
  ].join(' ');
};

export const webhookHref = (id: string): string =>
  `/administration/webhooks/${encodeURIComponent(id)}`;
