import {
  ActionClosed,
  ActionCreated,
  ActionMoved,
  ActionRenumbered,
  ActionReopened,
  ActionReworded,
  ActionWithdrawn,
  NoChangeConfirmed,
  NoteAdded,
  OwnerAssigned,
  RatingChanged,
  TimescaleRemoved,
  TimescaleSet,
} from '@trackrecord/domain';
import { historyOf, LocalDate, stateAt } from '@trackrecord/kernel';
import { entryOf, type EventKind } from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import { aPlan, eventsOf, happened, type Happened, must, ordinal } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { planFactsOf } from '../plan-state/plan-facts.ts';
import { type Change, changesBetween } from './changes-between.ts';

const start = '2026-03-31';
const end = '2026-06-30';

const factsAt = (past: ReadonlyArray<Happened>, asOf: string, knownAt = past.length) =>
  planFactsOf(
    stateAt({ asOf: must(LocalDate)(asOf), knownAt: ordinal(knownAt) })(
      historyOf(eventsOf(past).map((event, index) => entryOf(event, ordinal(index + 1)))),
    ),
  );

/** What changed from 31 March to 30 June, both as known now. */
const changes = (...past: ReadonlyArray<Happened>): ReadonlyArray<Change> =>
  changesBetween(factsAt(past, start), factsAt(past, end), must(LocalDate)(start));

const about =
  (on: string) =>
  (kind: EventKind, data: Readonly<Record<string, Json>> = {}, action = '27'): Happened =>
    happened(kind, { action, ...data }, on);

const [then, later] = [about('2026-03-01'), about('2026-05-15')];

const created = (action: string, on: string): Happened =>
  happened(
    ActionCreated,
    { action, ref: action, label: `${action}.`, title: `Do ${action}`, under: { results: [] } },
    on,
  );

const begun = [aPlan, created('27', '2026-03-01'), then(RatingChanged, { rating: 'Amber' })];

/** News, so that what is tested is not also "silent". */
const news = later(NoChangeConfirmed, { rating: 'Amber', requests: [] });

const change = (kind: Change['kind'], from: string | null, to: string | null) => ({
  kind,
  ref: '27',
  title: 'Do 27',
  priority: null,
  from,
  to,
});

describe('what changed between two dates', () => {
  it('given nothing but "no change", then nothing did', () => {
    expect(changes(...begun, news)).toEqual([]);
  });

  it('given a new rating, then the action was re-rated', () => {
    expect(changes(...begun, later(RatingChanged, { rating: 'Red' }))).toEqual([
      change('re-rated', 'Amber', 'Red'),
    ]);
  });

  it('given a rating that went and came back, then nothing changed', () => {
    expect(
      changes(
        ...begun,
        later(RatingChanged, { rating: 'Red' }),
        happened(RatingChanged, { action: '27', rating: 'Amber' }, '2026-06-01'),
      ),
    ).toEqual([]);
  });

  it('given new words, then it was reworded', () => {
    expect(changes(...begun, news, later(ActionReworded, { title: 'Do it well' }))).toEqual([
      {
        kind: 'reworded',
        ref: '27',
        title: 'Do it well',
        priority: null,
        from: 'Do 27',
        to: 'Do it well',
      },
    ]);
  });

  it('given another place, then it moved, in words', () => {
    expect(
      changes(
        ...begun,
        then(ActionMoved, { under: { priority: '2', theme: '2.3', results: [] } }),
        news,
        later(ActionMoved, { under: { enabler: 'A', results: ['2(i)', '2(ii)'] } }),
      ),
    ).toEqual([change('moved', 'priority 2, theme 2.3', 'enabler A, result 2(i), result 2(ii)')]);
  });

  it('given another ref, then it is the same action, renumbered', () => {
    expect(
      changes(...begun, news, later(ActionRenumbered, { ref: '30', label: '30.', knownAs: '27' })),
    ).toEqual([{ ...change('renumbered', '27', '30'), ref: '30' }]);
  });

  it.each([
    ['a later end', 'slipped', { asWritten: 'by Sept', latest: '2026-09-30' }, 'by Sept'],
    ['an earlier end', 'rescheduled', { asWritten: 'by May', latest: '2026-05-31' }, 'by May'],
    ['other words alone', 'rescheduled', { asWritten: 'June', latest: '2026-06-30' }, 'June'],
    ['an end that no date follows from', 'rescheduled', { asWritten: 'soon' }, 'soon'],
  ] as const)('given %s, then it %s', (_, kind, timescale, words) => {
    expect(
      changes(
        ...begun,
        then(TimescaleSet, { timescale: { asWritten: 'by June', latest: '2026-06-30' } }),
        news,
        later(TimescaleSet, { timescale }),
      ),
    ).toEqual([change(kind, 'by June', words)]);
  });

  it('given a first timescale, or none any more, then it was rescheduled', () => {
    const timescale = { asWritten: 'by June', latest: '2026-06-30' };
    expect(changes(...begun, news, later(TimescaleSet, { timescale }))).toEqual([
      change('rescheduled', null, 'by June'),
    ]);
    expect(
      changes(...begun, then(TimescaleSet, { timescale }), news, later(TimescaleRemoved)),
    ).toEqual([change('rescheduled', 'by June', null)]);
  });

  it('given an owner and a note, then both are told', () => {
    expect(
      changes(
        ...begun,
        later(OwnerAssigned, { party: 'p-1', role: 'lead' }),
        later(NoteAdded, { note: 'n-1', text: 'Agreed.' }),
      ),
    ).toEqual([change('owners', '', 'p-1 (lead)'), change('noted', '', 'Agreed.')]);
  });

  it('given an action that came, then it is new', () => {
    expect(changes(...begun, news, created('28', '2026-05-01'))).toEqual([
      { kind: 'new', ref: '28', title: 'Do 28', priority: null, from: null, to: 'Not rated' },
    ]);
  });

  it('given priorities, then each change says under which its action stands at the second date, or stood', () => {
    const under = (priority: string) => ({ under: { priority, results: [] } });
    const past = [
      ...begun,
      created('28', '2026-03-01'),
      about('2026-03-01')(ActionMoved, under('2'), '28'),
      then(ActionMoved, under('2')),
      later(ActionMoved, under('3')),
      news,
      about('2026-05-15')(ActionWithdrawn, {}, '28'),
    ];
    expect(changes(...past).map(({ kind, ref, priority }) => [kind, ref, priority])).toEqual([
      ['moved', '27', '3'],
      ['gone', '28', '2'],
    ]);
  });

  it('given an action that was withdrawn, then it is gone', () => {
    expect(changes(...begun, later(ActionWithdrawn))).toEqual([change('gone', 'Amber', null)]);
  });

  it('given an action that was closed, then that; and opened again, then that', () => {
    expect(changes(...begun, later(ActionClosed))).toEqual([change('closed', 'open', 'closed')]);
    expect(changes(...begun, then(ActionClosed), later(ActionReopened))).toEqual([
      change('reopened', 'closed', 'open'),
    ]);
  });

  it('given no news since the first date, then it was silent since its last news', () => {
    expect(changes(...begun)).toEqual([change('silent', '2026-03-01', null)]);
  });

  it('given news on the first date itself, then it was silent; a day later, then not', () => {
    const confirmed = (on: string) =>
      happened(NoChangeConfirmed, { action: '27', rating: 'Amber', requests: [] }, on);
    expect(changes(...begun, confirmed(start))).toEqual([change('silent', start, null)]);
    expect(changes(...begun, confirmed('2026-04-01'))).toEqual([]);
  });

  it('given a closed action without news, then it is not silent', () => {
    expect(changes(...begun, then(ActionClosed))).toEqual([]);
  });

  it('given several actions, then they stand as people number them', () => {
    const past = [
      aPlan,
      ...['10', '2', '2(i).11', '2(i).4'].map((action) => created(action, '2026-05-01')),
    ];
    expect(changes(...past).map(({ ref }) => ref)).toEqual(['2', '2(i).4', '2(i).11', '10']);
  });

  it('given ends that are known at their own times, then a fact that came late is a change', () => {
    const past = [...begun, happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-03-15')];
    const from = must(LocalDate)(start);
    expect(changesBetween(factsAt(past, start), factsAt(past, start), from)).toEqual([
      change('silent', '2026-03-15', null),
    ]);
    expect(changesBetween(factsAt(past, start, 3), factsAt(past, start), from)).toEqual([
      change('re-rated', 'Amber', 'Red'),
    ]);
  });

  it.each<readonly [string, Happened, Change['kind']]>([
    [
      'a later date',
      later(TimescaleSet, { timescale: { asWritten: 'by December', latest: '2026-12-31' } }),
      'slipped',
    ],
    ['other words', later(ActionReworded, { title: 'Do 27 well' }), 'reworded'],
    ['another place', later(ActionMoved, { under: { priority: '2', results: [] } }), 'moved'],
    ['an owner', later(OwnerAssigned, { party: 'p-1', role: 'lead' }), 'owners'],
  ])('given %s and no news, then that changed, and the action is not silent', (_, fact, kind) => {
    const june = { asWritten: 'by June', latest: '2026-06-30' };
    const past = [...begun, then(TimescaleSet, { timescale: june })];
    expect(changes(...past, fact).map((one) => one.kind)).toEqual([kind]);
  });

  it('given another number and no news, then it is silent all the same: that says nothing of it', () => {
    const renumbered = happened(
      ActionRenumbered,
      { action: '27', ref: '28', label: '28.', knownAs: '27' },
      '2026-05-15',
    );
    expect(changes(...begun, renumbered).map(({ kind }) => kind)).toEqual(['renumbered', 'silent']);
  });
});
