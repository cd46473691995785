import {
  anAction,
  aPlan,
  documentNumber,
  eventIdNumber,
  events,
  givenParty,
  givenPlan,
  happened,
  must,
  nothingNew,
  order,
  refused,
  saidBy,
} from '@trackrecord/test-kit';
import { EventId } from '@trackrecord/kernel';
import { describe, expect, it } from 'vitest';
import { ActionCreated } from '../action/action-created.ts';
import { RatingChanged } from '../action/rating-changed.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { PartyMerged } from '../party/party-merged.ts';
import { PartyRegistered } from '../party/party-registered.ts';
import { AssertionsRetracted } from './assertions-retracted.ts';
import { DocumentImported } from './document-imported.ts';
import { RecordImport } from './record-import.ts';
import { RetractAssertions } from './retract-assertions.ts';
import { UndoImport } from './undo-import.ts';

const rating = { subject: 'action:27', field: 'rating' };

/** The third event of the stream rates action 27 Amber. */
const rated = [
  aPlan,
  anAction('27'),
  happened(RatingChanged, { action: '27', rating: 'Amber' }, '2026-03-31'),
];

const imported = (
  document: number,
  confirmed: ReadonlyArray<{ event: string; registers: ReadonlyArray<typeof rating> }> = [],
) => ({
  document: documentNumber(document),
  name: 'plan-2026-q2.txt',
  on: '2026-06-30',
  blocks: 12,
  confirmed,
});

describe('RecordImport', () => {
  const confirming = (event: number) =>
    imported(1, [{ event: eventIdNumber(event), registers: [rating] }]);

  it('given a document that says again what an event said, then it confirms it', () => {
    expect(givenPlan(...rated).when(order(RecordImport, confirming(3)))).toEqual(
      events(['DocumentImported', confirming(3)]),
    );
  });

  it('given a confirmation of what an event did not say, then it is refused', () => {
    expect(givenPlan(...rated).when(order(RecordImport, confirming(1)))).toEqual(
      refused({ _tag: 'EventNotFound', event: eventIdNumber(1) }),
    );
    expect(givenPlan(...rated).when(order(RecordImport, confirming(9)))).toEqual(
      refused({ _tag: 'EventNotFound', event: eventIdNumber(9) }),
    );
  });

  it('given the same document, imported for the same date, then it is nothing new', () => {
    expect(
      givenPlan(...rated, saidBy(1, DocumentImported, confirming(3))).when(
        order(RecordImport, confirming(3)),
      ),
    ).toEqual(nothingNew);
  });

  it('given the same document for a later date, then it is news', () => {
    const again = { ...confirming(3), on: '2026-09-30' };
    expect(
      givenPlan(...rated, saidBy(1, DocumentImported, confirming(3))).when(
        order(RecordImport, again),
        '2026-09-30',
      ),
    ).toEqual(events(['DocumentImported', again]));
  });

  it('given the same document for the same date, that confirms what others have changed since, then it is news', () => {
    expect(
      givenPlan(
        ...rated,
        saidBy(1, DocumentImported, confirming(3)),
        happened(RatingChanged, { action: '27', rating: 'Red' }),
      ).when(order(RecordImport, confirming(3))),
    ).toEqual(events(['DocumentImported', confirming(3)]));
  });
});

describe('RetractAssertions', () => {
  const retract = (...list: ReadonlyArray<number>) =>
    order(RetractAssertions, { events: list.map(eventIdNumber) });

  it('given events, then what they said is taken back, each once', () => {
    expect(givenPlan(...rated).when(retract(3, 3))).toEqual(
      events(['AssertionsRetracted', { events: [eventIdNumber(3)] }]),
    );
  });

  it('given an event that is not in the stream, then it is refused', () => {
    expect(givenPlan(...rated).when(retract(3, 9))).toEqual(
      refused({ _tag: 'EventNotFound', event: eventIdNumber(9) }),
    );
  });

  it('given an event that was taken back, then it is refused', () => {
    const taken = happened(AssertionsRetracted, { events: [eventIdNumber(3)] });
    expect(givenPlan(...rated, taken).when(retract(3))).toEqual(
      refused({ _tag: 'AlreadyRetracted', event: eventIdNumber(3) }),
    );
  });

  it('given a retraction, then it cannot be taken back: what held after all is said again', () => {
    const taken = happened(AssertionsRetracted, { events: [eventIdNumber(3)] });
    expect(givenPlan(...rated, taken).when(retract(4))).toEqual(
      refused({ _tag: 'EventNotFound', event: eventIdNumber(4) }),
    );
  });

  it('given the event that a plan is there by, while other facts of the plan stand, then it is refused', () => {
    const resting = refused({ _tag: 'PlanRestsOnIt', event: eventIdNumber(1) });
    expect(givenPlan(...rated).when(retract(1))).toEqual(resting);
    expect(givenPlan(...rated).when(retract(1, 3))).toEqual(resting);
    expect(
      describeRefusal({ _tag: 'PlanRestsOnIt', event: must(EventId)(eventIdNumber(1)) }),
    ).toMatch('undo its import');
  });

  it('given the event that a plan is there by, and with it all else that stands, then it is taken back', () => {
    const taken = happened(AssertionsRetracted, { events: [eventIdNumber(3)] });
    expect(givenPlan(...rated, taken).when(retract(1, 2))).toEqual(
      events(['AssertionsRetracted', { events: [eventIdNumber(1), eventIdNumber(2)] }]),
    );
    expect(givenPlan(aPlan).when(retract(1))).toEqual(
      events(['AssertionsRetracted', { events: [eventIdNumber(1)] }]),
    );
  });

  it('given no events, then it is nothing new', () => {
    expect(givenPlan(...rated).when(retract())).toEqual(nothingNew);
  });

  it('given two parties that were merged by mistake, then that is taken back in the party’s own stream', () => {
    expect(
      givenParty(
        happened(PartyRegistered, { kind: 'person', name: 'M. Reed' }),
        happened(PartyMerged, { into: 'p-77aa' }),
      ).when(retract(2)),
    ).toEqual(events(['AssertionsRetracted', { events: [eventIdNumber(2)] }]));
  });
});

describe('UndoImport', () => {
  const undo = order(UndoImport, { document: documentNumber(1) });
  const created = {
    action: '27',
    ref: '27',
    label: '27.',
    title: 'Open the grounds',
    under: { results: [] },
  };
  const past = [
    aPlan,
    saidBy(1, ActionCreated, created),
    happened(RatingChanged, { action: '27', rating: 'Red' }),
    saidBy(1, DocumentImported, imported(1)),
    saidBy(2, RatingChanged, { action: '27', rating: 'Green' }),
  ];
  const undone = {
    events: [eventIdNumber(2), eventIdNumber(4)],
    document: documentNumber(1),
  };

  it('given an imported document, then what it said is taken back, and nothing else', () => {
    expect(givenPlan(...past).when(undo)).toEqual(events(['AssertionsRetracted', undone]));
  });

  it('given that it was undone, then undoing it again is refused', () => {
    expect(givenPlan(...past, happened(AssertionsRetracted, undone)).when(undo)).toEqual(
      refused({ _tag: 'DocumentNotImported', document: documentNumber(1) }),
    );
  });

  it('given that it was undone, then importing it again is news', () => {
    expect(
      givenPlan(...past, happened(AssertionsRetracted, undone)).when(
        order(RecordImport, imported(1)),
      ),
    ).toEqual(events(['DocumentImported', imported(1)]));
  });

  it('given that a part of it was taken back before, then the rest is', () => {
    expect(
      givenPlan(...past, happened(AssertionsRetracted, { events: [eventIdNumber(2)] })).when(undo),
    ).toEqual(
      events(['AssertionsRetracted', { events: [eventIdNumber(4)], document: documentNumber(1) }]),
    );
  });

  it('given a document that was never imported, then it is refused', () => {
    expect(givenPlan(aPlan).when(undo)).toEqual(
      refused({ _tag: 'DocumentNotImported', document: documentNumber(1) }),
    );
  });
});
