import { canonicalJson } from '@trackrecord/kernel';
import { anyLeaves, arbitraryEvent, documentNumber, must, ordinal } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { PathReporter } from 'io-ts/lib/PathReporter.js';
import { describe, expect, it } from 'vitest';
import { RatingChanged } from '../action/rating-changed.ts';
import { allEvents, planEvents } from './catalogue.ts';
import { DomainEvent, entryOf, jsonOf, statementsOf } from './domain-event.ts';

const rated = {
  id: '7d444840-9dc0-11d1-b245-5ffdce74fad2',
  type: 'RatingChanged',
  version: 1,
  commandId: '7d444840-9dc0-11d1-b245-5ffdce74fad1',
  effectiveOn: '2026-06-30',
  recordedAt: '2026-07-02T09:30:00.000Z',
  recordedBy: { party: 'p-4c1f', verified: false },
  channel: 'command line',
  data: { action: '27', rating: 'Red' },
};

const messageFor = (value: unknown): string =>
  PathReporter.report(DomainEvent.decode(value)).join('\n');

describe('the catalogue of events', () => {
  it('given all events, then each has a name of its own, in the past tense of the field', () => {
    const names = allEvents.map(({ type }) => type);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^([A-Z][a-z]+)+$/.test(name))).toEqual([]);
  });

  it.each(allEvents)('given $type, then its summary is one sentence', ({ summary }) => {
    expect(summary).toMatch(/^[A-Z][^]*\.$/);
  });

  it.each(allEvents)('given $type, then its example is one', ({ type, version, data, example }) => {
    expect(data.is(example)).toBe(true);
    expect(DomainEvent.is({ ...rated, type, version, data: example })).toBe(true);
  });

  it.each(allEvents)(
    'given the example of $type, then it says, confirms or retracts something',
    (kind) => {
      const { says, confirms, retracts } = kind.statesOf(kind.example);
      expect(says.length + confirms.length + retracts.length).toBeGreaterThan(0);
    },
  );
});

describe('the codec of events', { timeout: 60_000 }, () => {
  it.each(allEvents)(
    'given any $type, then it comes back from canonical JSON as it was',
    (kind) => {
      fc.assert(
        fc.property(arbitraryEvent(anyLeaves)(kind), (event) => {
          const back = DomainEvent.decode(JSON.parse(canonicalJson(jsonOf(event))));
          expect(back).toEqual(E.right(event));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('given an event that there is not, then it says so', () => {
    expect(messageFor({ ...rated, type: 'ActionEaten' })).toBe('there is no event "ActionEaten"');
  });

  it('given a version that there is not, then it says so', () => {
    expect(messageFor({ ...rated, version: 2 })).toBe('RatingChanged has no version 2');
  });

  it('given an envelope that lacks a field, then it names the field', () => {
    const { recordedBy: _, ...lacking } = rated;
    expect(messageFor(lacking)).toContain('recordedBy');
  });

  it('given data that is not its own, then it names the field and the value', () => {
    expect(messageFor({ ...rated, data: { action: '27', rating: 'Not rated' } })).toMatch(
      /"Not rated".*rating/,
    );
  });

  it.each([undefined, null, 3, 'RatingChanged', [], {}])(
    'given %j, then it is refused',
    (value) => {
      expect(DomainEvent.is(value)).toBe(false);
      expect(E.isLeft(DomainEvent.decode(value))).toBe(true);
    },
  );
});

describe('what an event says', () => {
  const event = must(DomainEvent)(rated);

  it('given a rating, then it says the rating and that the action was updated', () => {
    expect(statementsOf(event)).toEqual({
      says: [
        { subject: 'action:27', field: 'rating', value: 'Red' },
        { subject: 'action:27', field: 'updated', value: true },
      ],
      confirms: [],
      retracts: [],
    });
  });

  it('given data that is not its own, then it says nothing', () => {
    expect(RatingChanged.statesOf({ action: 27 }).says).toEqual([]);
  });

  it('given an event that a person recorded, then it comes from no document', () => {
    expect(entryOf(event, ordinal(7))).toMatchObject({
      eventId: rated.id,
      ordinal: 7,
      effectiveOn: '2026-06-30',
    });
    expect(entryOf(event, ordinal(7)).document).toBeUndefined();
  });

  it('given an event with a source, then it comes from that document', () => {
    const document = documentNumber(3);
    const sourced = must(DomainEvent)({ ...rated, source: { document, block: 4, line: 9 } });
    expect(entryOf(sourced, ordinal(1)).document).toBe(document);
  });

  it('given the import of a document, then it comes from that document itself', () => {
    const document = documentNumber(3);
    const imported = must(DomainEvent)({
      ...rated,
      type: 'DocumentImported',
      data: { document, name: 'q2.txt', on: '2026-06-30', blocks: 3, confirmed: [] },
    });
    expect(entryOf(imported, ordinal(1)).document).toBe(document);
  });

  it('given every event of a plan, then what its example says is of the plan or of one of its items', () => {
    const subjects = planEvents.flatMap((kind) =>
      kind.statesOf(kind.example).says.map(({ subject }) => subject),
    );
    expect(
      subjects.filter(
        (subject) =>
          !/^(plan$|(priority|theme|enabler|result|action|target|dataNeed|indicator):.)/.test(
            subject,
          ),
      ),
    ).toEqual([]);
  });
});
