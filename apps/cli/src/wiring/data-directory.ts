import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Variables of the environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

const underHome = (env: Environment): string => {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32')
    return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
};

/** Where the log is: `--data`, else `TRACKRECORD_DATA`, else under the user's own data directory. */
export const dataDirectory = (given: string | undefined, env: Environment): string =>
  resolve(given ?? env['TRACKRECORD_DATA'] ?? join(underHome(env), 'trackrecord'));
