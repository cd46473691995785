/**
 * The colour that is seen where one is laid over another: nothing where white is, or where nothing is laid on the
 * page itself. "transparent" lays nothing.
 */
export const overlaid = (
  colour: string | undefined,
  beneath: string | undefined,
): string | undefined => {
  if (colour === undefined || colour === 'transparent') return beneath;
  return colour === '#FFFFFF' ? undefined : colour;
};
