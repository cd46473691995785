import * as E from 'fp-ts/lib/Either.js';
import type { Line } from './cluster-truth.ts';
import type { Try } from './cluster-writer.ts';

const named = ({ node, stream, expected, ids }: Try): string => {
  const at = expected._tag === 'NoStream' ? 'the start' : `revision ${expected.revision}`;
  return `the append of ${ids.join(', ')} to ${stream} after ${at} by node ${node}`;
};

/** What was acknowledged has to stand where the answer said. */
const kept = (places: ReadonlyMap<string, Line>, one: Try): ReadonlyArray<string> => {
  if (E.isLeft(one.outcome)) return [];
  const { lastRevision, position } = one.outcome.right;
  const first = lastRevision - one.ids.length + 1;
  const lost = one.ids.filter((id, index) => {
    const place = places.get(id);
    return place?.stream !== one.stream || place.revision !== first + index;
  });
  return [
    ...lost.map((id) => `${named(one)} was acknowledged up to ${position}, and ${id} is not there`),
    ...(position === `${one.stream}@${lastRevision}`
      ? []
      : [`${named(one)} was acknowledged at ${position}`]),
  ];
};

/** Whether an answer says that nothing was stored by this try. */
const isRefusal = ({ outcome }: Try): boolean =>
  E.isLeft(outcome) &&
  (outcome.left._tag === 'WrongRevision' ||
    outcome.left._tag === 'IdReused' ||
    (outcome.left._tag === 'Unavailable' && outcome.left.message.endsWith('nothing was stored')));

/**
 * What was refused each time that it was tried must not be there. Where the outcome of a try was not known, nobody
 * was promised anything: a later refusal may be of what had landed meanwhile, or land after all.
 */
const refused = (
  places: ReadonlyMap<string, Line>,
  tries: ReadonlyArray<Try>,
): ReadonlyArray<string> => {
  const open = new Set(tries.filter((one) => !isRefusal(one)).flatMap(({ ids }) => ids));
  return tries
    .filter(isRefusal)
    .flatMap((one) =>
      one.ids
        .filter((id) => places.has(id) && !open.has(id))
        .map(
          (id) => `${named(one)} was refused (${JSON.stringify(one.outcome)}), and ${id} is there`,
        ),
    );
};

const stated = ({ expected }: Try): number =>
  expected._tag === 'NoStream' ? -1 : expected.revision;

/** Whether a conflict is the last word on these events: the stream has passed wherever they were ever tried. */
const isLastWord = (one: Try, ofSame: ReadonlyArray<Try>): boolean => {
  if (E.isRight(one.outcome) || one.outcome.left._tag !== 'WrongRevision') return false;
  const { actual = -1 } = one.outcome.left;
  return ofSame.at(-1) === one && ofSame.every((earlier) => stated(earlier) < actual);
};

/** What met a conflict at last, and was acknowledged in no try, is not there, though earlier outcomes were not known. */
const passedBy = (
  places: ReadonlyMap<string, Line>,
  tries: ReadonlyArray<Try>,
): ReadonlyArray<string> =>
  tries.flatMap((one) => {
    const ofSame = tries.filter(({ ids }) => ids.some((id) => one.ids.includes(id)));
    if (!isLastWord(one, ofSame) || ofSame.some(({ outcome }) => E.isRight(outcome))) return [];
    return one.ids
      .filter((id) => places.has(id))
      .map((id) => `${named(one)} met a conflict, and ${id} is there`);
  });

/** What was acknowledged is known when it is repeated, wherever; and a conflict names another revision than was stated. */
const contradicted = (tries: ReadonlyArray<Try>): ReadonlyArray<string> =>
  tries.flatMap((one, index) => {
    if (E.isRight(one.outcome) || !isRefusal(one)) return [];
    const { left } = one.outcome;
    const same = [one.stream, ...one.ids].join();
    const before = tries
      .slice(0, index)
      .find(({ stream, ids, outcome }) => [stream, ...ids].join() === same && E.isRight(outcome));
    return [
      ...(before === undefined || left._tag === 'Unavailable'
        ? []
        : [`${named(one)} had been acknowledged, and was refused (${left._tag})`]),
      ...(left._tag === 'WrongRevision' && (left.actual ?? -1) === stated(one)
        ? [`${named(one)} met a conflict with that very revision`]
        : []),
    ];
  });

/** What is wrong with the answers that writers were given, by what the log holds in the end. */
export const wrongAnswers = (
  tries: ReadonlyArray<Try>,
  truth: ReadonlyArray<Line>,
): ReadonlyArray<string> => {
  const places = new Map(truth.map((line) => [line.id, line]));
  return [
    ...tries.flatMap((one) => kept(places, one)),
    ...refused(places, tries),
    ...passedBy(places, tries),
    ...contradicted(tries),
  ];
};
