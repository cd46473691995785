import { runProgram } from './program.ts';
import { processShell } from './wiring/shell.ts';

// Plans name children's services and those who work in them: what is written is its owner's alone.
process.umask(0o077);

// A reader that has seen enough (`trackrecord plan … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await runProgram(process.argv.slice(2), processShell());
