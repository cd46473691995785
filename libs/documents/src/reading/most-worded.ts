import { copyForms, copyProperties } from '../copies/copy-form.ts';
import type { Document } from '../document/document.ts';
import { limits } from './limits.ts';

const forms: ReadonlySet<string | undefined> = new Set(Object.values(copyForms));

/**
 * So many paragraphs and cells with words are kept of a file; what is beyond them is counted alone. What Trackrecord
 * wrote is no plan to be made: a copy holds the plan's history beside it.
 * @param properties the file's own, by name
 */
export const mostWordedOf = (properties: Document['properties']): number =>
  forms.has(properties?.[copyProperties.form]) ? limits.blocks : limits.worded;
