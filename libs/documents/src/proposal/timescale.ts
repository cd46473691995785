import type { LocalDate } from '@trackrecord/kernel';

/** When something is to happen: as written, and the earliest and latest date that the words give. */
export type Timescale = Readonly<{ asWritten: string; earliest?: LocalDate; latest?: LocalDate }>;
