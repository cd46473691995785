import {
  ActionClosed,
  ActionReworded,
  ChangeRating,
  type Circumstances,
  decidePlan,
  type DomainEvent,
  NoteAdded,
  type PlanOrder,
  RatingChanged,
  RewordAction,
} from '@trackrecord/domain';
import { CommandId, StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
  appendEvents,
  circumstancesOn,
  eventIdNumber,
  eventsOf,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  order,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { invalid } from '../failure.ts';
import type { AppendError } from '../ports/event-log.ts';
import type { Writable } from '../trackrecord.ts';
import { tokenOf } from '../waiting/token.ts';
import { carryOut, type Command } from './carry-out.ts';
import { loadStream } from './load-stream.ts';

const stream = must(StreamName)('plan-harbour');

/** Events that others recorded; ids count on from `first`. */
const byOthers = (first: number, ...past: ReadonlyArray<Happened>): ReadonlyArray<DomainEvent> =>
  eventsOf(past).map((event, index) => ({ ...event, id: eventIdNumber(first + index) }));

/** A plan with actions 27 and 28, which are recorded at ordinals 1 to 3. */
const aPlanWithActions = async (): Promise<Writable> => {
  const deps = await memoryTrackrecord();
  await appendEvents(deps, stream, byOthers(1, aPlan, anAction('27'), anAction('28')));
  rightOf(await deps.views.catchUp()());
  return deps;
};

const circumstances = (command: number): Circumstances => ({
  ...circumstancesOn('2026-06-30'),
  commandId: must(CommandId)(`44444444-4444-4444-8444-${String(command).padStart(8, '0')}0000`),
});

type Asked = Command<PlanOrder, never, never>;

const asking = (
  orders: ReadonlyArray<PlanOrder>,
  more: Partial<Pick<Asked, 'basedOn' | 'steps' | 'circumstances'>> = {},
) => ({
  stream,
  decide: decidePlan,
  circumstances: circumstances(1),
  steps: () => E.right(orders.map((one) => ({ order: one }))),
  ...more,
});

const rate = (rating: string, action = '27') => order(ChangeRating, { action, rating });

const typesIn = async ({ log }: Writable): Promise<ReadonlyArray<string>> =>
  rightOf(await log.readStream(stream, { direction: 'forwards' })()).map(({ event }) => event.type);

const atFirst = ['PlanRegistered', 'ActionCreated', 'ActionCreated'];

/** What others do just before each append. */
const whileOthers = (deps: Writable, act: (time: number) => Promise<void>) => {
  let times = 0;
  const others: Writable = {
    ...deps,
    log: {
      ...deps.log,
      append: (...args) =>
        TE.flatten(async () => {
          times += 1;
          await act(times);
          return E.right(deps.log.append(...args));
        }),
    },
  };
  return { others, times: () => times };
};

const failingWith = (deps: Writable, error: AppendError) => {
  let times = 0;
  const failing: Writable = {
    ...deps,
    log: {
      ...deps.log,
      append: () => () => {
        times += 1;
        return Promise.resolve(E.left(error));
      },
    },
  };
  return { failing, times: () => times };
};

describe('carrying a command out', () => {
  it('given a plan, then its events are in the log, and the views hold them at the ordinal that is answered', async () => {
    const deps = await aPlanWithActions();
    const done = rightOf(await carryOut(deps)(asking([rate('Red'), rate('Amber', '28')]))());
    expect(done.events.map(({ type, data }) => [type, data])).toEqual([
      ['RatingChanged', { action: '27', rating: 'Red' }],
      ['RatingChanged', { action: '28', rating: 'Amber' }],
    ]);
    expect(done.ordinal).toBe(5);
    expect(rightOf(deps.views.head())).toBe(5);
    expect(await typesIn(deps)).toEqual([...atFirst, 'RatingChanged', 'RatingChanged']);
  });

  it('given the same command again, then it answers with what it did then, and nothing is added', async () => {
    const deps = await aPlanWithActions();
    const first = rightOf(await carryOut(deps)(asking([rate('Red')]))());
    await appendEvents(
      deps,
      stream,
      byOthers(100, happened(RatingChanged, { action: '27', rating: 'Green' })),
    );
    const again = rightOf(await carryOut(deps)(asking([rate('Red')]))());
    expect(again).toEqual({ events: first.events, ordinal: 5, token: first.token });
    expect(await typesIn(deps)).toEqual([...atFirst, 'RatingChanged', 'RatingChanged']);
  });

  it('given what holds already on that date, then there is nothing new, and nothing is appended', async () => {
    const deps = await aPlanWithActions();
    rightOf(await carryOut(deps)(asking([rate('Red')]))());
    const { failing, times } = failingWith(deps, { _tag: 'Unavailable', message: 'not asked' });
    const again = asking([rate('Red')], { circumstances: circumstances(2) });
    expect(rightOf(await carryOut(failing)(again)())).toMatchObject({ events: [], ordinal: 4 });
    expect(times()).toBe(0);
  });

  it('given a step that is refused, then none of its steps is carried out, and it says which', async () => {
    const deps = await aPlanWithActions();
    expect(await carryOut(deps)(asking([rate('Red'), rate('Red', '99')]))()).toEqual(
      E.left({
        _tag: 'Refused',
        step: 1,
        refusal: { _tag: 'NotFound', kind: 'action', ref: '99' },
      }),
    );
    expect(await typesIn(deps)).toEqual(atFirst);
  });

  it('given steps that cannot be made, then their failure is the answer', async () => {
    const deps = await aPlanWithActions();
    const steps = () => E.left(invalid('no such action'));
    expect(await carryOut(deps)(asking([], { steps }))()).toEqual(
      E.left(invalid('no such action')),
    );
  });
});

describe('the token of a command', () => {
  const lastOf = (revision: number) => tokenOf({ stream, revision });

  it('given events, then it stands for the last of them, by the stream’s own count', async () => {
    const deps = await aPlanWithActions();
    await appendEvents(deps, must(StreamName)('plan-vale'), byOthers(200, aPlan));
    const done = rightOf(await carryOut(deps)(asking([rate('Red'), rate('Amber', '28')]))());
    expect(done.token).toBe(lastOf(4));
  });

  it('given the same command again, then it stands for what it did then', async () => {
    const deps = await aPlanWithActions();
    rightOf(await carryOut(deps)(asking([rate('Red')]))());
    const green = happened(RatingChanged, { action: '27', rating: 'Green' });
    await appendEvents(deps, stream, byOthers(100, green));
    const again = rightOf(await carryOut(deps)(asking([rate('Red')]))());
    expect(again.token).toBe(lastOf(3));
  });

  it('given nothing new, then it stands for the last event that was looked at', async () => {
    const deps = await aPlanWithActions();
    rightOf(await carryOut(deps)(asking([rate('Red')]))());
    const again = asking([rate('Red')], { circumstances: circumstances(2) });
    expect(rightOf(await carryOut(deps)(again)()).token).toBe(lastOf(3));
  });

  it('given nothing to say of a stream that is not there, then there is none', async () => {
    const deps = await memoryTrackrecord();
    expect(rightOf(await carryOut(deps)(asking([]))()).token).toBeNull();
  });
});

describe('carrying a command out while others are quicker', () => {
  it('given one who changed something else, then it is decided again on what they left', async () => {
    const deps = await aPlanWithActions();
    const { others, times } = whileOthers(deps, async (time) => {
      if (time > 2) return;
      const rating = happened(RatingChanged, {
        action: '28',
        rating: time === 1 ? 'Red' : 'Green',
      });
      await appendEvents(deps, stream, byOthers(100 + time, rating));
    });
    const done = rightOf(await carryOut(others)(asking([rate('Amber')]))());
    expect(done.events).toHaveLength(1);
    expect(done.ordinal).toBe(6);
    expect(times()).toBe(3);
  });

  it('given one who said the very same, then there is nothing new', async () => {
    const deps = await aPlanWithActions();
    const { others } = whileOthers(deps, () =>
      appendEvents(
        deps,
        stream,
        byOthers(100, happened(RatingChanged, { action: '27', rating: 'Amber' }, '2026-06-30')),
      ),
    );
    expect(rightOf(await carryOut(others)(asking([rate('Amber')]))())).toMatchObject({
      events: [],
      ordinal: 4,
    });
  });

  it('given the stream as it was read before they did, then it is decided again on what they left', async () => {
    const deps = await aPlanWithActions();
    const loaded = rightOf(await loadStream(deps.log, stream, circumstances(1).effectiveOn)());
    const closed = byOthers(100, happened(ActionClosed, { action: '27' }));
    await appendEvents(deps, stream, closed);
    expect(await carryOut(deps)({ ...asking([rate('Amber')]), loaded })()).toMatchObject(
      E.left({ _tag: 'Refused', refusal: { _tag: 'ActionNotOpen', action: '27' } }),
    );
    expect(await typesIn(deps)).toEqual([...atFirst, 'ActionClosed']);
  });

  it('given others who always are, then it gives up after five tries, and nothing is half-written', async () => {
    const deps = await aPlanWithActions();
    const { others, times } = whileOthers(deps, (time) =>
      appendEvents(
        deps,
        stream,
        byOthers(100 + time, happened(NoteAdded, { action: '28', note: `n-${time}`, text: 'So.' })),
      ),
    );
    expect(await carryOut(others)(asking([rate('Amber')]))()).toEqual(
      E.left({ _tag: 'Storage', error: { _tag: 'WrongRevision', stream, actual: 7 } }),
    );
    expect(times()).toBe(5);
    expect(await typesIn(deps)).toEqual([...atFirst, ...Array<string>(5).fill('NoteAdded')]);
  });
});

describe('carrying a command out on a log that fails', () => {
  it.each<AppendError>([
    { _tag: 'Unavailable', message: 'the disk is full' },
    { _tag: 'Locked', message: 'process 7 writes' },
    { _tag: 'TooLarge', bytes: 2_000_000, limit: 1_048_576 },
    { _tag: 'IdReused', id: eventIdNumber(1) },
    { _tag: 'Corrupt', position: '3', message: 'a bit flipped' },
  ])('given $_tag, then that is the failure, and it is not tried again', async (error) => {
    const { failing, times } = failingWith(await aPlanWithActions(), error);
    expect(await carryOut(failing)(asking([rate('Red')]))()).toEqual(
      E.left({ _tag: 'Storage', error }),
    );
    expect(times()).toBe(1);
  });

  it('given that it cannot be read, then that is the failure', async () => {
    const deps = await aPlanWithActions();
    await deps.log.close();
    expect(await carryOut(deps)(asking([rate('Red')]))()).toMatchObject(
      E.left({ _tag: 'Storage', error: { _tag: 'Unavailable' } }),
    );
  });
});

describe('carrying out a command that is based on what its author saw', () => {
  const seenAt = ordinal(3);

  const whenOthers = async (...past: ReadonlyArray<Happened>) => {
    const deps = await aPlanWithActions();
    await appendEvents(deps, stream, byOthers(100, ...past));
    return deps;
  };

  it('given that another changed the same field since, then the author is told, and nothing is written', async () => {
    const deps = await whenOthers(
      happened(RatingChanged, { action: '27', rating: 'Green' }, '2026-06-29'),
    );
    const asked = asking([rate('Red')], { basedOn: seenAt });
    const outcome = await carryOut(deps)(asked)();
    expect(outcome).toMatchObject(E.left({ _tag: 'Conflict' }));
    const words = JSON.stringify(outcome);
    expect(words).toContain('27');
    expect(words).toContain('Green');
    expect(words).toContain('2026-06-29');
    expect(await typesIn(deps)).toEqual([...atFirst, 'RatingChanged']);
  });

  it('given that another changed it while the command was on its way, then the author is told too', async () => {
    const deps = await aPlanWithActions();
    const { others } = whileOthers(deps, (time) =>
      appendEvents(
        deps,
        stream,
        byOthers(100 + time, happened(RatingChanged, { action: '27', rating: 'Green' })),
      ),
    );
    expect(await carryOut(others)(asking([rate('Red')], { basedOn: seenAt }))()).toMatchObject(
      E.left({ _tag: 'Conflict' }),
    );
    expect(await typesIn(deps)).toEqual([...atFirst, 'RatingChanged']);
  });

  it.each([
    ['another action', happened(RatingChanged, { action: '28', rating: 'Green' })],
    ['another field', happened(ActionReworded, { action: '27', title: 'Do it well' })],
    [
      'another field, so that both update the action',
      happened(NoteAdded, { action: '27', note: 'n-1', text: 'Agreed.' }),
    ],
  ])('given that another changed %s since, then it is carried out', async (_, change) => {
    const deps = await whenOthers(change);
    const done = rightOf(await carryOut(deps)(asking([rate('Red')], { basedOn: seenAt }))());
    expect(done.events).toHaveLength(1);
  });

  it('given that the author saw the change, then it is carried out', async () => {
    const deps = await whenOthers(happened(RatingChanged, { action: '27', rating: 'Green' }));
    const asked = asking([rate('Red')], { basedOn: ordinal(4) });
    expect(rightOf(await carryOut(deps)(asked)()).events).toHaveLength(1);
  });

  it('given two fields of which one was changed since, then neither is written', async () => {
    const deps = await whenOthers(happened(ActionReworded, { action: '27', title: 'Do it well' }));
    const orders = [rate('Red'), order(RewordAction, { action: '27', title: 'Do it soon' })];
    expect(await carryOut(deps)(asking(orders, { basedOn: seenAt }))()).toMatchObject(
      E.left({ _tag: 'Conflict' }),
    );
    expect(await typesIn(deps)).toEqual([...atFirst, 'ActionReworded']);
  });
});
