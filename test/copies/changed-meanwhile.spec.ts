import { type Author, changeAction, rateOrder } from '@trackrecord/application';
import type { ImportReport } from '@trackrecord/documents';
import { PartyId, Rating } from '@trackrecord/domain';
import { LocalDate, type Ordinal } from '@trackrecord/kernel';
import { takeDocument } from '@trackrecord/papers';
import { must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { asRead, into } from './kit/copied-plan.ts';
import { type CopyStage, copyStage, written } from './kit/copy-stage.ts';

let stage: CopyStage;

beforeEach(async () => {
  stage = await copyStage();
});

const back = must(LocalDate)('2025-09-30');

const keeper = (basedOn?: Ordinal) =>
  ({
    by: must(PartyId)('p-keeper'),
    effectiveOn: back,
    channel: 'document',
    verified: true,
    basedOn,
  }) as const;

const rate = async (ref: string, rating: string): Promise<void> => {
  const { data } = stage.plan;
  rightOf(
    await changeAction(data)({
      plan: into.plan,
      ref,
      author: () => TE.right(keeper()),
      make: rateOrder(must(Rating)(rating)),
    })(),
  );
};

/** Somebody who rates an action in the moment between the judgement of a copy and its recording. */
const whoIsInterrupted = (ref: string, rating: string, basedOn?: Ordinal): Author => {
  const times = { left: 1 };
  return () => async () => {
    if (times.left > 0) await rate(ref, rating);
    times.left -= 1;
    return E.right(keeper(basedOn));
  };
};

/** A copy in which action 2 became Green, recorded by somebody. */
const takenBy = async (author: Author): Promise<E.Either<unknown, ImportReport>> => {
  const [one, two, ...others] = stage.rows;
  const copy = stage.copyOf([
    ...(one === undefined ? [] : [one]),
    written(two, ['rating', 'Green']),
    ...others,
  ]);
  const taking = { effectiveOn: back };
  return takeDocument(stage.plan.data)({ read: asRead(copy), into, taking }, { author })();
};

const ratingsNow = async () =>
  (await stage.now()).plan.actions.map(({ ref, rating }) => `${ref} ${rating}`);

describe('a plan that is changed while a copy is taken', () => {
  it('given the same cell, then the copy is judged anew, and both sides are told', async () => {
    const report = rightOf(await takenBy(whoIsInterrupted('2', 'Red')));
    expect(report.clashes.map(({ ref, field, now, says }) => [ref, field, now, says])).toEqual([
      ['2', 'rating', 'Red', 'Green'],
    ]);
    expect(await ratingsNow()).toContain('2 Red');
  });

  it('given another cell, then both changes are recorded', async () => {
    const report = rightOf(await takenBy(whoIsInterrupted('3', 'Red')));
    expect(report.clashes).toEqual([]);
    expect(await ratingsNow()).toEqual(expect.arrayContaining(['2 Green', '3 Red']));
  });

  it('given an ordinal that was looked at, then a change since of what the copy changes is a conflict', async () => {
    const { ordinal } = await stage.now();
    await rate('2', 'Amber');
    const refused = await takenBy(() => TE.right(keeper(ordinal)));
    expect(refused).toMatchObject(E.left({ _tag: 'Conflict' }));
  });
});
