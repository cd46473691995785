import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AssertionRecord,
  EventLog,
  Point,
  TrailFilter,
  TrailPage,
  Views,
} from '@trackrecord/application/ports';
import {
  allEvents,
  AssertionsRetracted,
  DocumentImported,
  DomainEvent,
  entryOf,
  namedParties,
  NoteAdded,
  OwnerAssigned,
  RatingChanged,
  statementsOf,
  UpdateRequested,
} from '@trackrecord/domain';
import {
  type Cut,
  assertionsIn,
  historyOf,
  Instant,
  LocalDate,
  stateAt,
  StreamName,
  type Values,
} from '@trackrecord/kernel';
import {
  arbitraryEvent,
  closeDates,
  documentNumber,
  eventIdNumber,
  fewLeaves,
  must,
  ordinal,
} from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendTo, memoryLog, rightOf } from '../testing/domain-log.ts';
import { openViews } from './open-views.ts';

type Logged = Readonly<{ stream: StreamName; event: DomainEvent }>;

/** What may happen to a log and its views. */
type Happening =
  | Readonly<{ _tag: 'Appended'; stream: StreamName; events: ReadonlyArray<DomainEvent> }>
  | Readonly<{ _tag: 'CaughtUp' | 'Rebuilt' | 'Reopened' }>;

const streams = ['plan-a', 'plan-b', 'party-p-1'].map(must(StreamName));

const eventOf = arbitraryEvent(fewLeaves);

const registers = fc.record({
  subject: fc.constantFrom('action:1', 'action:2'),
  field: fc.constantFrom('rating', 'updated', 'note/1', 'note/2'),
});

/** A document that confirms what earlier and later events said, now and then its own register too. */
const documents: fc.Arbitrary<DomainEvent> = fc
  .tuple(
    eventOf(DocumentImported),
    fc.array(
      fc.record({
        event: fc.integer({ min: 1, max: 20 }).map(eventIdNumber),
        registers: fc.array(registers, { minLength: 1, maxLength: 4 }),
        own: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([event, confirmed]) =>
    must(DomainEvent)({
      ...event,
      data: {
        ...event.data,
        confirmed: confirmed.map(({ event: id, registers: some, own }) => ({
          event: id,
          registers: [
            ...some,
            ...statementsOf(event).says.flatMap(({ subject, field }) =>
              own ? [{ subject, field }] : [],
            ),
          ],
        })),
      },
    }),
  );

/** Any event; more often those that meet in the same registers, confirm and retract. */
const events: fc.Arbitrary<DomainEvent> = fc.oneof(
  { weight: 3, arbitrary: eventOf(RatingChanged) },
  { weight: 2, arbitrary: eventOf(AssertionsRetracted) },
  { weight: 3, arbitrary: documents },
  { weight: 1, arbitrary: fc.oneof(...[NoteAdded, OwnerAssigned, UpdateRequested].map(eventOf)) },
  { weight: 2, arbitrary: fc.oneof(...allEvents.map(eventOf)) },
);

const happenings: fc.Arbitrary<ReadonlyArray<Happening>> = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          _tag: fc.constant('Appended' as const),
          stream: fc.constantFrom(...streams),
          events: fc.array(events, { minLength: 1, maxLength: 4 }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom<Happening>(
          { _tag: 'CaughtUp' },
          { _tag: 'Rebuilt' },
          { _tag: 'Reopened' },
        ),
      },
    ),
    { maxLength: 10 },
  )
  // Events are named 1, 2, 3 … in their order, so that confirmations and retractions meet them.
  .map((all) => {
    let number = 0;
    return all.map((one) =>
      one._tag === 'Appended'
        ? {
            ...one,
            events: one.events.map((event) => ({ ...event, id: eventIdNumber((number += 1)) })),
          }
        : one,
    );
  });

const points: fc.Arbitrary<Point> = fc.record({
  asOf: fc.oneof(closeDates, fc.constant(must(LocalDate)('9999-12-31'))),
  knownAt: fc.integer({ min: 0, max: 25 }).map(ordinal),
  documents: fc.option(
    fc.subarray([1, 2, 3].map(documentNumber)).map((some) => new Set(some)),
    { nil: undefined },
  ),
});

const inDirectory = async (test: (directory: string) => Promise<void>): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-views-'));
  try {
    await test(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

const opened = async (file: string, log: EventLog<DomainEvent>): Promise<Views> =>
  rightOf(await openViews({ file, log })());

/** Lets it all happen; gives the views, caught up, and what the log then holds. */
const after = async (
  directory: string,
  all: ReadonlyArray<Happening>,
): Promise<Readonly<{ views: Views; logged: ReadonlyArray<Logged> }>> => {
  const file = join(directory, 'views.db');
  const log = memoryLog();
  const append = appendTo(log);
  const logged: Array<Logged> = [];
  let views = await opened(file, log);
  for (const one of all) {
    switch (one._tag) {
      case 'Appended':
        await append(one.stream, one.events);
        logged.push(...one.events.map((event) => ({ stream: one.stream, event })));
        break;
      case 'CaughtUp':
        rightOf(await views.catchUp()());
        break;
      case 'Rebuilt':
        rightOf(await views.rebuild()());
        break;
      case 'Reopened':
        views.close();
        views = await opened(file, log);
    }
  }
  rightOf(await views.catchUp()());
  return { views, logged };
};

/** The plain definition: all entries of a stream, at their places in the whole log. */
const historyIn = (logged: ReadonlyArray<Logged>, stream: StreamName) =>
  historyOf(
    logged.flatMap((one, index) =>
      one.stream === stream ? [entryOf(one.event, ordinal(index + 1))] : [],
    ),
  );

/** As much of a cut as is of the rating and the notes. */
const ratingAndNotesOf = (cut: Cut): Cut =>
  new Map(
    [...cut].flatMap(([subject, fields]) => {
      const some = [...fields].filter(([field]) => /^(rating|note)(\/|$)/u.test(field));
      return some.length === 0 ? [] : [[subject, new Map(some)] as const];
    }),
  );

const plainly = (cut: Cut | Values) =>
  Object.fromEntries(
    [...cut].map(([subject, fields]) => [
      subject,
      Object.fromEntries(
        [...fields].map(([field, { value, effectiveOn, ordinal: at }]) => [
          field,
          { value, effectiveOn, ordinal: at },
        ]),
      ),
    ]),
  );

const holdsFor = (check: (views: Views, logged: ReadonlyArray<Logged>, point: Point) => void) =>
  fc.assert(
    fc.asyncProperty(happenings, fc.array(points, { minLength: 4, maxLength: 4 }), (all, some) =>
      inDirectory(async (directory) => {
        const { views, logged } = await after(directory, all);
        try {
          some.forEach((point) => {
            check(views, logged, point);
          });
        } finally {
          views.close();
        }
      }),
    ),
    { numRuns: 150 },
  );

const known = fc.integer({ min: 0, max: 25 }).map(ordinal);

const maybe = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const trailFilters: fc.Arbitrary<TrailFilter> = fc.record({
  subject: maybe(fc.constantFrom('action:1', 'action:2', 'party')),
  field: maybe(fc.constantFrom('rating', 'note', 'note/1')),
  effectiveFrom: maybe(closeDates),
  effectiveTo: maybe(closeDates),
  parties: maybe(fc.subarray(['p-1', 'p-2'])),
  channel: maybe(fc.constantFrom('command line', 'document')),
  recordedAfter: maybe(known),
  recordedUpTo: maybe(known),
  withConfirmed: fc.boolean(),
  leftOut: fc.constant({
    fields: ['updated', 'exists'],
    implied: { type: 'ActionCreated', field: 'rating', value: 'Not rated' },
  }),
});

type Act = Readonly<Pick<AssertionRecord, 'ordinal' | 'recordedBy' | 'onWordOf' | 'channel'>>;

const asksOf =
  ({ parties, channel, recordedAfter, recordedUpTo }: TrailFilter) =>
  (act: Act): boolean =>
    (parties === undefined ||
      parties.includes(act.recordedBy.party) ||
      (act.onWordOf !== undefined && parties.includes(act.onWordOf))) &&
    (channel === undefined || act.channel === channel) &&
    (recordedAfter === undefined || act.ordinal > recordedAfter) &&
    (recordedUpTo === undefined || act.ordinal <= recordedUpTo);

const isLine =
  (filter: TrailFilter) =>
  (record: AssertionRecord): boolean => {
    const [field = ''] = record.field.split('/');
    const { fields, implied } = filter.leftOut;
    const acts: ReadonlyArray<Act> =
      record.retracted === undefined ? [record] : [record, record.retracted];
    return (
      (record.value === null || !fields.includes(field)) &&
      !(
        record.type === implied.type &&
        record.field === implied.field &&
        record.value === implied.value
      ) &&
      (filter.subject === undefined || record.subject === filter.subject) &&
      (filter.field === undefined || [field, record.field].includes(filter.field)) &&
      (filter.effectiveFrom === undefined || record.effectiveOn >= filter.effectiveFrom) &&
      (filter.effectiveTo === undefined || record.effectiveOn <= filter.effectiveTo) &&
      (filter.withConfirmed || record.firstSaidBy === record.eventId) &&
      acts.some(asksOf(filter))
    );
  };

/** The plain definition of a trail: a look through all records, which stand in the order of recording. */
const trailIn = (records: ReadonlyArray<AssertionRecord>, filter: TrailFilter) => {
  const places = new Map<number, number>();
  const placed = records.map((record) => {
    const place = places.get(record.ordinal) ?? 0;
    places.set(record.ordinal, place + 1);
    return { ...record, place };
  });
  const held = placed
    .filter(({ retracted }) => retracted === undefined)
    .toSorted(
      (a, b) =>
        Number(a.effectiveOn > b.effectiveOn) - Number(a.effectiveOn < b.effectiveOn) ||
        a.ordinal - b.ordinal ||
        a.place - b.place,
    );
  return placed.filter(isLine(filter)).map((line) => {
    const before = held.findLast(
      (one) =>
        one.subject === line.subject &&
        one.field === line.field &&
        (one.effectiveOn < line.effectiveOn ||
          (one.effectiveOn === line.effectiveOn &&
            (one.ordinal < line.ordinal ||
              (one.ordinal === line.ordinal && one.place < line.place)))),
    );
    return {
      ...line,
      before:
        before === undefined
          ? null
          : {
              type: before.type,
              field: before.field,
              value: before.value,
              effectiveOn: before.effectiveOn,
            },
    };
  });
};

/** All pages, from the first to the one with nothing more. */
const pagesOf = (
  views: Views,
  stream: StreamName,
  knownAt: ReturnType<typeof ordinal>,
  filter: TrailFilter,
  page: TrailPage,
): Readonly<{ records: ReadonlyArray<unknown>; totals: ReadonlySet<number> }> => {
  const { records, total } = rightOf(views.trailOf(stream, knownAt, filter, page));
  const last = records.at(-1);
  if (last === undefined) return { records: [], totals: new Set([total]) };
  expect(records.length).toBeLessThanOrEqual(page.limit);
  const rest = pagesOf(views, stream, knownAt, filter, {
    ...page,
    beyond: { ordinal: last.ordinal, place: last.place },
  });
  return { records: [...records, ...rest.records], totals: new Set([total, ...rest.totals]) };
};

describe('the views of any log, caught up in any steps, reopened and rebuilt at any time', () => {
  it('given any point, then a cut holds what the pure definition holds, of a subject and of fields too', () =>
    holdsFor((views, logged, point) => {
      streams.forEach((stream) => {
        expect(plainly(rightOf(views.cutOf(stream, point)))).toEqual(
          plainly(stateAt(point)(historyIn(logged, stream))),
        );
        expect(plainly(rightOf(views.cutOf(stream, point, 'action:1')))).toEqual(
          plainly(
            new Map(
              [...stateAt(point)(historyIn(logged, stream))].filter(
                ([name]) => name === 'action:1',
              ),
            ),
          ),
        );
        expect(plainly(rightOf(views.cutOf(stream, point, undefined, ['rating', 'note'])))).toEqual(
          plainly(ratingAndNotesOf(stateAt(point)(historyIn(logged, stream)))),
        );
      });
    }));

  it('given any ordinal, then the records are the assertions known by it, with what took them back', () =>
    holdsFor((views, logged, { knownAt }) => {
      streams.forEach((stream) => {
        const history = historyIn(logged, stream);
        const records = rightOf(views.recordsOf(stream, knownAt, {}));
        expect(
          records.map(({ subject, field, value, effectiveOn, ordinal: at, eventId, ...rest }) => ({
            ...{ subject, field, value, effectiveOn, ordinal: at, eventId },
            firstSaidBy: rest.firstSaidBy,
            document: rest.document,
            retractedAt: rest.retracted?.ordinal,
          })),
        ).toEqual(
          assertionsIn(history)
            .filter((one) => one.ordinal <= knownAt)
            .map((one) => {
              const gone = history.retractedAt.get(one.eventId);
              return {
                ...one,
                document: one.document,
                retractedAt: gone !== undefined && gone <= knownAt ? gone : undefined,
              };
            }),
        );
      });
    }));

  it('given an ordinal, then what was recorded after it, and which was the last by it that said anything or took it back', () =>
    holdsFor((views, _logged, { knownAt }) => {
      streams.forEach((stream) => {
        const lastOf = (records: ReadonlyArray<AssertionRecord>) =>
          Math.max(0, ...records.flatMap((one) => [one.ordinal, one.retracted?.ordinal ?? 0]));
        const ever = rightOf(views.recordsOf(stream, ordinal(25), {}));
        expect(rightOf(views.recordsOf(stream, ordinal(25), { after: knownAt }))).toEqual(
          ever.filter((record) => record.ordinal > knownAt),
        );
        const all = rightOf(views.recordsOf(stream, knownAt, {}));
        expect(rightOf(views.lastOrdinalOf(stream, knownAt))).toBe(lastOf(all));
        expect(rightOf(views.lastOrdinalOf(stream, knownAt, 'action:1'))).toBe(
          lastOf(all.filter(({ subject }) => subject === 'action:1')),
        );
      });
    }));

  it('given any trail, then its pages one after the other are what its records say, line by line', async () => {
    const asked = fc.record({ filter: trailFilters, newestFirst: fc.boolean(), knownAt: known });
    await fc.assert(
      fc.asyncProperty(happenings, fc.array(asked, { minLength: 4, maxLength: 4 }), (all, some) =>
        inDirectory(async (directory) => {
          const { views } = await after(directory, all);
          some.forEach(({ filter, newestFirst, knownAt }) => {
            streams.forEach((stream) => {
              const lines = trailIn(rightOf(views.recordsOf(stream, knownAt, {})), filter);
              const expected = newestFirst ? lines.toReversed() : lines;
              expect(pagesOf(views, stream, knownAt, filter, { newestFirst, limit: 3 })).toEqual({
                records: expected,
                totals: new Set([lines.length]),
              });
            });
          });
          views.close();
        }),
      ),
      { numRuns: 150 },
    );
  });

  it('given any records, then each says who, how and why as its event did', () =>
    holdsFor((views, logged, { knownAt }) => {
      streams.forEach((stream) => {
        rightOf(views.recordsOf(stream, knownAt, {})).forEach((record) => {
          const event = logged[record.ordinal - 1]?.event;
          expect({ ...event, id: record.eventId }).toMatchObject({
            type: record.type,
            recordedBy: record.recordedBy,
            channel: record.channel,
            ...(record.why === undefined ? {} : { why: record.why }),
            ...(record.onWordOf === undefined ? {} : { onWordOf: record.onWordOf }),
            ...(record.source === undefined ? {} : { source: record.source }),
          });
          if (record.retracted === undefined) return;
          const { ordinal: takenBackAt, recordedBy, channel, onWordOf, why } = record.retracted;
          const { event: retraction } = logged[takenBackAt - 1] ?? {};
          expect(retraction).toMatchObject({ recordedBy, channel });
          expect(retraction?.onWordOf).toBe(onWordOf);
          expect(retraction?.why).toBe(why);
        });
      });
    }));

  it('given a subject or a field, then the records are those of all that are about it', () =>
    holdsFor((views, _logged, { knownAt }) => {
      const [stream] = streams;
      if (stream === undefined) return;
      const all = rightOf(views.recordsOf(stream, knownAt, {}));
      const subject = 'action:1';
      expect(rightOf(views.recordsOf(stream, knownAt, { subject }))).toEqual(
        all.filter((record) => record.subject === subject),
      );
      expect(rightOf(views.recordsOf(stream, knownAt, { field: 'note' }))).toEqual(
        all.filter(({ field }) => field === 'note' || field.startsWith('note/')),
      );
    }));

  it('given any instant, then the ordinal is the last one that the log had recorded by then', async () => {
    await fc.assert(
      fc.asyncProperty(
        happenings,
        fc.array(
          fc
            .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
            .map((at) => must(Instant)(at.toISOString())),
        ),
        (all, instants) =>
          inDirectory(async (directory) => {
            const { views, logged } = await after(directory, all);
            const ends = logged.map(({ event }) => event.recordedAt);
            [...instants, ...ends].forEach((instant) => {
              // Walks the log with the latest instant so far in hand, until it is past the one asked for.
              let [last, latest] = [0, ''];
              for (const [index, { event }] of logged.entries()) {
                latest = event.recordedAt > latest ? event.recordedAt : latest;
                if (latest <= instant) last = index + 1;
              }
              expect(rightOf(views.ordinalAt(instant))).toBe(last);
            });
            expect(rightOf(views.head())).toBe(logged.length);
            views.close();
          }),
      ),
      { numRuns: 60 },
    );
  });

  it('given any party, then the streams that name it are those that a scan of the log finds', () =>
    holdsFor((views, logged) => {
      ['p-1', 'p-2'].forEach((party) => {
        const naming = streams.filter(
          (stream) =>
            stream.startsWith('plan-') &&
            logged.some(
              (one) =>
                one.stream === stream &&
                statementsOf(one.event).says.some((said) => namedParties(said).includes(party)),
            ),
        );
        expect([...rightOf(views.listStreamsNaming('plan', party))].sort()).toEqual(naming);
      });
      expect(rightOf(views.listStreams('plan', 'b'))).toEqual(
        ['plan-b'].filter((name) => logged.some(({ stream }) => stream === name)),
      );
      expect(rightOf(views.listStreams('plan', 'b-'))).toEqual([]);
      expect([...rightOf(views.listStreams('plan'))].sort()).toEqual(
        ['plan-a', 'plan-b'].filter((name) => logged.some(({ stream }) => stream === name)),
      );
    }));
});
