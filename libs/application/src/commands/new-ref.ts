import { Ref } from '@trackrecord/domain';
import type { Writable } from '../trackrecord.ts';

/** A ref for something that people add and never name: a note, a request. */
export const newRef = ({ ids }: Writable, prefix: string): Ref => {
  const ref = `${prefix}-${ids.commandId().slice(0, 13)}`;
  if (Ref.is(ref)) return ref;
  throw new Error(`${ref} is no ref`);
};
