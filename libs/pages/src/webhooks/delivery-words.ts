import { ukInstant } from '../words/uk-instant.ts';
import type { StateTag } from './webhook-words.ts';

/** A delivery, as a node keeps it. Instants. */
export type DeliveryShown = Readonly<{
  number: number;
  news: string;
  type: string;
  about: string;
  body: string;
  madeAt: string;
  state: 'waiting' | 'taken' | 'given up' | 'stopped';
  tries: number;
  nextAt: string | null;
  endedAt: string | null;
}>;

/** A try of a delivery, as a node keeps it. */
export type AttemptShown = Readonly<{
  at: string;
  result: 'taken' | 'failed' | 'cut' | null;
  took_ms: number | null;
  status: number | null;
  error: string | null;
  answer: string | null;
}>;

const types: Readonly<Record<string, string>> = {
  'update.owed': 'Update owed',
  'update.given': 'Update given',
  'rating.changed': 'Rating changed',
  test: 'Test',
};

export const typeInWords = (type: string): string => types[type] ?? type;

const tags: Readonly<Record<DeliveryShown['state'], StateTag>> = {
  waiting: { text: 'To be sent', classes: 'govuk-tag--blue' },
  taken: { text: 'Taken', classes: 'govuk-tag--green' },
  'given up': { text: 'Given up', classes: 'govuk-tag--red' },
  stopped: { text: 'Stopped', classes: 'govuk-tag--grey' },
};

/** What became of a delivery, in a word. */
export const deliveryTag = ({ state, tries }: Pick<DeliveryShown, 'state' | 'tries'>): StateTag =>
  state === 'waiting' && tries > 0
    ? { text: 'To be tried again', classes: 'govuk-tag--yellow' }
    : tags[state];

/** When it is sent next, or when it ended. */
export const whenInWords = ({ state, nextAt, endedAt }: DeliveryShown): string => {
  if (state === 'waiting') return nextAt === null ? '' : `Next ${ukInstant(nextAt)}`;
  return endedAt === null ? '' : ukInstant(endedAt);
};

const inSeconds = (took_ms: number | null): string =>
  took_ms === null ? '' : ` after ${(took_ms / 1000).toFixed(1)} seconds`;

export const firstUp = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What came of a try, in a sentence. */
export const attemptInWords = ({ result, status, error, took_ms }: AttemptShown): string => {
  switch (result) {
    case 'taken':
      return `Taken, with ${status ?? ''}${inSeconds(took_ms)}.`;
    case 'failed':
    case 'cut':
      return `${firstUp(error ?? 'failed')}${inSeconds(took_ms)}.`;
    case null:
      return 'Under way, or the server ended before it knew what came of it.';
  }
};
