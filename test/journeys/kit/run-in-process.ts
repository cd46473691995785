import { quietShell, runProgram, type Shell, systemClock } from '@trackrecord/cli';
import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import pc from 'picocolors';

/** How a command line ended: its exit code, and what it printed where; of a file, each byte as a character. */
export type Ran = Readonly<{ code: number; stdout: string; stderr: string }>;

/** What a command line is run in: the variables that it sees, the instant that it is, and what else is not usual. */
export type Setting = Readonly<{ environment: Readonly<Record<string, string>>; now: string }> &
  Partial<Pick<Shell, 'ids' | 'pause' | 'openCluster' | 'untilStopped'>> &
  Readonly<{
    /** Told each line as it is printed: for a command that runs on. */
    onLine?: (line: string) => void;
  }>;

/**
 * Runs one command line of `trackrecord` as users do, but in this process: a process of its own costs more
 * than what it does, and a journey has many. Where the process itself matters, see `run-in-child.ts`.
 */
export const runInProcess = async (
  argv: ReadonlyArray<string>,
  { environment, now, onLine, ...unusual }: Setting,
): Promise<Ran> => {
  const printed: Readonly<{ out: string[]; err: string[] }> = { out: [], err: [] };
  const codes = [0];
  const shell: Shell = {
    ...quietShell({ environment, clock: systemClock(must(Instant)(now)) }),
    ...unusual,
    terminal: {
      out: (text) => {
        printed.out.push(`${text}\n`);
        onLine?.(text);
      },
      err: (text) => void printed.err.push(`${text}\n`),
      file: (bytes) => void printed.out.push(Buffer.from(bytes).toString('latin1')),
      width: 100,
      isInteractive: false,
      colours: pc.createColors(false),
    },
    end: (code) => void codes.push(code),
  };
  await runProgram(argv, shell);
  return { code: codes.at(-1) ?? 0, stdout: printed.out.join(''), stderr: printed.err.join('') };
};
