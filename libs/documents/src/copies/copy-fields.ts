import { actionHeads } from './copy-form.ts';
import type { CopyField } from './copy-row.ts';

/** Whether a name is that of a column which means something when it comes back. */
export const isCopyField = (name: string): name is CopyField =>
  name !== 'id' && Object.hasOwn(actionHeads, name);

/** The columns that mean something, in the register's order. */
export const copyFields: ReadonlyArray<CopyField> = Object.keys(actionHeads).filter(isCopyField);

/** What stands above a column; `undefined` where the name is no column's. */
export const headOf = (field: string): string | undefined =>
  isCopyField(field) ? actionHeads[field] : undefined;

/** The column that words head, as they are written. */
export const fieldHeaded = (head: string): CopyField | undefined =>
  copyFields.find((field) => actionHeads[field] === head);
