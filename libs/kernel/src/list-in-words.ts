/** "Red, Amber or Green"; "" for nothing. */
export const listInWords = (words: ReadonlyArray<string>, joined: 'and' | 'or' = 'or'): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${joined} ${words.at(-1) ?? ''}`;
