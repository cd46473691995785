import { packed, type Parts, partsOf } from '../package/package-parts.ts';

/** A package as somebody changed its parts: for specs. */
export const changedParts = async (
  file: Uint8Array,
  change: (parts: Parts) => void,
): Promise<Uint8Array> => {
  const parts = await partsOf(file);
  change(parts);
  return packed(parts);
};
