/** One change of a text: what stands there exactly once, and what stands there instead. */
export type Edit = readonly [from: string, to: string];

/**
 * A text with changes, as an editor of the document would make them.
 * @throws where what is to be changed is not there exactly once: the test itself is wrong
 */
export const edited = (text: string, ...edits: ReadonlyArray<Edit>): string =>
  edits.reduce((so, [from, to]) => {
    const times = so.split(from).length - 1;
    if (times !== 1) throw new Error(`"${from}" stands ${times} times in the text`);
    return so.replace(from, () => to);
  }, text);

/** "8-13" as 8, 9 … 13. */
export const refs = (...spans: ReadonlyArray<string>): ReadonlyArray<string> =>
  spans.flatMap((span) => {
    const [first = 0, last = first] = span.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  });
