import * as E from 'fp-ts/lib/Either.js';

/** A place in the feed: the log's own position, and the ordinal there where it is known. */
export type FeedPlace = Readonly<{ position: string | undefined; ordinal: number | undefined }>;

/** The place as the `id` of an event has it. */
export const placeText = (position: string, ordinal: number | undefined): string =>
  ordinal === undefined ? position : `${position}~${ordinal}`;

/** Before everything. */
export const start: FeedPlace = { position: undefined, ordinal: 0 };

/** Reads a place that somebody hands back. */
export const readPlace = (text: string): E.Either<string, FeedPlace> => {
  if (text === 'start') return E.right(start);
  const [, position, ordinal] = /^([\w./:-]{1,100})(?:~(\d{1,15}))?$/u.exec(text) ?? [];
  return position === undefined
    ? E.left(
        `"${text.slice(0, 80)}" is no place in the feed; accepted is the id of an event of it, or "start".`,
      )
    : E.right({ position, ordinal: ordinal === undefined ? undefined : Number(ordinal) });
};
