/**
 * A list marker as a reader sees it: bullets are letters or private signs of a font of symbols ("·", "o", "§",
 * U+F0B7), and are all told as "•"; a dash stays a dash.
 */
export const bulletOrNumber = (marker: string): string =>
  /^(?:[-–—]|[0-9A-Z]|.{2,})$/su.test(marker) ? marker : '•';
