import { missing } from '@trackrecord/application';
import { assetCacheControl } from '@trackrecord/pages';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Route } from '../http/route.ts';

/** Stylesheet, script and icon: for ever, as their address changes with their content. */
export const assetRoutes: ReadonlyArray<Route> = [
  {
    method: 'GET',
    path: '/assets/:name',
    audience: 'machines',
    may: 'anyone',
    answer:
      ({ assets }) =>
      ({ path }) => {
        const asset = assets.get(path);
        return asset === undefined
          ? TE.left(missing('There is no such file.'))
          : TE.right({
              _tag: 'Body',
              status: 200,
              type: asset.type,
              body: asset.body,
              headers: { 'cache-control': assetCacheControl },
            });
      },
  },
];
