import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** What Nest has to say goes the way of everything else; what it tells of every route at start goes to debug. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown) => {
    logger.debug(String(message));
  },
  error: (message: unknown) => {
    logger.error(String(message));
  },
  warn: (message: unknown) => {
    logger.warn(String(message));
  },
});
