import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Variables of the environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set to nothing is as good as none. */
export const filled = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === '' ? undefined : value;

const underHome = (env: Environment): string => {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32')
    return filled(env['LOCALAPPDATA']) ?? join(homedir(), 'AppData', 'Local');
  return filled(env['XDG_DATA_HOME']) ?? join(homedir(), '.local', 'share');
};

/** Where the log is: `--data`, else `TRACKRECORD_DATA`, else under the user's own data directory. */
export const dataDirectory = (given: string | undefined, env: Environment): string =>
  resolve(filled(given) ?? filled(env['TRACKRECORD_DATA']) ?? join(underHome(env), 'trackrecord'));
