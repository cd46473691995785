import type { AskedColumn } from '@trackrecord/documents';
import { columnMeanings, columnMeaningsInWords } from '@trackrecord/domain';
import { shellWord } from '../terminal/shell-word.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { hanging, wrapped } from '../terminal/wrapped.ts';

type Samples = AskedColumn['samples'];

/** A row in words: each cell that is not empty under its head. */
const rowInWords = ({ heads }: Samples, cells: ReadonlyArray<string>): string =>
  cells
    .flatMap((cell, at) => {
      const head = heads[at] ?? '';
      return cell === '' ? [] : [head === '' ? cell : `${head}: ${cell}`];
    })
    .join(' · ');

const whereOf = ({ line, place }: AskedColumn): string => place ?? `line ${line}`;

const asked = (terminal: Terminal, column: AskedColumn): ReadonlyArray<string> => [
  ...wrapped(
    terminal.width,
    `“${column.head}” (${whereOf(column)}): maybe ${columnMeaningsInWords[column.guess]}`,
  ),
  // In one piece, so that it can be copied.
  `  --map ${shellWord(`${column.head}=${column.guess}`)}`,
  ...column.samples.rows.flatMap((cells) =>
    hanging(terminal.width, '  - ', rowInWords(column.samples, cells)),
  ),
];

const samplesOf = ({ samples }: AskedColumn): string => JSON.stringify(samples);

/** Columns with the same sample rows show them once, below the last of them. */
const withSamplesOnce = (columns: ReadonlyArray<AskedColumn>): ReadonlyArray<AskedColumn> => {
  const groups = [...Map.groupBy(columns, samplesOf).values()];
  return groups.flatMap((group) =>
    group.map((column, at) =>
      at === group.length - 1 ? column : { ...column, samples: { ...column.samples, rows: [] } },
    ),
  );
};

/** The columns of which nobody knows what they mean: for each what to type, and three rows to tell it by. */
export const columnsText = (
  terminal: Terminal,
  columns: ReadonlyArray<AskedColumn>,
): ReadonlyArray<string> =>
  columns.length === 0
    ? []
    : [
        '',
        ...wrapped(
          terminal.width,
          columns.length === 1
            ? '1 column was not read, since its head does not say what it means:'
            : `${columns.length} columns were not read, since their heads do not say what they mean:`,
        ).map(terminal.colours.bold),
        ...withSamplesOnce(columns).flatMap((column) => asked(terminal, column)),
        ...wrapped(
          terminal.width,
          `Say what each means, and the plan remembers it. Accepted are ${columnMeanings.join(', ')} (nothing keeps it as text, and it is not asked again).`,
        ),
      ];
