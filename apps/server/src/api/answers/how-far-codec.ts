import * as t from 'io-ts';

/** How far a document has come; nothing where that is not known. */
export const HowFarCodec = t.partial(
  { doing: t.union([t.literal('sending'), t.literal('reading')]), share: t.number },
  'HowFar',
);
