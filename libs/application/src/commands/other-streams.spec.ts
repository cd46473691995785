import {
  IndicatorDefined,
  IndicatorLinked,
  Observation,
  PartyRegistered,
  PlanId,
} from '@trackrecord/domain';
import { CommandId, LocalDate, StreamName } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  appendEvents,
  eventsFrom,
  happened,
  memoryTrackrecord,
  must,
  ordinal,
  rightOf,
  saying,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import type { Done } from '../carrying-out/carry-out.ts';
import { holdReview } from './hold-review.ts';
import { mergeParties } from './merge-parties.ts';
import { recordObservation } from './record-observation.ts';

const plan = must(PlanId)('harbour');
const stream = must(StreamName);
const commandId = must(CommandId)('55555555-5555-4555-8555-555555550000');

let deps: Writable;

/** I. Farrow and "I Farow"; a plan that uses indicator NI 901: six events. */
beforeEach(async () => {
  deps = await memoryTrackrecord();
  const person = (name: string) => happened(PartyRegistered, { kind: 'person', name });
  await appendEvents(deps, stream('party-p-4c1f'), eventsFrom(1, person('I. Farrow')));
  await appendEvents(deps, stream('party-p-old'), eventsFrom(11, person('I Farow')));
  await appendEvents(
    deps,
    stream('indicator-ni-901'),
    eventsFrom(21, happened(IndicatorDefined, { code: 'NI 901', title: 'Young carers' })),
  );
  await appendEvents(
    deps,
    stream('plan-harbour'),
    eventsFrom(
      31,
      aPlan,
      anAction('14'),
      happened(IndicatorLinked, { indicator: 'ni-901', to: 'action:14' }),
    ),
  );
  rightOf(await deps.views.catchUp()());
});

const doneBy = ({ events }: Done) => events.map(({ type, data }) => [type, data]);

describe('recording a value of an indicator', () => {
  const observed = must(Observation)({ value: 412, period: '2025/26', status: 'final' });
  const first = { plan, author: saying(), indicator: 'ni 901', observed, corrects: false };

  it.each(['NI 901', 'young carers', 'ni-901'])(
    'given the indicator as %s, then it is found',
    async (indicator) => {
      const done = rightOf(await recordObservation(deps)({ ...first, indicator })());
      expect(doneBy(done)).toMatchObject([['ObservationRecorded', { observed }]]);
    },
  );

  it('given one that the plan does not use, then those that it does are named', async () => {
    expect(await recordObservation(deps)({ ...first, indicator: 'NI 55' })()).toEqual(
      E.left({
        _tag: 'Missing',
        message: 'The plan uses no indicator "NI 55"; it uses: NI 901.',
        field: 'indicator',
      }),
    );
  });

  it('given another value for the period, then it is refused, unless it corrects', async () => {
    rightOf(await recordObservation(deps)(first)());
    const other = { ...first, observed: { ...observed, value: 421 } };
    expect(await recordObservation(deps)(other)()).toMatchObject(
      E.left({ _tag: 'Refused', refusal: { _tag: 'RefTaken', kind: 'observation' } }),
    );
    const corrected = rightOf(await recordObservation(deps)({ ...other, corrects: true })());
    expect(doneBy(corrected)).toMatchObject([
      ['ObservationCorrected', { observed: { value: 421 } }],
    ]);
  });

  it('given the command again by its id, then it answers with what it did', async () => {
    const done = rightOf(await recordObservation(deps)({ ...first, commandId })());
    expect(rightOf(await recordObservation(deps)({ ...first, commandId })())).toEqual(done);
  });
});

describe('holding a review', () => {
  const on = must(LocalDate)('2026-06-15');

  it('given what the board looked at, then that is recorded', async () => {
    const author = saying({ effectiveOn: on, basedOn: ordinal(5) });
    expect(doneBy(rightOf(await holdReview(deps)({ plan, author })()))).toEqual([
      ['ReviewHeld', { plan: 'harbour', on: '2026-06-15', ordinal: 5 }],
    ]);
  });

  it('given nothing of it, then where the log stands; the same again says nothing new', async () => {
    const author = saying({ effectiveOn: on });
    expect(doneBy(rightOf(await holdReview(deps)({ plan, author })()))).toEqual([
      ['ReviewHeld', { plan: 'harbour', on: '2026-06-15', ordinal: 6 }],
    ]);
    const again = saying({ effectiveOn: on, basedOn: ordinal(6) });
    expect(doneBy(rightOf(await holdReview(deps)({ plan, author: again })()))).toEqual([]);
  });

  it('given a plan that is not there, then it is missing', async () => {
    const vale = { plan: must(PlanId)('vale'), author: saying() };
    expect(await holdReview(deps)(vale)()).toMatchObject(
      E.left({ _tag: 'Missing', field: 'plan' }),
    );
  });
});

describe('merging two parties', () => {
  it('given both by name, then the first is the second', async () => {
    const merger = { author: saying(), party: 'I Farow', into: 'I. Farrow' };
    expect(doneBy(rightOf(await mergeParties(deps)(merger)()))).toEqual([
      ['PartyMerged', { into: 'p-4c1f' }],
    ]);
  });

  it.each<readonly [string, string, string]>([
    ['Nobody', 'I. Farrow', 'party'],
    ['I Farow', 'Nobody', 'into'],
  ])('given %s into %s, then "%s" is missing', async (party, into, field) => {
    expect(await mergeParties(deps)({ author: saying(), party, into })()).toEqual(
      E.left({ _tag: 'Missing', message: 'Nobody is known as "Nobody".', field }),
    );
  });
});
