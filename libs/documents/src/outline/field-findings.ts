import type { Block } from '../document/block.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import { readPartyNames } from '../recognisers/party-names.ts';
import { acceptedRatings } from '../recognisers/rating.ts';
import { readRatingAndReason } from '../recognisers/rating-and-reason.ts';
import { recogniseTimescale } from '../recognisers/timescale.ts';
import type { Finding } from './finding.ts';

const ratingFindings = (block: Block, key: number, text: string): ReadonlyArray<Finding> => {
  const { read, reason } = readRatingAndReason(text);
  switch (read._tag) {
    case 'Rated':
      return [
        { found: 'rating', block, key, rating: read.rating, asWritten: text },
        ...(reason === undefined ? [] : [{ found: 'note' as const, block, key, text: reason }]),
      ];
    case 'NotRated':
      return [{ found: 'rating', block, key, asWritten: text }];
    case 'Unknown':
      return [
        { found: 'rating', block, key, asWritten: text },
        {
          found: 'warning',
          block,
          message: `"${text}" is no rating that is known: not rated, never guessed. Accepted are ${acceptedRatings}.`,
        },
      ];
  }
};

const timescaleFindings = (block: Block, key: number, text: string): ReadonlyArray<Finding> => {
  const impossible = recogniseTimescale(text)?.impossible;
  return [
    { found: 'timescale', block, key, text },
    ...(impossible === undefined
      ? []
      : [
          {
            found: 'warning' as const,
            block,
            message: `"${impossible}" is a date that does not exist: kept as written. Accepted is a day of the calendar, such as 30 June 2027.`,
          },
        ]),
  ];
};

const owners = (
  block: Block,
  key: number,
  role: 'lead' | 'support',
  text: string,
): ReadonlyArray<Finding> => {
  const names = readPartyNames(text);
  return names.length === 0
    ? [{ found: 'empty field', block, key, field: 'owners' }]
    : [{ found: 'owners', block, key, role, names }];
};

/** What a field of an action says: the value of a column, or of a "Name: value" line. */
export const fieldFindings = (
  block: Block,
  key: number,
  meaning: FieldMeaning,
  text: string,
): ReadonlyArray<Finding> => {
  switch (meaning) {
    case 'rating':
      return ratingFindings(block, key, text);
    case 'lead':
    case 'support':
      return owners(block, key, meaning, text);
    case 'timescale':
      return text === ''
        ? [{ found: 'empty field', block, key, field: 'timescale' }]
        : timescaleFindings(block, key, text);
    case 'notes':
      return text === ''
        ? [{ found: 'empty field', block, key, field: 'notes' }]
        : [{ found: 'note', block, key, text }];
    case 'action':
      return [{ found: 'action title', block, key, text }];
    case 'ref':
    case 'priority':
    case 'theme':
      return [{ found: 'empty field', block, key, field: meaning }];
  }
};
