import { asSeenIn } from '../../flow/symbols.ts';

/** Bullets that what reads the words knows. */
const known = /^[·•▪◦‣●○■□*\-–—]$/u;

/** The bullet of a list's level as people see it; what is a picture, an arrow or another sign is told as a point. */
export const bulletOf = (text: string, font: string | undefined): string => {
  const seen = asSeenIn(text, font).trim();
  if (seen === 'o') return '◦';
  return known.test(seen) ? seen : '•';
};
