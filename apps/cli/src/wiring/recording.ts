import type { Shell } from './shell.ts';

/** A shell whose words and exit code are kept, besides going where they went before. */
export type Recording = Readonly<{
  shell: Shell;
  out: () => string;
  err: () => string;
  /** 0 where no other was set. */
  exitCode: () => number;
}>;

/** Records what a command does in a shell; its exit code is kept and not passed on. */
export const recording = (shell: Shell): Recording => {
  const out: string[] = [];
  const err: string[] = [];
  const codes: number[] = [];
  return {
    shell: {
      ...shell,
      terminal: {
        ...shell.terminal,
        out: (text) => {
          out.push(text);
          shell.terminal.out(text);
        },
        err: (text) => {
          err.push(text);
          shell.terminal.err(text);
        },
      },
      end: (code) => {
        codes.push(code);
      },
    },
    out: () => out.join('\n'),
    err: () => err.join('\n'),
    exitCode: () => codes.at(-1) ?? 0,
  };
};
