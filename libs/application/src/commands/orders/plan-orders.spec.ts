import {
  ActionRenumbered,
  DocumentImported,
  PlanId,
  PlanRegistered,
  Rating,
  RatingChanged,
} from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  appendEvents,
  documentNumber,
  eventIdNumber,
  eventsFrom,
  happened,
  memoryTrackrecord,
  must,
  ordinal,
  rightOf,
  saidBy,
  saying,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../describe-failure.ts';
import { fieldOfFailure } from '../../failure-field.ts';
import { changePlan } from '../change-plan.ts';
import type { MakeOrders, OnPlan } from '../making-orders.ts';
import { cadenceOrder } from './cadence-order.ts';
import { carryForwardOrder } from './carry-forward-order.ts';
import { retractOrder } from './retract-order.ts';
import { scaleOrder } from './scale-order.ts';
import { undoImportOrder } from './undo-import-order.ts';

const planId = must(PlanId);

/** A successor at ordinal 1; at 2 to 6 a plan with an action that was 27 and is 31, rated Red (6), and a document. */
const given = async (make: MakeOrders<OnPlan>) => {
  const deps = await memoryTrackrecord();
  const successor = happened(
    PlanRegistered,
    { plan: 'harbour-2', title: 'Harbour Plan 2', timeZone: 'Europe/London' },
    '2029-01-01',
  );
  await appendEvents(deps, must(StreamName)('plan-harbour-2'), eventsFrom(1, successor));
  const past = [
    aPlan,
    anAction('27'),
    happened(ActionRenumbered, { action: '27', ref: '31', label: '31.', knownAs: '27' }),
    saidBy(1, DocumentImported, {
      document: documentNumber(1),
      name: 'june.txt',
      on: '2026-06-30',
      blocks: 3,
      confirmed: [],
    }),
    happened(RatingChanged, { action: '27', rating: 'Red' }),
  ];
  await appendEvents(deps, must(StreamName)('plan-harbour'), eventsFrom(11, ...past));
  rightOf(await deps.views.catchUp()());
  const change = { plan: planId('harbour'), author: saying(), make };
  const outcome = await changePlan(deps)(change)();
  return E.isLeft(outcome)
    ? [outcome.left._tag, fieldOfFailure(outcome.left), describeFailure(outcome.left)]
    : outcome.right.events.map(({ type, data }) => [type, data]);
};

describe('carrying actions forward', () => {
  it('given the number that an action has now, then that one is carried forward', async () => {
    expect(await given(carryForwardOrder(planId('harbour-2'), ['31']))).toEqual([
      ['ActionsCarriedForward', { into: 'harbour-2', actions: ['27'] }],
      ['PlanClosed', {}],
    ]);
  });

  it.each<readonly [string, string, ReadonlyArray<string>, ReadonlyArray<string>]>([
    [
      'a number that no action has any more',
      'harbour-2',
      ['27'],
      [
        'Missing',
        'actions',
        'There is no action "27" in the plan as of 2026-06-30: its 1 actions go from 31 to 31.',
      ],
    ],
    [
      'a successor that is not there',
      'vale',
      ['31'],
      [
        'Missing',
        'into',
        'There is no plan "vale" to carry the actions into: import or register it first.',
      ],
    ],
    [
      'the plan itself',
      'harbour',
      ['31'],
      ['Refused', 'into', 'A plan cannot give way to itself.'],
    ],
  ])('given %s, then it is named', async (_what, into, refs, failed) => {
    expect(await given(carryForwardOrder(planId(into), refs))).toEqual(failed);
  });
});

describe('taking back', () => {
  it('given an ordinal of the plan’s history, then its event is taken back, once', async () => {
    expect(await given(retractOrder([ordinal(6), ordinal(6)]))).toEqual([
      ['AssertionsRetracted', { events: [eventIdNumber(15)] }],
    ]);
  });

  it('given an ordinal of another stream, then it is named', async () => {
    expect(await given(retractOrder([ordinal(1)]))).toEqual([
      'Missing',
      'ordinals',
      'Ordinal 1 is no event of the plan "harbour".',
    ]);
  });

  it('given a document by its name, then all that it said is taken back', async () => {
    expect(await given(undoImportOrder('june.txt'))).toEqual([
      ['AssertionsRetracted', { document: documentNumber(1), events: [eventIdNumber(14)] }],
    ]);
  });

  it('given a document that there is none of, then those that there are are named', async () => {
    expect(await given(undoImportOrder('may.txt'))).toEqual([
      'Missing',
      'document',
      'No document "may.txt" was imported into the plan; there is: june.txt (2026-06-30).',
    ]);
  });
});

describe('keeping a plan', () => {
  it.each<readonly [string, MakeOrders<OnPlan>, ReadonlyArray<string>]>([
    [
      'no month between updates',
      cadenceOrder(0),
      ['Refused', 'months', '"0" is not a cadence; accepted: 1 to 24 whole months.'],
    ],
    [
      'too many months for one rating',
      cadenceOrder(2, { Red: 25 }),
      ['Refused', 'months', '"25" is not a cadence; accepted: 0 (never) or 1 to 24 whole months.'],
    ],
    [
      'a scale without a rating that is in use',
      scaleOrder(['Amber', 'Green'].map(must(Rating))),
      ['Refused', 'scale', '"Red" must stay on the scale; rated so: action 27.'],
    ],
  ])('given %s, then it is refused, and the field is named', async (_what, make, failed) => {
    expect(await given(make)).toEqual(failed);
  });
});
