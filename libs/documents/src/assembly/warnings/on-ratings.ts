import type { Finding, FindingOf } from '../../outline/finding.ts';
import type { Warning } from '../../proposal/warning.ts';
import { colourAgrees } from '../../recognisers/colour-agrees.ts';
import { groupBy, listFound } from '../grouping.ts';
import { warningOn } from './warning-on.ts';

type RatingFound = FindingOf<'rating'>;

const disagreement = (found: ReadonlyArray<RatingFound>): ReadonlyArray<Warning> => {
  const [words] = found.filter(({ rating, byColour }) => rating !== undefined && !byColour);
  const said = words?.rating;
  if (said === undefined) return [];
  return found.flatMap(({ block, rating, byColour, asWritten }) =>
    byColour === true && rating !== undefined && !colourAgrees(said, rating)
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
