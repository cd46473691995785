import { type copyForms, copyProperties } from '@trackrecord/documents';
import type { PaperAbout } from '../paper/board-paper.ts';

/** What a file was made from, by the names of its own properties, in the order in which they are written. */
export const copyFacts = (
  { plan, ordinal, asOf, asIn }: Pick<PaperAbout, 'plan' | 'ordinal' | 'asOf' | 'asIn'>,
  form: (typeof copyForms)[keyof typeof copyForms],
): ReadonlyArray<readonly [name: string, value: string]> => [
  [copyProperties.plan, plan],
  [copyProperties.ordinal, String(ordinal)],
  [copyProperties.asOf, asOf],
  [copyProperties.form, form],
  ...(asIn === null ? [] : [[copyProperties.asIn, asIn] as const]),
];
