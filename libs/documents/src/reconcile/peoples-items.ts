import {
  actionPlace,
  actionStatus,
  isThere,
  itemPriority,
  type Place,
  subjectOf,
} from '@trackrecord/domain';
import type { Cut } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';

const placesIn = ({ priority, theme, enabler, results }: Place): ReadonlyArray<string> => [
  ...(priority === undefined ? [] : [subjectOf('priority', priority)]),
  ...(theme === undefined ? [] : [subjectOf('theme', theme)]),
  ...(enabler === undefined ? [] : [subjectOf('enabler', enabler)]),
  ...results.map((result) => subjectOf('result', result)),
];

const priorityOf = (cut: Cut, subject: string): ReadonlyArray<string> =>
  O.match(
    (): ReadonlyArray<string> => [],
    (priority: string) => [subjectOf('priority', priority)],
  )(itemPriority.of(cut, subject));

/** What a theme, a result or an open action stands under. */
const standsUnder = (cut: Cut, subject: string): ReadonlyArray<string> => {
  const isClosed = O.exists((status: string) => status !== 'open')(actionStatus.of(cut, subject));
  const place = O.match((): ReadonlyArray<string> => [], placesIn)(actionPlace.of(cut, subject));
  return subject.startsWith('action:') ? (isClosed ? [] : place) : priorityOf(cut, subject);
};

/**
 * The items that cannot go with a document that does not hold them, since something that people added stands
 * under them.
 * @param isPeoples whether a subject is people's own and stays
 */
export const neededByPeople = (
  cut: Cut,
  isPeoples: (subject: string) => boolean,
): ReadonlySet<string> => {
  const direct = [...cut.keys()]
    .filter((subject) => isThere(cut, subject) && isPeoples(subject))
    .flatMap((subject) => standsUnder(cut, subject));
  return new Set([...direct, ...direct.flatMap((subject) => priorityOf(cut, subject))]);
};
