import type { StorageError, Views } from '@trackrecord/application';
import type { Ordinal } from '@trackrecord/kernel';
import { ordinal } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { healingViews } from './healing-views.ts';

const damaged: StorageError = { _tag: 'Unavailable', message: 'The views were damaged.' };
const busy: StorageError = { _tag: 'Unavailable', message: 'The views are busy.' };

/** Views that stand at an ordinal, or fail at whatever they are asked. */
const viewsAt = (answer: () => E.Either<StorageError, Ordinal>): Views => {
  const nothing = () => E.map(() => [])(answer());
  return {
    catchUp: () => TE.fromIOEither(answer),
    rebuild: () => TE.fromIOEither(answer),
    head: answer,
    ordinalAt: answer,
    lastOrdinalOf: answer,
    listStreams: nothing,
    listStreamsNaming: nothing,
    listSubjectsNaming: nothing,
    cutOf: () => E.map(() => new Map())(answer()),
    recordsOf: nothing,
    trailOf: () => E.map(() => ({ records: [], total: 0 }))(answer()),
    close: () => undefined,
  };
};

/** Views in a file that can be damaged and, once that is met, is gone; new ones stand at 7. */
const stage = () => {
  const state = { isDamaged: false, isGone: false, made: 0, closed: 0, canBeMade: true };
  const close = () => {
    state.closed += 1;
  };
  const first = viewsAt(() => {
    if (!state.isDamaged) return E.right(ordinal(5));
    state.isGone = true;
    return E.left(damaged);
  });
  const views = healingViews(
    { ...first, close },
    {
      isGone: () => state.isGone,
      reopen: async () => {
        await Promise.resolve();
        if (!state.canBeMade) return E.left(busy);
        state.made += 1;
        state.isGone = false;
        return E.right({ ...viewsAt(() => E.right(ordinal(7))), close });
      },
    },
  );
  return { state, views };
};

describe('views of a process that lives long', () => {
  it('given sound ones, then they are asked, and nothing is made', async () => {
    const { state, views } = stage();
    expect(views.head()).toEqual(E.right(5));
    expect(await views.catchUp()()).toEqual(E.right(5));
    expect(state.made).toBe(0);
  });

  it('given damage that a question meets, then it is told, those meanwhile are told to ask again, and new ones answer', async () => {
    const { state, views } = stage();
    state.isDamaged = true;
    expect(views.head()).toEqual(E.left(damaged));
    expect(views.listStreams('plan')).toMatchObject(
      E.left({
        _tag: 'Unavailable',
        message:
          'The views of the log were damaged and are being built anew from it. Nothing is lost: ask again soon.',
      }),
    );
    // Who waits for them to catch up waits for the new ones.
    expect(await views.catchUp()()).toEqual(E.right(7));
    expect(views.head()).toEqual(E.right(7));
    expect(state.made).toBe(1);
  });

  it('given damage that comes to light while the log is taken in, then that goes on in new ones', async () => {
    const { state, views } = stage();
    state.isDamaged = true;
    const both = await Promise.all([views.catchUp()(), views.catchUp()()]);
    expect(both).toEqual([E.right(7), E.right(7)]);
    expect(state.made).toBe(1);
  });

  it('given that new ones cannot be made yet, then that is said, and tried again', async () => {
    const { state, views } = stage();
    Object.assign(state, { isDamaged: true, canBeMade: false });
    expect(await views.catchUp()()).toEqual(E.left(busy));
    state.canBeMade = true;
    expect(await views.catchUp()()).toEqual(E.right(7));
  });

  it('given another failure, then nothing is made anew', async () => {
    const views = healingViews(
      viewsAt(() => E.left(busy)),
      {
        isGone: () => false,
        reopen: () => Promise.reject(new Error('not asked for')),
      },
    );
    expect(views.head()).toEqual(E.left(busy));
    expect(await views.catchUp()()).toEqual(E.left(busy));
  });

  it('given that they are put away, then all of them are', async () => {
    const { state, views } = stage();
    state.isDamaged = true;
    await views.catchUp()();
    views.close();
    expect(state.closed).toBe(2);
  });
});
