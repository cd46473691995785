import {
  ActionRenumbered,
  ActionWithdrawn,
  PartyRegistered,
  PlanId,
  Rating,
  Text,
} from '@trackrecord/domain';
import { CommandId, LocalDate, StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
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
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeFailure } from '../describe-failure.ts';
import { type Failure, invalid } from '../failure.ts';
import type { Writable } from '../trackrecord.ts';
import type { Author } from '../carrying-out/carry-out-as.ts';
import { type ActionChange, changeAction, changeActions, changePlan } from './change-plan.ts';
import { cadenceOrder } from './orders/cadence-order.ts';
import { closeOrder } from './orders/close-order.ts';
import { assignOrder } from './orders/assign-order.ts';
import { noteOrder } from './orders/note-order.ts';
import { rateOrder } from './orders/rate-order.ts';
import { withdrawOrder } from './orders/withdraw-order.ts';
import { partyNamed } from './parties.ts';

const plan = must(PlanId)('harbour');
const stream = must(StreamName)('plan-harbour');
const date = must(LocalDate);
const [red, purple] = ['Red', 'Purple'].map(must(Rating));
const text = must(Text);
const commandId = must(CommandId)('55555555-5555-4555-8555-555555550000');

let deps: Writable;

/** I. Farrow, then a plan since New Year with actions 12, 14 and 27, which was renumbered 31: ordinals 1 to 6. */
beforeEach(async () => {
  deps = await memoryTrackrecord();
  const farrow = happened(PartyRegistered, { kind: 'person', name: 'I. Farrow' });
  await appendEvents(deps, must(StreamName)('party-p-4c1f'), eventsFrom(1, farrow));
  await appendEvents(
    deps,
    stream,
    eventsFrom(
      11,
      aPlan,
      anAction('12'),
      anAction('14'),
      anAction('27'),
      happened(
        ActionRenumbered,
        { action: '27', ref: '31', label: '31.', knownAs: '27' },
        '2026-03-31',
      ),
    ),
  );
  rightOf(await deps.views.catchUp()());
});

const recorded = () => rightOf(deps.views.head());

const wordsOf = (outcome: E.Either<Failure, unknown>): string =>
  E.isLeft(outcome) ? describeFailure(outcome.left) : 'done';

describe('changing one action', () => {
  it('given a rating, then what was done is answered as lines of the history', async () => {
    const changed = rightOf(
      await changeAction(deps)({ plan, ref: '14', author: saying(), make: rateOrder(red) })(),
    );
    expect(changed).toMatchObject({ plan: 'harbour', ref: '14', ordinal: 7, takenBack: [] });
    expect(changed.events.map(({ type }) => type)).toEqual(['RatingChanged']);
    expect(
      changed.changes.map(({ subject, field, from, to, by }) => [subject, field, from, to, by]),
    ).toEqual([['action 14', 'rating', 'Not rated', 'Red', 'I. Farrow']]);
  });

  it('given the ref that it has on the date, then that action is meant', async () => {
    const change = { plan, ref: '31', make: noteOrder(text('Agreed.')) };
    const changed = rightOf(await changeAction(deps)({ ...change, author: saying() })());
    expect(changed.events).toMatchObject([{ data: { action: '27', text: 'Agreed.' } }]);
    const before = saying({ effectiveOn: date('2026-02-01') });
    expect(wordsOf(await changeAction(deps)({ ...change, author: before })())).toBe(
      'There is no action "31" in the plan as of 2026-02-01: its 3 actions go from 12 to 27.',
    );
  });

  it('given a refusal, then it calls the action by the ref that it has now', async () => {
    const change = { plan, ref: '31', author: saying() };
    rightOf(await changeAction(deps)({ ...change, make: closeOrder })());
    const refused = await changeAction(deps)({ ...change, make: rateOrder(red) })();
    expect(wordsOf(refused)).toBe('Action 31 is closed: reopen it first.');
  });

  it('given a date before the plan began, then the first date is offered', async () => {
    const author = saying({ effectiveOn: date('2025-12-31') });
    expect(await changeAction(deps)({ plan, ref: '14', author, make: rateOrder(red) })()).toEqual(
      E.left({
        _tag: 'Missing',
        message: 'There is no plan "harbour" as of 2025-12-31. The plan begins on 2026-01-01.',
        field: 'effectiveOn',
        firstOn: '2026-01-01',
      }),
    );
  });

  it('given a change since the author looked, then they are told', async () => {
    const amber = rateOrder(must(Rating)('Amber'));
    rightOf(await changeAction(deps)({ plan, ref: '14', author: saying(), make: amber })());
    const author = saying({ basedOn: ordinal(6) });
    expect(
      await changeAction(deps)({ plan, ref: '14', author, make: rateOrder(red) })(),
    ).toMatchObject(E.left({ _tag: 'Conflict', changed: { value: 'Amber', by: 'I. Farrow' } }));
    expect(recorded()).toBe(7);
  });
});

describe('whom a change names anew', () => {
  const newcomer = assignOrder({ _tag: 'ByName', name: 'N. Finch', kind: 'person' }, 'lead');

  /** An author whose name is new. */
  const byName: Author = (stage) =>
    pipe(
      partyNamed(stage)({ name: 'A. Manager', kind: 'person' }, date('2026-06-30')),
      TE.chain((by) => saying({ by })(stage)),
    );

  it('given that it is carried out, then they are registered, by whoever named them', async () => {
    rightOf(await changeAction(deps)({ plan, ref: '14', author: saying(), make: newcomer })());
    const events = rightOf(await deps.log.readAll(undefined, 20)()).map(({ event }) => event);
    expect(events.slice(6).map(({ type, recordedBy }) => [type, recordedBy.party])).toEqual([
      ['PartyRegistered', 'p-4c1f'],
      ['OwnerAssigned', 'p-4c1f'],
    ]);
  });

  it('given that it is refused, then nobody is registered, not even its author', async () => {
    rightOf(await changeAction(deps)({ plan, ref: '14', author: saying(), make: closeOrder })());
    const refused = await changeAction(deps)({ plan, ref: '14', author: byName, make: newcomer })();
    expect(wordsOf(refused)).toBe('Action 14 is closed: reopen it first.');
    expect(recorded()).toBe(7);
  });
});

describe('changing several actions at once', () => {
  const grid: ReadonlyArray<ActionChange> = [
    { ref: '12', make: rateOrder(red), why: text('No site.') },
    { ref: '14', make: noteOrder(text('Two schools have signed.')) },
    { ref: '31', make: rateOrder(red), why: text('No money.') },
  ];

  it('given three, then they are one command, each with its own reason, the others with the author’s', async () => {
    const author = saying({ why: text('Board of June.') });
    const changed = rightOf(await changeActions(deps)({ plan, author, actions: grid })());
    expect(changed.ref).toBeNull();
    expect(changed.events.map(({ type, why }) => [type, why])).toEqual([
      ['RatingChanged', 'No site.'],
      ['NoteAdded', 'Board of June.'],
      ['RatingChanged', 'No money.'],
    ]);
    expect(new Set(changed.events.map((event) => event.commandId)).size).toBe(1);
    expect(changed.changes.map(({ ref, to }) => [ref, to])).toEqual([
      ['12', 'Red'],
      ['14', 'Two schools have signed.'],
      ['31', 'Red'],
    ]);
  });

  it.each<readonly [string, ActionChange, object, string]>([
    [
      'a rating that the plan has not',
      { ref: '31', make: rateOrder(purple) },
      { _tag: 'Refused', ref: '31', step: 3 },
      'Action 31: "Purple" is not a rating of this plan; accepted: Red, Amber, Green.',
    ],
    [
      'an action that is not there',
      { ref: '99', make: rateOrder(red) },
      { _tag: 'Missing', ref: '99' },
      'There is no action "99" in the plan as of 2026-06-30: its 3 actions go from 12 to 31.',
    ],
    [
      'words that are not accepted',
      { ref: '14', make: () => TE.left(invalid('Words are needed.', 'text')) },
      { _tag: 'Invalid', ref: '14', field: 'text' },
      'Action 14: Words are needed.',
    ],
  ])(
    'given %s among them, then it is named, and nothing is written',
    async (_what, bad, failure, words) => {
      const outcome = await changeActions(deps)({
        plan,
        author: saying(),
        actions: [...grid, bad],
      })();
      expect(outcome).toMatchObject(E.left(failure));
      expect(wordsOf(outcome)).toBe(words);
      expect(recorded()).toBe(6);
    },
  );

  it('given that one was changed since, then that one is named, and nothing is written', async () => {
    const amber = rateOrder(must(Rating)('Amber'));
    rightOf(await changeAction(deps)({ plan, ref: '31', author: saying(), make: amber })());
    const author = saying({ basedOn: ordinal(6) });
    expect(await changeActions(deps)({ plan, author, actions: grid })()).toMatchObject(
      E.left({ _tag: 'Conflict', ref: '31', changed: { field: 'rating', value: 'Amber' } }),
    );
    expect(recorded()).toBe(7);
  });

  it('given none, then there is nothing new', async () => {
    const changed = rightOf(await changeActions(deps)({ plan, author: saying(), actions: [] })());
    expect(changed).toMatchObject({ events: [], changes: [], ordinal: 6 });
  });
});

describe('a command that is given twice by its id', () => {
  const twice = async (change: Omit<ActionChange, 'why'>) => {
    const command = { plan, author: saying(), commandId, ...change };
    const first = rightOf(await changeAction(deps)(command)());
    const meanwhile = happened(ActionWithdrawn, { action: '12' });
    await appendEvents(deps, stream, eventsFrom(101, meanwhile));
    const head = rightOf(await deps.views.catchUp()());
    return { first, head, second: rightOf(await changeAction(deps)(command)()) };
  };

  it.each<readonly [string, Omit<ActionChange, 'why'>]>([
    ['a note', { ref: '14', make: noteOrder(text('Agreed.')) }],
    ['a withdrawal', { ref: '14', make: withdrawOrder }],
    [
      'an owner who is new',
      {
        ref: '14',
        make: assignOrder({ _tag: 'ByName', name: 'N. Finch', kind: 'person' }, 'lead'),
      },
    ],
  ])(
    'given %s, then the second time it answers with what was done the first',
    async (_what, change) => {
      const { first, second, head } = await twice(change);
      expect(second.events).toEqual(first.events);
      expect(second.changes).toEqual(first.changes);
      expect(second.token).toEqual(first.token);
      expect(recorded()).toBe(head);
    },
  );

  it('given an order that could not be made any more, then it answers all the same', async () => {
    const command = { plan, author: saying(), commandId };
    const first = rightOf(await changePlan(deps)({ ...command, make: cadenceOrder(2) })());
    const again = await changePlan(deps)({ ...command, make: () => TE.left(invalid('gone')) })();
    expect(rightOf(again).events).toEqual(first.events);
  });
});

describe('changing a plan itself', () => {
  it('given months between updates, then they are set, and no action is named', async () => {
    const make = cadenceOrder(2);
    const changed = rightOf(await changePlan(deps)({ plan, author: saying(), make })());
    expect(changed.ref).toBeNull();
    expect(changed.changes.map(({ field, to }) => [field, to])).toEqual([
      ['cadenceMonths', '2'],
      ['cadenceByRating', 'as often for every rating'],
    ]);
  });

  it('given a plan that is not there, then it is named', async () => {
    const vale = { plan: must(PlanId)('vale'), author: saying(), make: cadenceOrder(2) };
    expect(await changePlan(deps)(vale)()).toEqual(
      E.left({
        _tag: 'Missing',
        message: 'There is no plan "vale" as of 2026-06-30.',
        field: 'plan',
      }),
    );
  });
});
