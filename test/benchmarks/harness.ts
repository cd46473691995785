import { cpus, release, totalmem } from 'node:os';

/** One figure of a benchmark, with what it should be where a target was set. */
export type Figure = Readonly<{
  name: string;
  value: number;
  /** `×` for a ratio to a floor measured in the same run. */
  unit: '×' | '/s' | 'ms' | 's' | 'MiB';
  target?: Readonly<{ atLeast: number }> | Readonly<{ atMost: number }>;
}>;

export type Report = Readonly<{ title: string; figures: ReadonlyArray<Figure> }>;

/** The middle value: a round that something else disturbed does not count. */
export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export type Measured<Name extends string> = Readonly<{
  /** A contender's median. */
  of: (name: Name) => number;
  /** The median of one contender's figure to another's in the same round, which a busy machine disturbs least. */
  ratio: (name: Name, floor: Name) => number;
}>;

/** Runs every contender once a round, in turn, so that what disturbs the machine disturbs all of them. */
export const measureRounds = async <Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<number> | number>>,
): Promise<Measured<Name>> => {
  const measured = new Map<string, Array<number>>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, contender] of Object.entries<() => Promise<number> | number>(contenders)) {
      measured.set(name, [...(measured.get(name) ?? []), await contender()]);
    }
  }
  const figures = (name: Name): ReadonlyArray<number> => measured.get(name) ?? [];
  return {
    of: (name) => median(figures(name)),
    ratio: (name, floor) =>
      median(figures(name).map((value, round) => value / (figures(floor)[round] ?? Number.NaN))),
  };
};

/** How many milliseconds it takes. */
export const elapsed_ms = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

export const isMet = ({ value, target }: Figure): boolean =>
  target === undefined || ('atLeast' in target ? value >= target.atLeast : value <= target.atMost);

const shown = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(value < 10 ? 2 : 1);

const targetOf = (figure: Figure): string => {
  if (figure.target === undefined) return '';
  const bound =
    'atLeast' in figure.target ? `≥ ${figure.target.atLeast}` : `≤ ${figure.target.atMost}`;
  return `(should be ${bound}: ${isMet(figure) ? 'met' : 'MISSED'})`;
};

export const print = ({ title, figures }: Report): void => {
  console.log(`\n${title}`);
  for (const figure of figures) {
    const value = `${shown(figure.value)} ${figure.unit}`;
    console.log(`  ${figure.name.padEnd(64)} ${value.padStart(12)} ${targetOf(figure)}`.trimEnd());
  }
};

/** Prints a benchmark's figures, and hands them to `run.ts` where that started it. */
export const report = (figures: Report): void => {
  print(figures);
  process.send?.(figures);
};

export const machine = (): Readonly<Record<string, string | number>> => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory_GiB: Math.round(totalmem() / 1024 ** 3),
  system: `${process.platform} ${process.arch} ${release()}`,
  node: process.version,
});
