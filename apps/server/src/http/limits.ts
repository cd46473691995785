import type { Route } from './route.ts';

/**
 * How often somebody may ask in a minute: an account, a token, or an address where nobody is signed in. Programs that
 * read every plan are below it; one that has lost its way is not.
 */
export const usualLimit = { name: 'default', ttl: 60_000, limit: 3000 } as const;

/** What costs more, or tries passwords, may be asked less often. */
export const stricterLimits: Readonly<
  Record<NonNullable<Route['throttled']>, { default: { ttl: number; limit: number } }>
> = {
  'sign in': { default: { ttl: 60_000, limit: 30 } },
  'asking for much': { default: { ttl: 60_000, limit: 60 } },
};

/** How many bytes of a body are taken where a route says nothing else: a review grid of 200 actions has about 100 kB. */
export const bodyLimit_bytes = 3 * 1024 * 1024;

/** How many bytes of a form are kept for whoever has to sign in before it is taken. */
export const strangersLimit_bytes = 512 * 1024;

/** So large a file is taken in and kept, so that it can be told what is wrong with it, and had again. */
export const mostUpload_bytes = 20 * 1024 * 1024;

/** A template holds a cover, a logo and styles. */
export const mostTemplate_bytes = 5 * 1024 * 1024;

/** So much of a file is read, and of a larger one than is kept thrown away, so that its form can be answered in words. */
export const mostRead_bytes = 64 * 1024 * 1024;

/** Fields of one form: a review grid has five an action. */
export const formFieldsLimit = 20_000;
