import type { StorageError } from '@trackrecord/application/ports';
import { unavailable } from '../sqlite/sqlite-failure.ts';
import { isDamage } from './open-database.ts';

/** Why the views cannot be used; damage that was only met while reading is mended by building them anew. */
export const viewsFailure =
  (doing: string, file: string) =>
  (thrown: unknown): StorageError =>
    isDamage(thrown)
      ? {
          _tag: 'Unavailable',
          message: `The views in ${file} are damaged. Nothing is lost: "trackrecord rebuild" makes them anew from the log.`,
        }
      : unavailable(`${doing} the views in`, file)(thrown);
