import type { Route } from './route.ts';

/** How often one address may ask in a minute. A review grid and its assets are far below it; a loop is not. */
export const usualLimit = { name: 'default', ttl: 60_000, limit: 1200 } as const;

/** What costs more, or tries passwords, may be asked less often. */
export const stricterLimits: Readonly<
  Record<NonNullable<Route['throttled']>, { default: { ttl: number; limit: number } }>
> = {
  'sign in': { default: { ttl: 60_000, limit: 30 } },
  'asking for much': { default: { ttl: 60_000, limit: 60 } },
};

/** How many bytes of a body are taken where a route says nothing else: a review grid of 200 actions has about 100 kB. */
export const bodyLimit_bytes = 3 * 1024 * 1024;

/** Fields of one form: a review grid has five an action. */
export const formFieldsLimit = 20_000;
