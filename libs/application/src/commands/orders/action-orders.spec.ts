import {
  OwnerAssigned,
  PartyId,
  PartyMerged,
  PartyRegistered,
  PlanId,
  Ref,
  Text,
} from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  appendEvents,
  aPriority,
  aResult,
  aTheme,
  eventsFrom,
  happened,
  memoryTrackrecord,
  must,
  rightOf,
  saying,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { fieldOfFailure } from '../../failure-field.ts';
import { changeAction } from '../change-plan.ts';
import type { MakeOrders, OnAction } from '../making-orders.ts';
import { answerOrder } from './answer-order.ts';
import { askOrder } from './ask-order.ts';
import { assignOrder } from './assign-order.ts';
import { type Destination, moveOrder } from './move-order.ts';
import { releaseOrder } from './release-order.ts';

const plan = must(PlanId)('harbour');
const ref = must(Ref);
const text = must(Text);
const party = (id: string) => must(StreamName)(`party-${id}`);

/**
 * I. Farrow (p-4c1f), "I Farow" (p-old) who was merged into her and leads action 14, N. Finch (p-n); priorities 2 and
 * 3, theme 2.3 and result 2(i) of priority 2.
 */
const trackrecord = async () => {
  const deps = await memoryTrackrecord();
  const person = (name: string) => happened(PartyRegistered, { kind: 'person', name });
  await appendEvents(deps, party('p-4c1f'), eventsFrom(1, person('I. Farrow')));
  const merged = happened(PartyMerged, { into: 'p-4c1f' });
  await appendEvents(deps, party('p-old'), eventsFrom(11, person('I Farow'), merged));
  await appendEvents(deps, party('p-n'), eventsFrom(21, person('N. Finch')));
  const past = [
    aPlan,
    ...['2', '3'].map(aPriority),
    aTheme('2.3', '2'),
    aResult('2(i)', '2'),
    anAction('14'),
    happened(OwnerAssigned, { action: '14', party: 'p-old', role: 'lead' }),
  ];
  await appendEvents(deps, must(StreamName)('plan-harbour'), eventsFrom(31, ...past));
  rightOf(await deps.views.catchUp()());
  return deps;
};

/** What comes of an order on action 14: its events, or why not and in which field. */
const given = async (make: MakeOrders<OnAction>) => {
  const deps = await trackrecord();
  const outcome = await changeAction(deps)({ plan, ref: '14', author: saying(), make })();
  return E.isLeft(outcome)
    ? { failed: outcome.left, field: fieldOfFailure(outcome.left) }
    : outcome.right.events.map(({ type, data }) => [type, data]);
};

describe('moving an action', () => {
  const moved = (under: object) => [['ActionMoved', { action: '14', under }]];

  it.each<readonly [string, Destination, object]>([
    ['a priority', { priority: ref('3') }, { priority: '3', results: [] }],
    ['a theme', { theme: ref('2.3') }, { priority: '2', theme: '2.3', results: [] }],
    [
      'a theme and its priority',
      { priority: ref('2'), theme: ref('2.3') },
      { priority: '2', theme: '2.3', results: [] },
    ],
    ['a result', { results: [ref('2(i)')] }, { priority: '2', results: ['2(i)'] }],
  ])('given %s, then it stands under that, and under its priority', async (_what, to, under) => {
    expect(await given(moveOrder(to))).toEqual(moved(under));
  });

  it.each<readonly [string, Destination, string, string]>([
    [
      'nothing',
      {},
      'priority',
      'Say what the action is to stand under: a priority, a theme, an enabler or a result.',
    ],
    [
      'a theme of another priority',
      { priority: ref('3'), theme: ref('2.3') },
      'theme',
      'The theme "2.3" belongs to priority 2, not to 3.',
    ],
    [
      'a result of another priority',
      { priority: ref('3'), results: [ref('2(i)')] },
      'results',
      'The result "2(i)" belongs to priority 2, not to 3.',
    ],
  ])('given %s, then it is not accepted', async (_what, to, field, message) => {
    expect(await given(moveOrder(to))).toEqual({
      failed: { _tag: 'Invalid', message, field },
      field,
    });
  });

  it.each<readonly [string, Destination]>([
    ['priority', { priority: ref('9') }],
    ['theme', { theme: ref('9.9') }],
    ['enabler', { enabler: ref('E9') }],
    ['results', { results: [ref('9(i)')] }],
  ])('given a place that is not in the plan, then "%s" is refused', async (field, to) => {
    expect(await given(moveOrder(to))).toMatchObject({
      failed: { _tag: 'Refused', refusal: { _tag: 'NotFound' } },
      field,
    });
  });
});

describe('owners of an action', () => {
  it('given one who is known by id, then they are assigned', async () => {
    const finch = must(PartyId)('p-n');
    expect(await given(assignOrder({ _tag: 'ById', id: finch }, 'support'))).toEqual([
      ['OwnerAssigned', { action: '14', party: 'p-n', role: 'support' }],
    ]);
  });

  it('given an id that nobody has, then the owner is missing', async () => {
    const nobody = must(PartyId)('p-x');
    expect(await given(assignOrder({ _tag: 'ById', id: nobody }, 'lead'))).toMatchObject({
      failed: { _tag: 'Missing' },
      field: 'owner',
    });
  });

  it.each(['I. Farrow', 'I Farow', 'p-4c1f', 'p-old'])(
    'given %s, then the owner is released, under whichever spelling they were assigned',
    async (name) => {
      expect(await given(releaseOrder(name))).toEqual([
        ['OwnerReleased', { action: '14', party: 'p-old' }],
      ]);
    },
  );

  it('given one who does not own it, then they are refused by name', async () => {
    expect(await given(releaseOrder('n finch'))).toEqual({
      failed: {
        _tag: 'Refused',
        refusal: { _tag: 'NotOwned', action: '14', party: 'N. Finch' },
        step: 0,
      },
      field: 'owner',
    });
  });

  it('given a name that nobody has, then the owner is missing', async () => {
    expect(await given(releaseOrder('Nobody Known'))).toEqual({
      failed: { _tag: 'Missing', message: 'Nobody is known as "Nobody Known".', field: 'owner' },
      field: 'owner',
    });
  });
});

describe('updates on an action', () => {
  it('given a request of two by a date, then both are asked, the new one registered', async () => {
    const make = askOrder({
      of: [
        { _tag: 'ById', id: must(PartyId)('p-n') },
        { _tag: 'ByName', name: 'Harbour Trust', kind: 'organisation' },
      ],
      words: text('Which sites?'),
      dueOn: must(LocalDate)('2026-07-31'),
    });
    const deps = await trackrecord();
    const asked = rightOf(await changeAction(deps)({ plan, ref: '14', author: saying(), make })());
    expect(asked.events).toMatchObject([{ data: { asked: { dueOn: '2026-07-31' } } }]);
    expect(asked.changes.map(({ to }) => to)).toEqual([
      'Which sites? (asked of N. Finch, Harbour Trust, open)',
    ]);
  });

  it('given an update in words, then it is given, and the words are noted', async () => {
    expect(await given(answerOrder(text('All signed.')))).toMatchObject([
      ['UpdateGiven', { action: '14', requests: [] }],
      ['NoteAdded', { action: '14', text: 'All signed.' }],
    ]);
  });
});
