import { destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Configuration } from '../configuration/configuration.ts';

/**
 * The server's own log: a line of JSON an entry on standard error, so that what is said to people on standard output
 * stays readable. What may be secret is cut out should it ever come near.
 */
export const serverLogger = ({ logLevel }: Pick<Configuration, 'logLevel'>): Logger =>
  pino(
    {
      level: logLevel,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: ['*.authorization', '*.cookie', '*.password', '*.token', '*.headers'],
    },
    destination({ dest: 2, sync: false }),
  );
