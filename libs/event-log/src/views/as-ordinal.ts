import { Ordinal } from '@trackrecord/kernel';

/** A number that this code counted itself. */
export const asOrdinal = (value: unknown): Ordinal => {
  const ordinal = Number(value);
  if (Ordinal.is(ordinal)) return ordinal;
  throw new Error('the views hold no ordinal');
};
