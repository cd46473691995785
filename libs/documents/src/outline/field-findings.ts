import { dateInWords } from '@trackrecord/kernel';
import type { Block } from '../document/block.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import { readPartyNames } from '../recognisers/party-names.ts';
import { serialDateIn } from '../recognisers/serial-date.ts';
import { recogniseTimescale } from '../recognisers/timescale.ts';
import { type ColourSays, nothingByColour } from './colour-sense.ts';
import type { Finding } from './finding.ts';
import { ratingFindings } from './rating-findings.ts';

/** A number says nothing to a reader: the day that it stands for is kept, and the number with the source. */
const serialFindings = (
  block: Block,
  key: number,
  text: string,
  day: string,
): ReadonlyArray<Finding> => [
  { found: 'timescale', block, key, text: day },
  {
    found: 'warning',
    block,
    message: `"${text}" is read as a spreadsheet's number of a day: ${day}.`,
  },
];

const timescaleFindings = (block: Block, key: number, text: string): ReadonlyArray<Finding> => {
  const serial = serialDateIn(text);
  if (serial !== undefined) return serialFindings(block, key, text, dateInWords(serial));
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

/**
 * What a field of an action says: the value of a column, or of a "Name: value" line.
 * @param colour what the colour of its cell says, where it is a rating's
 */
export const fieldFindings = (
  block: Block,
  key: number,
  meaning: FieldMeaning,
  text: string,
  colour: ColourSays = nothingByColour,
): ReadonlyArray<Finding> => {
  switch (meaning) {
    case 'rating':
      return ratingFindings(block, key, text, colour);
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
