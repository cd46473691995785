import { type StreamPlace, streamPlaceIn, streamPlaceText } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, invalid } from '../failure.ts';

/**
 * What a change answers with so that a later question, on whatever node, can wait for it: the place of an event, in
 * characters that are safe in an address. To be handed back as it is; what is in it may change.
 */
export type Token = string;

const inBase64Url = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** The token of a place. */
export const tokenOf = (place: StreamPlace): Token => inBase64Url(streamPlaceText(place));

const decoded = (token: string): E.Either<undefined, string> =>
  E.tryCatch(
    () => atob(token.replaceAll('-', '+').replaceAll('_', '/')),
    () => undefined,
  );

/** The place that a token stands for; a failure for what no change has ever answered with. */
export const placeOf = (token: string): E.Either<Failure, StreamPlace> =>
  pipe(
    decoded(token),
    E.chain((text) => E.fromNullable(undefined)(streamPlaceIn(text))),
    E.filterOrElse(
      (place) => tokenOf(place) === token,
      () => undefined,
    ),
    E.mapLeft(() =>
      invalid(
        `"${token.slice(0, 80)}" is no token: accepted is what a change answered as "token".`,
      ),
    ),
  );
