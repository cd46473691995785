import { createHash } from 'node:crypto';

/** An answer as it is sent, and a digest of what it says. */
export type Written = Readonly<{ text: string; digest: string }>;

const isObject = (answer: unknown): answer is object =>
  typeof answer === 'object' && answer !== null;

/** Two answers that differ in nothing but the ordinal at which they were given say the same. */
const saying = (answer: unknown): string =>
  JSON.stringify(
    isObject(answer) && !Array.isArray(answer) ? { ...answer, ordinal: undefined } : answer,
  );

const write = (answer: unknown): Written => ({
  text: `${JSON.stringify(answer)}\n`,
  digest: createHash('sha256').update(saying(answer)).digest('hex'),
});

const kept = new WeakMap<object, Written>();

/** Writes an answer; one that is kept, because the log has not moved, is written once. */
export const writtenAnswer = (answer: unknown): Written => {
  if (!isObject(answer)) return write(answer);
  const known = kept.get(answer) ?? write(answer);
  kept.set(answer, known);
  return known;
};
