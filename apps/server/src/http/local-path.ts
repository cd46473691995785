/** Only to tell whether an address stays here; nothing is ever sent there. */
const here = 'http://here.invalid';

/**
 * A path of our own with its query, as it was given; `undefined` for whatever leads elsewhere: other hosts, `//host`,
 * backslashes that browsers take for slashes, other schemes.
 */
export const localPath = (text: string | undefined): string | undefined => {
  if (text === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) || !URL.canParse(text, here))
    return undefined;
  const { origin, pathname } = new URL(text, here);
  return origin === here && !pathname.startsWith('//') ? text : undefined;
};
