import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';

/** What a review grid asks of each action. */
export const rowParts = ['rating', 'note', 'why', 'same', 'answers'] as const;
export type RowPart = (typeof rowParts)[number];

/** What a rating field sends for "not rated", which is on no scale; an empty one leaves the rating as it is. */
export const noRatingValue = 'none';

/** What a ticked box sends. */
export const tickedValue = 'yes';

/** What the buttons of a review grid send under `doField`: an unknown one only saves. */
export const doField = 'do';
export const gridDeeds = [
  'show',
  'showFilled',
  'showAll',
  'save',
  'discard',
  'record',
  'recordAndHold',
] as const;
export type GridDeed = (typeof gridDeeds)[number];

/** The name, and id, of a field of an action's; a ref may hold anything but line breaks. */
export const rowField = (part: RowPart, ref: string): string =>
  `${part}-${encodeURIComponent(ref)}`;

const decoded = (text: string): string | undefined =>
  pipe(
    E.tryCatch(
      () => decodeURIComponent(text),
      () => undefined,
    ),
    E.getOrElseW(() => undefined),
  );

/** Whose field a name is, and which; `undefined` for any other name. */
export const rowFieldIn = (name: string): Readonly<{ part: RowPart; ref: string }> | undefined => {
  const dash = name.indexOf('-');
  const part = rowParts.find((one) => one === name.slice(0, dash));
  const ref = decoded(name.slice(dash + 1));
  return part === undefined || ref === undefined || ref === '' ? undefined : { part, ref };
};
