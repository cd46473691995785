import type { StorageError } from '@trackrecord/application/ports';
import { unavailable } from '../sqlite/sqlite-failure.ts';
import { isDamage, removeViews } from './open-database.ts';

/** Why the views cannot be used. Views that turn out to be damaged are removed: the next to open them builds them anew. */
export const viewsFailure =
  (doing: string, file: string) =>
  (thrown: unknown): StorageError => {
    if (!isDamage(thrown)) return unavailable(`${doing} the views in`, file)(thrown);
    removeViews(file);
    return {
      _tag: 'Unavailable',
      message: `The views in ${file} were damaged and have been removed. Nothing is lost: ask again, and they are built anew from the log.`,
    };
  };
