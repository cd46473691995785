import { copyForms, copyProperties } from '../copies/copy-form.ts';
import type { Document } from '../document/document.ts';
import { limits } from './limits.ts';

/**
 * So many cells with words are kept of a workbook; what is beyond them is counted alone. What Trackrecord wrote is no
 * plan to be made: a copy holds the plan's history beside it.
 * @param properties the file's own, by name
 */
export const mostWordedOf = (properties: Document['properties']): number =>
  properties?.[copyProperties.form] === copyForms.workbook ? limits.blocks : limits.worded;
