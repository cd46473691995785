import {
  ActionMoved,
  ActionRenumbered,
  AssertionsRetracted,
  ChangeRating,
  decidePlan,
  OwnerAssigned,
  PartyRegistered,
  PartyRenamed,
  type PlanOrder,
  RatingChanged,
  ReleaseOwner,
  RequestUpdate,
  UpdateRequested,
} from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  aPriority,
  anAction,
  appendEvents,
  circumstancesOn,
  eventIdNumber,
  eventsFrom,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  order,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { carryOut } from './carry-out.ts';

const harbour = must(StreamName)('plan-harbour');

/** Who records everything here goes by the name of Ines Farrow; a plan with action 27 and priority 2 at ordinals 3 to 5. */
const looked = async () => {
  const deps = await memoryTrackrecord();
  await appendEvents(
    deps,
    must(StreamName)('party-p-4c1f'),
    eventsFrom(
      1,
      happened(PartyRegistered, { kind: 'person', name: 'I. Farrow' }),
      happened(PartyRenamed, { name: 'Ines Farrow' }),
    ),
  );
  await appendEvents(deps, harbour, eventsFrom(11, aPlan, anAction('27'), aPriority('2')));
  rightOf(await deps.views.catchUp()());
  return deps;
};

const red = order(ChangeRating, { action: '27', rating: 'Red' });

/** What comes of an order that is based on an ordinal, after others did something from id 101 on. */
const after = async (past: ReadonlyArray<Happened>, asked: PlanOrder = red, basedOn = 5) => {
  const deps = await looked();
  await appendEvents(deps, harbour, eventsFrom(101, ...past));
  return carryOut(deps)({
    stream: harbour,
    decide: decidePlan,
    circumstances: circumstancesOn('2026-06-30'),
    steps: () => E.right([{ order: asked }]),
    basedOn: ordinal(basedOn),
  })();
};

const green = happened(RatingChanged, { action: '27', rating: 'Green' }, '2026-06-29');
const farrowLeads = happened(OwnerAssigned, { action: '27', party: 'p-4c1f', role: 'lead' });

describe('what somebody else changed since one looked', () => {
  it('given a rating, then who changed it to what, for when, and where in the log', async () => {
    expect(await after([green])).toEqual(
      E.left({
        _tag: 'Conflict',
        message:
          'Action 27: rating was changed to Green by Ines Farrow meanwhile (ordinal 6, effective on 2026-06-29). Look again, and say it again if it still holds.',
        changed: {
          subject: 'action 27',
          ref: '27',
          field: 'rating',
          value: 'Green',
          by: 'Ines Farrow',
          effectiveOn: '2026-06-29',
          ordinal: 6,
        },
      }),
    );
  });

  it('given an action that has another number by now, then it is called by that', async () => {
    const renumbered = happened(ActionRenumbered, {
      action: '27',
      ref: '31',
      label: '31.',
      knownAs: '27',
    });
    expect(await after([renumbered, green])).toMatchObject(
      E.left({ changed: { subject: 'action 31', ref: '31' } }),
    );
  });

  it('given an owner, then by name', async () => {
    const release = order(ReleaseOwner, { action: '27', party: 'p-4c1f' });
    expect(await after([farrowLeads], release)).toMatchObject(
      E.left({ changed: { field: 'owner', value: 'Ines Farrow (lead)' } }),
    );
  });

  it('given several changes, then the last of them', async () => {
    const amber = happened(RatingChanged, { action: '27', rating: 'Amber' }, '2026-06-01');
    expect(await after([green, amber])).toMatchObject(
      E.left({ changed: { value: 'Amber', ordinal: 7 } }),
    );
  });

  it('given what was looked at, when it was taken back since, then that is told', async () => {
    const takenBack = happened(AssertionsRetracted, { events: [eventIdNumber(101)] });
    const told = await after([green, takenBack], red, 6);
    expect(told).toMatchObject(E.left({ changed: { field: 'rating', value: null, ordinal: 7 } }));
    expect(JSON.stringify(told)).toContain('rating was taken away by Ines Farrow');
  });
});

describe('what is no conflict', () => {
  it.each<readonly [string, ReadonlyArray<Happened>]>([
    [
      'a change that was taken back again',
      [green, happened(AssertionsRetracted, { events: [eventIdNumber(101)] })],
    ],
    [
      'another field',
      [happened(ActionMoved, { action: '27', under: { priority: '2', results: [] } })],
    ],
    ['another member of a set', [farrowLeads]],
  ])('given %s, then it is carried out', async (_what, past) => {
    expect(rightOf(await after(past)).events.map(({ type }) => type)).toEqual(['RatingChanged']);
  });

  it('given two who each ask something, then both are asked', async () => {
    const words = 'How is it going?';
    const asked = { of: [], words, state: 'open', askedOn: '2026-06-29' };
    const outcome = await after(
      [happened(UpdateRequested, { action: '27', request: 'r-1', asked })],
      order(RequestUpdate, { action: '27', request: 'r-2', of: [], words }),
    );
    expect(rightOf(outcome).events).toHaveLength(1);
  });
});
