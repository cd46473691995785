import { canonicalJson } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { PathReporter } from 'io-ts/lib/PathReporter.js';
import { DomainEvent, jsonOf } from './domain-event.ts';

const whyNot = (json: unknown): string =>
  PathReporter.report(DomainEvent.decode(json)).slice(0, 3).join('; ');

/** The domain's events as stored bytes and back. A guard first: errors are only worked out where it fails. */
export const eventCodec = {
  /** Canonical JSON. */
  encode: (event: DomainEvent): string => canonicalJson(jsonOf(event)),
  /** A parsed JSON value as an event, or what is wrong with it. */
  decode: (json: unknown): E.Either<string, DomainEvent> =>
    DomainEvent.is(json) ? E.right(json) : E.left(whyNot(json)),
};
