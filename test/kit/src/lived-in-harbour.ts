import { streamOf, type Writable } from '@trackrecord/application';
import {
  CrossReferenceAdded,
  EnablerAdded,
  NoteAdded,
  OwnerAssigned,
  PartyRegistered,
  PlanPeriodSet,
  RatingChanged,
  RatingScaleSet,
  TargetSet,
  TimescaleSet,
  UpdateRequested,
} from '@trackrecord/domain';
import { happened, eventsFrom } from './happened.ts';
import { anAction, aPlan, aPriority, aTheme, begun } from './harbour.ts';
import { appendEvents, memoryTrackrecord } from './memory-trackrecord.ts';

const people: ReadonlyArray<readonly [id: string, kind: string, name: string]> = [
  ['p-keeper', 'person', 'Rhoda Keeper'],
  ['p-farrow', 'person', 'Ivo Farrow'],
  ['p-tide', 'organisation', 'TIDE'],
];

const action = { action: '27' };

/**
 * A plan as a partnership lives in it, on the clock of `memoryTrackrecord` (30 June 2026). Action 27 stands under theme
 * 2.3, is Amber since 31 March, led by Ivo Farrow and supported by TIDE, due by September 2026, has a note, an
 * unanswered request and a reference to action 14; action 14 has none of these. Rhoda Keeper keeps the plan.
 */
export const livedInHarbour = async (): Promise<Writable> => {
  const data = await memoryTrackrecord();
  for (const [place, [id, kind, name]] of people.entries())
    await appendEvents(
      data,
      streamOf('party', id),
      eventsFrom(100 + place, happened(PartyRegistered, { kind, name }, begun)),
    );
  await appendEvents(
    data,
    streamOf('plan', 'harbour'),
    eventsFrom(
      1,
      aPlan,
      happened(
        PlanPeriodSet,
        {
          period: { asWritten: '2026 – 2028', earliest: '2026-01-01', latest: '2028-12-31' },
        },
        begun,
      ),
      happened(RatingScaleSet, { scale: ['Red', 'Amber', 'Amber/Green', 'Green'] }, begun),
      aPriority('2'),
      aPriority('3'),
      aTheme('2.3', '2'),
      happened(EnablerAdded, { enabler: 'A', title: 'Enabler A' }, begun),
      anAction('14'),
      {
        ...anAction('27'),
        data: {
          ...action,
          ref: '27',
          label: 'Action 27.',
          title: 'Open school grounds at weekends',
          under: { priority: '2', theme: '2.3', results: [] },
        },
      },
      happened(OwnerAssigned, { ...action, party: 'p-farrow', role: 'lead' }, begun),
      happened(OwnerAssigned, { ...action, party: 'p-tide', role: 'support' }, begun),
      happened(
        TimescaleSet,
        { ...action, timescale: { asWritten: 'by September 2026', latest: '2026-09-30' } },
        begun,
      ),
      happened(
        CrossReferenceAdded,
        {
          about: 'action:27',
          link: 'l-1',
          reference: { asWritten: 'See action 14', to: 'action 14' },
        },
        begun,
      ),
      happened(
        TargetSet,
        { target: '2.3a', label: 'a', words: 'Ten grounds open', under: 'theme:2.3' },
        begun,
      ),
      happened(RatingChanged, { ...action, rating: 'Amber' }, '2026-03-31'),
      happened(
        NoteAdded,
        { ...action, note: 'n-1', text: 'Three schools have agreed.' },
        '2026-03-31',
      ),
      happened(
        UpdateRequested,
        {
          ...action,
          request: 'r-1',
          asked: { of: ['p-tide'], words: 'How many now?', state: 'open', askedOn: '2026-05-31' },
        },
        '2026-05-31',
      ),
    ),
  );
  return data;
};
