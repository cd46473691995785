import { type FieldMeaning, fieldMeaningOf, fieldNames } from './field-meaning.ts';

export type FieldValue = Readonly<{ meaning: FieldMeaning; name: string; value: string }>;

/** Words before the first field, and the fields. */
export type FieldLine = Readonly<{ before: string; fields: ReadonlyArray<FieldValue> }>;

const names = fieldNames.map((name) => name.replace(/ /g, '\\s')).join('|');

/** A name followed by a colon, at the beginning or after something that ends what is before it. */
const fieldStart = new RegExp(`(^|[.;,|(\\[–—-]\\s*|\\s)((?:${names}))\\s?:`, 'gi');

const trimmed = (text: string): string =>
  text
    .trim()
    .replace(/^[;,|([–—-]+\s*/, '')
    .replace(/[;,|([]$/, '')
    .trim();

/** A bracket that opened before the field closes after its value: "(Lead: Jane Fox)". */
const closed = (value: string): string =>
  value.endsWith(')') && !value.includes('(') ? value.slice(0, -1).trim() : value;

const isNameOfOne = (meaning: FieldMeaning | undefined): meaning is FieldMeaning =>
  meaning !== undefined && meaning !== 'action' && meaning !== 'ref';

/**
 * Finds "Lead: Jane Fox; By when: June 2027; RAG: Amber" in a line, and what stands before it.
 * A lower-case name counts only at the beginning or after punctuation, so that prose is left alone.
 */
export const readFieldLine = (words: string): FieldLine => {
  const starts = [...words.matchAll(fieldStart)].flatMap((found) => {
    const name = found[2] ?? '';
    const before = found[1] ?? '';
    const meaning = fieldMeaningOf(name);
    const standsOut = before.trim() !== '' || found.index === 0 || /^[A-Z]/.test(name);
    return isNameOfOne(meaning) && standsOut
      ? [
          {
            meaning,
            name,
            // A full stop belongs to the sentence that it ends.
            at: found.index + (before.startsWith('.') ? 1 : 0),
            value: found.index + found[0].length,
          },
        ]
      : [];
  });
  const fields = starts.map(({ meaning, name, value }, position) => ({
    meaning,
    name,
    value: closed(trimmed(words.slice(value, starts[position + 1]?.at ?? words.length))),
  }));
  return { before: trimmed(words.slice(0, starts[0]?.at ?? words.length)), fields };
};
