import { ActionClosed, ActionRenumbered, ActionWithdrawn, PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import {
  anAction,
  appendEvents,
  eventsFrom,
  happened,
  livedInHarbour,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { actionDetails } from './action-details.ts';
import { resolveQuestion } from './resolve-question.ts';

const harbour = must(PlanId)('harbour');
const stream = streamOf('plan', harbour);

describe('one action with the ids that changes of it name', () => {
  let deps: Writable;

  beforeEach(async () => {
    deps = await livedInHarbour();
  });

  const asked = async (ref: string, asOf?: string) => {
    rightOf(await deps.views.catchUp()());
    return pipe(
      resolveQuestion(deps)(harbour, asOf === undefined ? {} : { asOf: must(LocalDate)(asOf) }),
      E.chain((resolved) => actionDetails(deps)(resolved, ref)),
    );
  };

  it('given an action, then all that is said of it, by ids and by names', async () => {
    expect(rightOf(await asked('27'))).toEqual({
      id: '27',
      ref: '27',
      number: 27,
      label: 'Action 27.',
      title: 'Open school grounds at weekends',
      rating: 'Amber',
      status: 'open',
      scale: ['Red', 'Amber', 'Amber/Green', 'Green'],
      under: { priority: '2', theme: '2.3', enabler: null, results: [] },
      owners: [
        { party: 'p-farrow', name: 'Ivo Farrow', role: 'lead' },
        { party: 'p-tide', name: 'TIDE', role: 'support' },
      ],
      timescale: { asWritten: 'by September 2026', latest: '2026-09-30' },
      createdOn: '2026-01-01',
      lastUpdatedOn: '2026-03-31',
      updateOwed: true,
      notes: [{ note: 'n-1', text: 'Three schools have agreed.', on: '2026-03-31' }],
      requests: [
        {
          request: 'r-1',
          of: [{ id: 'p-tide', name: 'TIDE' }],
          words: 'How many now?',
          state: 'open',
          askedOn: '2026-05-31',
          dueOn: null,
        },
      ],
      crossReferences: [{ link: 'l-1', asWritten: 'See action 14', to: 'action 14' }],
      knownAs: [],
      owed: [
        {
          about: 'action:27',
          party: { id: 'p-tide', name: 'TIDE' },
          reason: 'asked',
          since: '2026-05-31',
          dueOn: '2026-05-31',
          daysOverdue: 30,
          words: 'How many now?',
          request: 'r-1',
        },
        // Amber, so every two months: news of 31 March was followed by none by 31 May.
        {
          about: 'action:27',
          party: { id: 'p-farrow', name: 'Ivo Farrow' },
          reason: 'overdue',
          since: '2026-03-31',
          dueOn: '2026-05-31',
          daysOverdue: 30,
          words: null,
          request: null,
        },
      ],
    });
  });

  it('given a past date, then what was true then', async () => {
    expect(rightOf(await asked('27', '2026-03-30'))).toMatchObject({
      rating: 'Not rated',
      notes: [],
      requests: [],
      // Created on 1 January and not rated since: 88 days by 30 March. News was due two months later, on 1 March.
      owed: [
        {
          about: 'action:27',
          party: { id: 'p-farrow', name: 'Ivo Farrow' },
          reason: 'overdue',
          since: '2026-01-01',
          dueOn: '2026-03-01',
          daysOverdue: 29,
          words: null,
          request: null,
        },
        {
          about: 'action:27',
          party: { id: 'p-farrow', name: 'Ivo Farrow' },
          reason: 'never rated',
          since: '2026-01-01',
          dueOn: '2026-01-01',
          daysOverdue: 88,
          words: null,
          request: null,
        },
      ],
    });
  });

  it('given one that was withdrawn, then it is there still', async () => {
    await appendEvents(
      deps,
      stream,
      eventsFrom(200, happened(ActionWithdrawn, { action: '14' }, '2026-05-01')),
    );
    expect(rightOf(await asked('14'))).toMatchObject({ status: 'withdrawn', owed: [] });
  });

  it('given one that was renumbered, then it is found by the ref that it has on that date', async () => {
    await appendEvents(
      deps,
      stream,
      eventsFrom(
        200,
        happened(ActionRenumbered, { action: '27', ref: '30', label: '30.' }, '2026-05-01'),
      ),
    );
    expect(rightOf(await asked('30'))).toMatchObject({ id: '27', ref: '30' });
    expect(rightOf(await asked('27', '2026-04-30'))).toMatchObject({ id: '27', ref: '27' });
    expect(await asked('27')).toEqual(
      E.left({
        _tag: 'Missing',
        field: 'ref',
        message: 'There is no action "27" in the plan as of 2026-06-30.',
      }),
    );
  });

  it('given that a closed one and an open one share a ref, then the open one is meant', async () => {
    await appendEvents(
      deps,
      stream,
      eventsFrom(
        200,
        happened(ActionClosed, { action: '14' }, '2026-05-01'),
        { ...anAction('a-2'), on: '2026-05-02' },
        happened(ActionRenumbered, { action: 'a-2', ref: '14', label: '14.' }, '2026-05-02'),
      ),
    );
    expect(rightOf(await asked('14'))).toMatchObject({ id: 'a-2', status: 'open' });
  });

  it('given a date before it came into the plan, then since when it is there', async () => {
    await appendEvents(deps, stream, eventsFrom(200, { ...anAction('9'), on: '2026-06-01' }));
    expect(await asked('9', '2026-05-31')).toEqual(
      E.left({
        _tag: 'Missing',
        field: 'ref',
        message:
          'There is no action "9" in the plan as of 2026-05-31. It came into the plan on 2026-06-01.',
        firstOn: '2026-06-01',
      }),
    );
  });

  it('given no such action, then it is missing', async () => {
    expect(await asked('99')).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'Missing', field: 'ref' },
    });
  });
});
