import { type Assertion, assertionsIn, EventId, type History, Sha256 } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AlreadyRetracted, EventNotFound, PlanRestsOnIt } from '../refusals.ts';
import { plan, planExists } from '../plan/fields.ts';
import { AssertionsRetracted } from './assertions-retracted.ts';

/**
 * Takes back what events said: they were wrong. What was taken back stays so; if it held after all, it is
 * said again.
 */
export const RetractAssertions = defineCommand(
  'RetractAssertions',
  t.intersection([t.type({ events: t.readonlyArray(EventId) }), t.partial({ document: Sha256 })]),
);

export type RetractAssertionsRefusal = EventNotFound | AlreadyRetracted | PlanRestsOnIt;

const saysPlanIsThere = ({ subject, field }: Assertion): boolean =>
  subject === plan && field === planExists.name;

/** The event without which a plan would be gone, while other facts of it stand. */
const lookupFoundation = (
  history: History,
  events: ReadonlyArray<EventId>,
): EventId | undefined => {
  const asked = new Set(events);
  const standing = assertionsIn(history).filter(({ eventId }) => !history.retractedAt.has(eventId));
  const left = standing.filter(({ eventId }) => !asked.has(eventId));
  return left.length === 0 || left.some(saysPlanIsThere)
    ? undefined
    : standing.find(saysPlanIsThere)?.eventId;
};

export const retractAssertions: DecideOn<
  typeof RetractAssertions,
  RetractAssertionsRefusal,
  ReturnType<typeof AssertionsRetracted.of>
> =
  ({ history }) =>
  (asked) => {
    const known = new Set<string>(assertionsIn(history).map(({ eventId }) => eventId));
    const unknown = asked.events.find((event) => !known.has(event));
    const gone = asked.events.find((event) => history.retractedAt.has(event));
    if (unknown !== undefined) return E.left({ _tag: 'EventNotFound', event: unknown });
    if (gone !== undefined) return E.left({ _tag: 'AlreadyRetracted', event: gone });
    const foundation = lookupFoundation(history, asked.events);
    if (foundation !== undefined) return E.left({ _tag: 'PlanRestsOnIt', event: foundation });
    return E.right(
      asked.events.length === 0
        ? []
        : [AssertionsRetracted.of({ ...asked, events: [...new Set(asked.events)] })],
    );
  };
