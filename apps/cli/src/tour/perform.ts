import { recording } from '../wiring/recording.ts';
import { systemClock } from '../wiring/system-clock.ts';
import type { Shell } from '../wiring/shell.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { commandLine } from './command-line.ts';
import { morningOf } from './sample.ts';
import type { Chapter, Step } from './story.ts';

/** Runs a command line in a shell: the program itself. */
export type RunProgram = (argv: ReadonlyArray<string>, shell: Shell) => Promise<void>;

/** How a tour stands: which ordinals the steps recorded, and the exit code of the one that failed. */
export type Standing = Readonly<{ ordinals: ReadonlyMap<string, string>; failed: number }>;

export const atTheStart: Standing = { ordinals: new Map(), failed: 0 };

const manager = 'Rhoda Tansley';

const firstOrdinal = (text: string): string | undefined => /^ *(\d+) {2}/mu.exec(text)?.[1];

const argvOf = ({ argv, retracts }: Step, { ordinals }: Standing): ReadonlyArray<string> => {
  const ordinal = retracts === undefined ? undefined : ordinals.get(retracts);
  const [name = '', plan = '', ...rest] = argv;
  return ordinal === undefined ? argv : [name, plan, ordinal, ...rest];
};

/** A step in the tour's own shell: its directory, its manager, and the clock of its date. */
const performStep = async (
  run: RunProgram,
  shell: Shell,
  step: Step,
  standing: Standing,
): Promise<Standing> => {
  const { terminal } = shell;
  const argv = argvOf(step, standing);
  if (step.says !== undefined) ['', ...wrapped(terminal.width, step.says)].forEach(terminal.out);
  commandLine(argv, terminal.width).map(terminal.colours.cyan).forEach(terminal.out);
  const {
    shell: own,
    out,
    exitCode,
  } = recording({
    ...shell,
    environment: { ...shell.environment, TRACKRECORD_BY: manager },
    clock: systemClock(morningOf(step.on)),
  });
  await run(argv, own);
  const ordinal = firstOrdinal(out());
  return {
    ordinals:
      ordinal === undefined
        ? standing.ordinals
        : new Map([...standing.ordinals, [step.id, ordinal]]),
    failed: exitCode(),
  };
};

/** Performs chapters one after the other, and stops at a step that fails. */
export const perform = async (
  run: RunProgram,
  shell: Shell,
  chapters: ReadonlyArray<Chapter>,
): Promise<Standing> =>
  chapters.reduce(async (before, { heading, steps }) => {
    const standing = await before;
    if (standing.failed !== 0) return standing;
    shell.terminal.out(`\n${shell.terminal.colours.bold(`── ${heading} ──`)}`);
    return steps.reduce(async (earlier: Promise<Standing>, step) => {
      const soFar = await earlier;
      return soFar.failed === 0 ? performStep(run, shell, step, soFar) : soFar;
    }, Promise.resolve(standing));
  }, Promise.resolve(atTheStart));
