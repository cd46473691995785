import pc from 'picocolors';

/** Where a command's words go. Control characters in a plan's text never reach the terminal. */
export type Terminal = Readonly<{
  out: (text: string) => void;
  err: (text: string) => void;
  /** A file as it is: to standard output, with nothing after it. */
  file: (bytes: Uint8Array) => void;
  /** Columns to fit into. */
  width: number;
  isInteractive: boolean;
  colours: ReturnType<typeof pc.createColors>;
}>;

/** Escape sequences and other controls, but for the line break. */
const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A plan's own words as safe words: an untrusted document cannot steer the terminal. */
export const safe = (words: string): string =>
  words.replace(controls, (character) => (character === '\n' ? character : ' '));

const widthOf = (columns: number | undefined): number => {
  const asked = Number(process.env['COLUMNS'] ?? '');
  return columns ?? (Number.isInteger(asked) && asked >= 40 ? asked : 80);
};

/** The process's own terminal: in colour on a terminal, plain in a pipe. */
export const processTerminal = (): Terminal => ({
  out: (text) => {
    process.stdout.write(`${text}\n`);
  },
  err: (text) => {
    process.stderr.write(`${text}\n`);
  },
  file: (bytes) => {
    process.stdout.write(bytes);
  },
  width: widthOf(process.stdout.columns),
  isInteractive: process.stdout.isTTY,
  colours: pc.createColors(
    process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' ? pc.isColorSupported : false,
  ),
});
