import type { Finding, FindingOf } from '../../outline/finding.ts';
import type { Rating } from '../../proposal/rating.ts';
import type { Warning } from '../../proposal/warning.ts';
import { groupBy, listFound } from '../grouping.ts';
import { warningOn } from './warning-on.ts';

/** Colours that are used for a word as well as its own: what is complete is often green. */
const goesWith: Readonly<Record<Rating, ReadonlyArray<Rating>>> = {
  Red: ['Red'],
  Amber: ['Amber'],
  Green: ['Green'],
  'Red/Amber': ['Red', 'Amber', 'Red/Amber'],
  'Amber/Green': ['Amber', 'Green', 'Amber/Green'],
  Complete: ['Complete', 'Green'],
  'Not started': ['Not started'],
};

type RatingFound = FindingOf<'rating'>;

const disagreement = (found: ReadonlyArray<RatingFound>): ReadonlyArray<Warning> => {
  const [words] = found.filter(({ rating, byColour }) => rating !== undefined && !byColour);
  const said = words?.rating;
  if (said === undefined) return [];
  return found.flatMap(({ block, rating, byColour, asWritten }) =>
    byColour === true && rating !== undefined && !goesWith[said].includes(rating)
      ? [
          warningOn(
            block,
            `The words say ${said}, and it is ${asWritten}: the words are kept. Put right whichever is wrong.`,
          ),
        ]
      : [],
  );
};

/** Where an action's words and its colour say two ratings. */
export const onRatings = (findings: ReadonlyArray<Finding>): ReadonlyArray<Warning> =>
  [...groupBy(listFound(findings, 'rating'), ({ key }) => key).values()].flatMap(disagreement);
