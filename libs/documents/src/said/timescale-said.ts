import type { Text, Timescale } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { recogniseTimescale } from '../recognisers/timescale.ts';

type Dates = Readonly<{ earliest?: LocalDate | undefined; latest?: LocalDate | undefined }>;

/** A timescale in words, "by September 2026": the dates that are in them, unless others are given beside them. */
export const timescaleSaid = (asWritten: Text, { earliest, latest }: Dates): Timescale => {
  const read = recogniseTimescale(asWritten)?.timescale;
  const [first, last] = [earliest ?? read?.earliest, latest ?? read?.latest];
  return {
    asWritten,
    ...(first === undefined ? {} : { earliest: first }),
    ...(last === undefined ? {} : { latest: last }),
  };
};
