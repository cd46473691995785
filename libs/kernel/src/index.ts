/**
 * What every layer stands on: brands and their codecs, dates, canonical JSON, assertions and the cut.
 * Pure: no clock, no randomness, no input or output.
 */
export * from './add-days.ts';
export * from './assertion.ts';
export * from './brand.ts';
export * from './canonical-json.ts';
export * from './codec-shapes.ts';
export * from './cut.ts';
export * from './decider.ts';
export * from './field.ts';
export * from './history.ts';
export * from './identifiers.ts';
export * from './instant.ts';
export * from './json.ts';
export * from './local-date.ts';
export * from './read-instant.ts';
export * from './read-ordinal.ts';
export * from './stream-place.ts';
export * from './date-in-words.ts';
export * from './count-in-words.ts';
export * from './list-in-words.ts';
