import { runProgram } from './program.ts';
import { processShell } from './wiring/shell.ts';

// A reader that has seen enough (`trackrecord plan … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await runProgram(process.argv.slice(2), processShell());
