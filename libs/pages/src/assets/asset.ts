/** A file that the server gives as it is, for ever: its address changes with its content. */
export type Asset = Readonly<{ type: string; body: Uint8Array }>;

/** By path: `/assets/application-3f2a….css`. */
export type Assets = ReadonlyMap<string, Asset>;

/** What the server says beside each asset. */
export const assetCacheControl = 'public, max-age=31536000, immutable';
