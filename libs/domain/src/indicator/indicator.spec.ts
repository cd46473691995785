import {
  aPlan,
  aPriority,
  events,
  givenIndicator,
  givenPlan,
  happened,
  nothingNew,
  order,
  refused,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { ComparatorRecorded } from './comparator-recorded.ts';
import { CorrectObservation } from './correct-observation.ts';
import { DefineIndicator } from './define-indicator.ts';
import { IndicatorDefined } from './indicator-defined.ts';
import { IndicatorLinked } from './indicator-linked.ts';
import { LinkIndicator } from './link-indicator.ts';
import { ObservationRecorded } from './observation-recorded.ts';
import { RecordComparator } from './record-comparator.ts';
import { RecordObservation } from './record-observation.ts';
import { RemoveStory } from './remove-story.ts';
import { SetBaseline } from './set-baseline.ts';
import { StoryTold } from './story-told.ts';
import { TellStory } from './tell-story.ts';
import { UnlinkIndicator } from './unlink-indicator.ts';

const definition = { title: 'Families who use a centre', code: 'NI 901', unit: 'families' };
const defined = happened(IndicatorDefined, definition, '2026-01-01');
const notDefined = refused({ _tag: 'NotRegistered', what: 'indicator' });

describe('DefineIndicator', () => {
  it('given nothing, then it is defined; given a definition, then it is defined anew', () => {
    const define = order(DefineIndicator, definition);
    expect(givenIndicator().when(define)).toEqual(events(['IndicatorDefined', definition]));
    expect(givenIndicator(defined).when(define)).toEqual(events(['IndicatorDefined', definition]));
  });

  it('given the same definition for the same date, then it is nothing new', () => {
    expect(givenIndicator(defined).when(order(DefineIndicator, definition), '2026-01-01')).toEqual(
      nothingNew,
    );
  });
});

describe('observations', () => {
  const observed = { value: 412, period: '2025/26', status: 'provisional' };
  const final = { ...observed, value: 418, status: 'final' };
  const recorded = happened(ObservationRecorded, { observation: '2025/26', observed });

  it('given an indicator, then a value is recorded under its period', () => {
    expect(givenIndicator(defined).when(order(RecordObservation, { observed }))).toEqual(
      events(['ObservationRecorded', { observation: '2025/26', observed }]),
    );
  });

  it('given a value for a place and a breakdown, then it is recorded under all three', () => {
    const apart = { ...observed, geography: 'Harbour · East', breakdown: 'girls' };
    expect(givenIndicator(defined).when(order(RecordObservation, { observed: apart }))).toEqual(
      events([
        'ObservationRecorded',
        { observation: '2025/26 · Harbour ·· East · girls', observed: apart },
      ]),
    );
  });

  it('given a value for a place, then one for a breakdown of the same name is another', () => {
    const place = { ...observed, geography: 'girls' };
    const breakdown = { ...observed, breakdown: 'girls' };
    const past = happened(ObservationRecorded, { observation: '2025/26 · girls', observed: place });
    expect(
      givenIndicator(defined, past).when(order(RecordObservation, { observed: breakdown })),
    ).toEqual(
      events(['ObservationRecorded', { observation: '2025/26 ·  · girls', observed: breakdown }]),
    );
  });

  it('given the same value again, then it is nothing new; another one is refused: it is corrected', () => {
    const past = [defined, recorded];
    expect(givenIndicator(...past).when(order(RecordObservation, { observed }))).toEqual(
      nothingNew,
    );
    expect(givenIndicator(...past).when(order(RecordObservation, { observed: final }))).toEqual(
      refused({ _tag: 'RefTaken', kind: 'observation', ref: '2025/26' }),
    );
  });

  it('given no indicator, then recording is refused', () => {
    expect(givenIndicator().when(order(RecordObservation, { observed }))).toEqual(notDefined);
  });

  it('given a recorded value, then it is corrected', () => {
    expect(
      givenIndicator(defined, recorded).when(order(CorrectObservation, { observed: final })),
    ).toEqual(events(['ObservationCorrected', { observation: '2025/26', observed: final }]));
  });

  it('given no value for that period, then correcting is refused', () => {
    expect(givenIndicator(defined).when(order(CorrectObservation, { observed: final }))).toEqual(
      refused({ _tag: 'NotFound', kind: 'observation', ref: '2025/26' }),
    );
  });

  it('given a value that is no number, then there is no such command', () => {
    expect(() => order(RecordObservation, { observed: { ...observed, value: NaN } })).toThrow();
  });
});

describe('RecordComparator', () => {
  const asked = {
    comparator: 'county 2025/26',
    recorded: { of: 'county', value: 380, period: '2025/26' },
  };
  const record = order(RecordComparator, asked);

  it('given an indicator, then the county’s value is recorded beside it, or another one for it', () => {
    expect(givenIndicator(defined).when(record)).toEqual(events(['ComparatorRecorded', asked]));
    const other = { ...asked, recorded: { ...asked.recorded, value: 379 } };
    expect(givenIndicator(defined, happened(ComparatorRecorded, other)).when(record)).toEqual(
      events(['ComparatorRecorded', asked]),
    );
  });

  it('given no indicator, then it is refused', () => {
    expect(givenIndicator().when(record)).toEqual(notDefined);
  });
});

describe('an indicator in a plan', () => {
  const link = order(LinkIndicator, { indicator: 'ni-901', to: 'priority:2' });
  const unlink = order(UnlinkIndicator, { indicator: 'ni-901', from: 'priority:2' });
  const linked = happened(IndicatorLinked, link.data);

  it('given the item, then it is linked; given no such item, then it is refused', () => {
    expect(givenPlan(aPlan, aPriority('2')).when(link)).toEqual(
      events(['IndicatorLinked', link.data]),
    );
    expect(givenPlan(aPlan).when(link)).toEqual(
      refused({ _tag: 'NotFound', kind: 'priority', ref: '2' }),
    );
  });

  it('given a link, then it can be taken away; given none, then that is refused', () => {
    expect(givenPlan(aPlan, aPriority('2'), linked).when(unlink)).toEqual(
      events(['IndicatorUnlinked', unlink.data]),
    );
    expect(givenPlan(aPlan, aPriority('2')).when(unlink)).toEqual(
      refused({ _tag: 'NotFound', kind: 'indicator', ref: 'ni-901' }),
    );
  });

  it('given a plan, then it says where it starts from', () => {
    const asked = { indicator: 'ni-901', baseline: { asWritten: '380 in 2024/25', value: 380 } };
    expect(givenPlan(aPlan).when(order(SetBaseline, asked))).toEqual(
      events(['BaselineSet', asked]),
    );
  });

  it('given what it is about, then the story behind the baseline is told', () => {
    const tell = order(TellStory, { about: 'priority:2', story: 's-1', text: 'In Year 9.' });
    expect(givenPlan(aPlan, aPriority('2')).when(tell)).toEqual(events(['StoryTold', tell.data]));
    expect(givenPlan(aPlan).when(tell)).toEqual(
      refused({ _tag: 'NotFound', kind: 'priority', ref: '2' }),
    );
  });

  it('given a story, then it can be taken out; given none, then that is refused', () => {
    const remove = order(RemoveStory, { about: 'priority:2', story: 's-1' });
    const told = happened(StoryTold, { about: 'priority:2', story: 's-1', text: 'In Year 9.' });
    expect(givenPlan(aPlan, aPriority('2'), told).when(remove)).toEqual(
      events(['StoryRemoved', remove.data]),
    );
    expect(givenPlan(aPlan, aPriority('2')).when(remove)).toEqual(
      refused({ _tag: 'NotFound', kind: 'story', ref: 's-1' }),
    );
  });
});
