import { EventId, Sha256 } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AlreadyRetracted, EventNotFound } from '../refusals.ts';
import { AssertionsRetracted } from './assertions-retracted.ts';

/**
 * Takes back what events said: they were wrong. What was taken back stays so; if it held after all, it is
 * said again.
 */
export const RetractAssertions = defineCommand(
  'RetractAssertions',
  t.intersection([t.type({ events: t.readonlyArray(EventId) }), t.partial({ document: Sha256 })]),
);

export type RetractAssertionsRefusal = EventNotFound | AlreadyRetracted;

export const retractAssertions: DecideOn<
  typeof RetractAssertions,
  RetractAssertionsRefusal,
  ReturnType<typeof AssertionsRetracted.of>
> =
  ({ history }) =>
  (asked) => {
    const known = new Set<string>(history.assertions.map(({ eventId }) => eventId));
    const unknown = asked.events.find((event) => !known.has(event));
    const gone = asked.events.find((event) => history.retractedAt.has(event));
    if (unknown !== undefined) return E.left({ _tag: 'EventNotFound', event: unknown });
    if (gone !== undefined) return E.left({ _tag: 'AlreadyRetracted', event: gone });
    return E.right(
      asked.events.length === 0
        ? []
        : [AssertionsRetracted.of({ ...asked, events: [...new Set(asked.events)] })],
    );
  };
