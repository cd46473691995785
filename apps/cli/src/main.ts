import { describeFailure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { runProgram } from './program.ts';
import { exitCodeOf } from './terminal/exit-code.ts';
import { processShell } from './wiring/shell.ts';

// A reader that has seen enough (`trackrecord plan … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const shell = processShell();
if (E.isRight(shell)) {
  await runProgram(process.argv.slice(2), shell.right);
} else {
  process.stderr.write(`trackrecord: ${describeFailure(shell.left)}\n`);
  process.exitCode = exitCodeOf(shell.left);
}
