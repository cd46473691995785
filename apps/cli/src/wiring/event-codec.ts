import { DomainEvent, jsonOf } from '@trackrecord/domain';
import type { EventCodec } from '@trackrecord/event-log';
import { canonicalJson } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { PathReporter } from 'io-ts/lib/PathReporter.js';

const whyNot = (json: unknown): string =>
  PathReporter.report(DomainEvent.decode(json)).slice(0, 3).join('; ');

/** The domain's events as stored bytes and back. A guard first: errors are only worked out where it fails. */
export const eventCodec: EventCodec<DomainEvent> = {
  encode: (event) => canonicalJson(jsonOf(event)),
  decode: (json) => (DomainEvent.is(json) ? E.right(json) : E.left(whyNot(json))),
};
