const plain = /^[\w./:=@+-]+$/u;

/** A word as a person types it to a shell: in quotes where it needs them. */
export const shellWord = (word: string): string =>
  plain.test(word) ? word : `"${word.replace(/(["\\$`])/gu, '\\$1')}"`;
