import type { PunctualityAnswer } from '@trackrecord/application';
import type { PunctualityCounts } from '@trackrecord/read-models';
import type { Column } from '../../http/csv.ts';

/** What came of what was asked for first in one quarter of one party. */
export type PunctualityRow = PunctualityCounts &
  Readonly<{ party: string; name: string; from: string; to: string }>;

/** A row a party and quarter, without those in which they were asked for nothing. */
export const punctualityRows = ({ parties }: PunctualityAnswer): ReadonlyArray<PunctualityRow> =>
  parties.flatMap(({ party, quarters }) =>
    quarters
      .filter(({ asked }) => asked > 0)
      .map((quarter) => ({ party: party.id, name: party.name, ...quarter })),
  );

// The columns of tables stay as they are once they are published: sheets are built upon them. New ones come last.
export const punctualityColumns: ReadonlyArray<Column<PunctualityRow>> = [
  { heading: 'party', of: ({ name }) => name },
  { heading: 'party id', of: ({ party }) => party },
  { heading: 'asked from', of: ({ from }) => from },
  { heading: 'asked to', of: ({ to }) => to },
  { heading: 'asked', of: ({ asked }) => asked },
  { heading: 'in time', of: ({ inTime }) => inTime },
  { heading: 'late', of: ({ late }) => late },
  { heading: 'never', of: ({ never }) => never },
  { heading: 'not due yet', of: ({ open }) => open },
  { heading: 'median days to answer', of: ({ medianDays }) => medianDays },
];
