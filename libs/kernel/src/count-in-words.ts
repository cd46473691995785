/** "1 action", "84 actions", "0 actions"; thousands with a comma. */
export const countInWords = (howMany: number, one: string, many = `${one}s`): string =>
  `${howMany.toLocaleString('en-GB')} ${howMany === 1 ? one : many}`;
