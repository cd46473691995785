import * as O from 'fp-ts/lib/Option.js';

/** The label that a line begins with, and the words after it. */
export type ActionLabel = Readonly<{
  style: 'word' | 'dotted' | 'number' | 'bullet';
  /** As written: "Action 12.", "1.2.3", "12)", "·". */
  label: string;
  /** "12", "1.2.3"; absent for a bullet. */
  number?: string;
  rest: string;
}>;

const shapes: ReadonlyArray<readonly [style: ActionLabel['style'], shape: RegExp]> = [
  [
    'word',
    /^(action\s+(?:no\.?\s*)?#?(\d{1,5}(?:\.\d{1,4})*[a-z]?)(?![\d/])\s*[.:)–—-]?)(?:\s+|$)/i,
  ],
  ['dotted', /^((\d{1,4}(?:\.\d{1,4})+)(?:[.):]|\b)(?!%))(?:\s+|$)/],
  ['dotted', /^(([A-Z]{1,4}-?\d{1,3}(?:\.\d{1,3})*[a-z]?|\d{1,3}[a-z])[.):])(?:\s+|$)/],
  ['number', /^(\(?(\d{1,5})[.):])(?:\s+|$)/],
  ['bullet', /^([·•▪◦‣●○■□*\-–—])\s+/u],
  ['bullet', /^(\(?[a-z][.)])\s+/],
];

/** "Action 12.", "12.", "12)", "1.2.3", "EH4.", "a)" or a bullet at the beginning of a line. */
export const recogniseActionLabel = (words: string): O.Option<ActionLabel> => {
  for (const [style, shape] of shapes) {
    const found = shape.exec(words);
    if (found?.[1] === undefined) continue;
    const number = found[2];
    return O.some({
      style,
      label: found[1],
      ...(number === undefined ? {} : { number }),
      rest: words.slice(found[0].length).trim(),
    });
  }
  return O.none;
};
