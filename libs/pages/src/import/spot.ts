import { spotInWords } from '@trackrecord/read-models';

type Spot = Readonly<{ line: number; place?: string | undefined }>;

/** Where a block stands, as a sentence begins: "Line 7", or in a file without lines "Table 2, row 3, column 1". */
export const spotOf = (spot: Spot): string => {
  const { line, place } = spot;
  if (place === undefined) return `Line ${line.toLocaleString('en-GB')}`;
  return `${place.slice(0, 1).toLocaleUpperCase('en')}${place.slice(1)}`;
};

/** Where a block stands, for a template: beginning a sentence, inside of one, in the column of a table. */
export const spotView = (
  spot: Spot,
): Readonly<{ spot: string; inside: string; cell: string; isLine: boolean }> => ({
  spot: spotOf(spot),
  inside: spotInWords(spot),
  cell: spot.place === undefined ? String(spot.line) : spotOf(spot),
  isLine: spot.place === undefined,
});

/** The head of such a column: lines are counted, places are told. */
export const spotHead = (
  spots: ReadonlyArray<Spot>,
): Readonly<{ text: string; isLine: boolean }> =>
  spots.every(({ place }) => place === undefined)
    ? { text: 'Line', isLine: true }
    : { text: 'Where', isLine: false };
