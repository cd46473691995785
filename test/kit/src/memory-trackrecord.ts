import type { Clock, Ids, Writable } from '@trackrecord/application';
import { AccessId, type DomainEvent, eventCodec, PartyId } from '@trackrecord/domain';
import { memoryEventLog, openViews } from '@trackrecord/event-log';
import { CommandId, Instant, LocalDate, type StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { must } from './must.ts';

/** 30 June 2026 in London, as in `today`; a day ends there an hour before it does in UTC. */
const clock: Clock = {
  now: () => must(Instant)('2026-06-30T09:00:00.000Z'),
  today: (timeZone) => must(LocalDate)(timeZone === 'Europe/London' ? '2026-06-30' : '2026-07-01'),
  endOfDay: (date) => must(Instant)(`${date}T22:59:59.999Z`),
  // An hour more than UTC, as in London in summer.
  local: (instant) => {
    const there = new Date(Date.parse(instant) + 3_600_000).toISOString();
    return { date: must(LocalDate)(there.slice(0, 10)), time: there.slice(11, 16) };
  },
};

/** Ids by number; events' ids are counted on from their command's, so commands keep their distance. */
const countedIds = (): Ids => {
  let count = 0;
  const next = (): string => {
    count += 1;
    return count.toString(16);
  };
  return {
    commandId: () => must(CommandId)(`33333333-3333-4333-8333-${next().padStart(8, '0')}0000`),
    partyId: () => must(PartyId)(`p-${next()}`),
    accessId: () => must(AccessId)(`a-${next()}`),
  };
};

/** The answer of something that must not fail in a test. */
export const rightOf = <L, A>(answer: E.Either<L, A>): A => {
  if (E.isRight(answer)) return answer.right;
  throw new Error(`unexpected: ${JSON.stringify(answer.left)}`);
};

/** An empty log and its views in memory, with a clock that stands still and ids that count. */
export const memoryTrackrecord = async (): Promise<Writable> => {
  const log = memoryEventLog(eventCodec);
  const views = rightOf(await openViews({ file: ':memory:', log })());
  return { log, views, clock, ids: countedIds() };
};

/** Appends events at the end of a stream, as somebody else would: the views do not know of them yet. */
export const appendEvents = async (
  { log }: Pick<Writable, 'log'>,
  stream: StreamName,
  [first, ...others]: ReadonlyArray<DomainEvent>,
): Promise<void> => {
  if (first === undefined) return;
  const [last] = rightOf(await log.readStream(stream, { direction: 'backwards', limit: 1 })());
  const expected =
    last === undefined
      ? ({ _tag: 'NoStream' } as const)
      : ({ _tag: 'Revision', revision: last.revision } as const);
  rightOf(await log.append(stream, expected, [first, ...others])());
};
