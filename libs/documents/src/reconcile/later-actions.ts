import { actionRef, actionTitle, isThere, type StreamState } from '@trackrecord/domain';
import { type Assertion, assertionsIn, type Json } from '@trackrecord/kernel';
import type { Recognisable } from './match-actions.ts';

const prefix = 'action:';

const wordsIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The first value of a field that holds from some later date on. */
const firstOf = (said: ReadonlyArray<Assertion>, field: string): string => {
  const all = said.filter((one) => one.field === field);
  const first = all.map(({ effectiveOn }) => effectiveOn).toSorted()[0];
  return wordsIn(all.findLast(({ effectiveOn }) => effectiveOn === first)?.value);
};

/**
 * The actions that came into the plan only after the date of a document, as they were when they came: an
 * older document that is imported late may hold them already.
 */
export const laterActions = ({ asOf, cut, history }: StreamState): ReadonlyArray<Recognisable> => {
  const later = assertionsIn(history).filter(
    ({ subject, effectiveOn, eventId }) =>
      subject.startsWith(prefix) &&
      effectiveOn > asOf &&
      !isThere(cut, subject) &&
      !history.retractedAt.has(eventId),
  );
  return [...Map.groupBy(later, ({ subject }) => subject)].flatMap(([subject, said]) =>
    said.some(({ field, value }) => field === 'exists' && value === true)
      ? [
          {
            id: subject.slice(prefix.length),
            ref: firstOf(said, actionRef.name),
            label: '',
            title: firstOf(said, actionTitle.name),
            status: 'open',
          },
        ]
      : [],
  );
};
