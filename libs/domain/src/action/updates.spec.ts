import {
  anAction,
  aPlan,
  begun,
  events,
  givenPlan,
  happened,
  nothingNew,
  order,
  refused,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { PlanClosed } from '../plan/plan-closed.ts';
import { RatingScaleSet } from '../plan/rating-scale-set.ts';
import { ActionClosed } from './action-closed.ts';
import { AddNote } from './add-note.ts';
import { ChangeRating } from './change-rating.ts';
import { ConfirmNoChange } from './confirm-no-change.ts';
import { GiveUpdate } from './give-update.ts';
import { NoteAdded } from './note-added.ts';
import { RatingChanged } from './rating-changed.ts';
import { RemoveRating } from './remove-rating.ts';
import { RequestUpdate } from './request-update.ts';
import { SupersedeNote } from './supersede-note.ts';
import { UpdateGiven } from './update-given.ts';
import { UpdateRequested } from './update-requested.ts';
import { WaiveUpdate } from './waive-update.ts';
import { WithdrawNote } from './withdraw-note.ts';

const action = '27';
const before = '2026-03-31';
const noAction = refused({ _tag: 'NotFound', kind: 'action', ref: action });
const closed = happened(ActionClosed, { action }, before);
const isClosed = refused({ _tag: 'ActionNotOpen', action, status: 'closed' });
const rated = (rating: string, on: string = before) =>
  happened(RatingChanged, { action, rating }, on);

/** The request r-1, as it was asked on 31 March of nobody in particular. */
const asked = { of: [], words: 'Update?', state: 'open', askedOn: before };
const requested = (request = 'r-1') =>
  happened(UpdateRequested, { action, request, asked }, before);
const noRequest = refused({ _tag: 'NotFound', kind: 'request', ref: 'r-9' });

describe('ChangeRating', () => {
  const rate = (rating: string) => order(ChangeRating, { action, rating });

  it('given a rating of the usual scale, then the action has it', () => {
    expect(givenPlan(aPlan, anAction('27')).when(rate('Amber'))).toEqual(
      events(['RatingChanged', { action, rating: 'Amber' }]),
    );
  });

  it('given the rating that it has, for a later date, then it is news: still Amber', () => {
    expect(givenPlan(aPlan, anAction('27'), rated('Amber')).when(rate('Amber'))).toEqual(
      events(['RatingChanged', { action, rating: 'Amber' }]),
    );
  });

  it('given the rating that it has, for the same date, then it is nothing new', () => {
    expect(givenPlan(aPlan, anAction('27'), rated('Amber')).when(rate('Amber'), before)).toEqual(
      nothingNew,
    );
  });

  it('given Red was recorded since for that date, then Amber again is news', () => {
    expect(
      givenPlan(aPlan, anAction('27'), rated('Amber'), rated('Red')).when(rate('Amber'), before),
    ).toEqual(events(['RatingChanged', { action, rating: 'Amber' }]));
  });

  it('given a rating that is not on the scale, then it is refused, and says what is', () => {
    expect(givenPlan(aPlan, anAction('27')).when(rate('Amber/Green'))).toEqual(
      refused({
        _tag: 'RatingNotOnScale',
        rating: 'Amber/Green',
        scale: ['Red', 'Amber', 'Green'],
      }),
    );
  });

  it('given a wider scale of the plan, then its ratings are accepted', () => {
    const wider = happened(RatingScaleSet, { scale: ['Red', 'Amber/Green'] }, begun);
    expect(givenPlan(aPlan, anAction('27'), wider).when(rate('Amber/Green'))).toEqual(
      events(['RatingChanged', { action, rating: 'Amber/Green' }]),
    );
  });

  it('given a closed action or none, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27'), closed).when(rate('Red'))).toEqual(isClosed);
    expect(givenPlan(aPlan).when(rate('Red'))).toEqual(noAction);
  });
});

describe('RemoveRating', () => {
  const remove = order(RemoveRating, { action });

  it('given a rated action, then it is not rated', () => {
    expect(givenPlan(aPlan, anAction('27'), rated('Red')).when(remove)).toEqual(
      events(['RatingRemoved', { action }]),
    );
  });

  it('given an action that was never rated, on the date on which it came into the plan, then it is nothing new', () => {
    expect(givenPlan(aPlan, anAction('27')).when(remove, begun)).toEqual(nothingNew);
  });

  it('given a closed action or none, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27'), closed).when(remove)).toEqual(isClosed);
    expect(givenPlan(aPlan).when(remove)).toEqual(noAction);
  });
});

describe('notes', () => {
  const text = 'Three schools have agreed.';
  const add = order(AddNote, { action, note: 'n-1', text });
  const withdraw = order(WithdrawNote, { action, note: 'n-1' });
  const supersede = (by: string) => order(SupersedeNote, { action, note: 'n-1', by });
  const noted = happened(NoteAdded, { action, note: 'n-1', text }, before);
  const noNote = refused({ _tag: 'NotFound', kind: 'note', ref: 'n-1' });

  it('given an action, open or closed, then a note is added', () => {
    expect(givenPlan(aPlan, anAction('27')).when(add)).toEqual(
      events(['NoteAdded', { action, note: 'n-1', text }]),
    );
    expect(givenPlan(aPlan, anAction('27'), closed).when(add)).toEqual(
      events(['NoteAdded', { action, note: 'n-1', text }]),
    );
  });

  it('given other words under that id, then it is refused', () => {
    expect(
      givenPlan(aPlan, anAction('27'), noted).when(
        order(AddNote, { action, note: 'n-1', text: 'Four schools.' }),
      ),
    ).toEqual(refused({ _tag: 'RefTaken', kind: 'note', ref: 'n-1' }));
  });

  it('given no such action, then adding is refused', () => {
    expect(givenPlan(aPlan).when(add)).toEqual(noAction);
  });

  it('given a note, then it can be withdrawn, or give way to another', () => {
    expect(givenPlan(aPlan, anAction('27'), noted).when(withdraw)).toEqual(
      events(['NoteWithdrawn', { action, note: 'n-1' }]),
    );
    expect(givenPlan(aPlan, anAction('27'), noted).when(supersede('n-2'))).toEqual(
      events(['NoteSuperseded', { action, note: 'n-1', by: 'n-2' }]),
    );
  });

  it('given a note, then it cannot give way to itself', () => {
    expect(givenPlan(aPlan, anAction('27'), noted).when(supersede('n-1'))).toEqual(
      refused({ _tag: 'IntoItself', what: 'note' }),
    );
  });

  it('given no such note, then both are refused', () => {
    expect(givenPlan(aPlan, anAction('27')).when(withdraw)).toEqual(noNote);
    expect(givenPlan(aPlan, anAction('27')).when(supersede('n-2'))).toEqual(noNote);
    expect(givenPlan(aPlan).when(withdraw)).toEqual(noAction);
  });
});

describe('RequestUpdate', () => {
  const request = order(RequestUpdate, {
    action,
    request: 'r-1',
    of: ['p-4c1f'],
    words: 'M. Reed to update',
    dueOn: '2026-07-14',
  });

  it('given an open action, then an update is asked for on the date of the command', () => {
    expect(givenPlan(aPlan, anAction('27')).when(request)).toEqual(
      events([
        'UpdateRequested',
        {
          action,
          request: 'r-1',
          asked: {
            of: ['p-4c1f'],
            words: 'M. Reed to update',
            dueOn: '2026-07-14',
            state: 'open',
            askedOn: '2026-06-30',
          },
        },
      ]),
    );
  });

  it('given the same request, made on that date, then it is nothing new', () => {
    const data = {
      action,
      request: 'r-1',
      asked: {
        of: ['p-4c1f'],
        words: 'M. Reed to update',
        dueOn: '2026-07-14',
        state: 'open',
        askedOn: '2026-06-30',
      },
    };
    expect(givenPlan(aPlan, anAction('27'), happened(UpdateRequested, data)).when(request)).toEqual(
      nothingNew,
    );
  });

  it('given another request of that id, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27'), requested()).when(request)).toEqual(
      refused({ _tag: 'RefTaken', kind: 'request', ref: 'r-1' }),
    );
  });

  it('given a closed action or none, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27'), closed).when(request)).toEqual(isClosed);
    expect(givenPlan(aPlan).when(request)).toEqual(noAction);
  });

  it('given a closed plan, then it is refused: nothing is owed on it', () => {
    expect(
      givenPlan(aPlan, anAction('27'), happened(PlanClosed, {}, before)).when(request),
    ).toEqual(refused({ _tag: 'PlanIsClosed' }));
  });
});

describe('GiveUpdate', () => {
  const note = { note: 'n-1', text: 'All are open.' };
  const settled = (...requests: ReadonlyArray<string>) =>
    requests.map((request) => ({ request, asked }));

  it('given requests, then words and a rating settle all of them', () => {
    expect(
      givenPlan(aPlan, anAction('27'), requested('r-1'), requested('r-2')).when(
        order(GiveUpdate, { action, note, rating: 'Green' }),
      ),
    ).toEqual(
      events(
        ['UpdateGiven', { action, requests: settled('r-1', 'r-2') }],
        ['RatingChanged', { action, rating: 'Green' }],
        ['NoteAdded', { action, ...note }],
      ),
    );
  });

  it('given requests of which one is named, then it settles that one', () => {
    expect(
      givenPlan(aPlan, anAction('27'), requested('r-1'), requested('r-2')).when(
        order(GiveUpdate, { action, requests: ['r-2'] }),
      ),
    ).toEqual(events(['UpdateGiven', { action, requests: settled('r-2') }]));
  });

  it('given nothing asked, then words are an update all the same', () => {
    expect(givenPlan(aPlan, anAction('27')).when(order(GiveUpdate, { action, note }))).toEqual(
      events(['UpdateGiven', { action, requests: [] }], ['NoteAdded', { action, ...note }]),
    );
  });

  it('given nothing asked and nothing said, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27')).when(order(GiveUpdate, { action }))).toEqual(
      refused({ _tag: 'NothingAsked', action }),
    );
  });

  it('given what was asked was answered before, then answering it again without words is refused', () => {
    const given = happened(UpdateGiven, { action, requests: settled('r-1') }, before);
    expect(
      givenPlan(aPlan, anAction('27'), requested(), given).when(
        order(GiveUpdate, { action, requests: ['r-1'] }),
      ),
    ).toEqual(refused({ _tag: 'NothingAsked', action }));
  });

  it('given an update for a date before it was asked, then it answers nothing', () => {
    expect(
      givenPlan(aPlan, anAction('27'), requested()).when(
        order(GiveUpdate, { action, note }),
        '2026-03-30',
      ),
    ).toEqual(
      events(['UpdateGiven', { action, requests: [] }], ['NoteAdded', { action, ...note }]),
    );
  });

  it('given a request that was never made, then naming it is refused', () => {
    expect(
      givenPlan(aPlan, anAction('27')).when(order(GiveUpdate, { action, note, requests: ['r-9'] })),
    ).toEqual(noRequest);
  });

  it('given a rating that is not on the scale, then it is refused', () => {
    expect(
      givenPlan(aPlan, anAction('27')).when(order(GiveUpdate, { action, rating: 'Blue' })),
    ).toEqual(
      refused({ _tag: 'RatingNotOnScale', rating: 'Blue', scale: ['Red', 'Amber', 'Green'] }),
    );
  });

  it('given other words under the id of its note, then it is refused', () => {
    const noted = happened(NoteAdded, { action, note: 'n-1', text: 'None is open.' }, before);
    expect(
      givenPlan(aPlan, anAction('27'), noted).when(order(GiveUpdate, { action, note })),
    ).toEqual(refused({ _tag: 'RefTaken', kind: 'note', ref: 'n-1' }));
  });

  it('given a closed action or none, then it is refused', () => {
    expect(
      givenPlan(aPlan, anAction('27'), closed).when(order(GiveUpdate, { action, note })),
    ).toEqual(isClosed);
    expect(givenPlan(aPlan).when(order(GiveUpdate, { action, note }))).toEqual(noAction);
  });
});

describe('WaiveUpdate', () => {
  it('given requests, then they are waived, all or those that are named', () => {
    const past = [aPlan, anAction('27'), requested('r-1'), requested('r-2')];
    expect(givenPlan(...past).when(order(WaiveUpdate, { action }))).toEqual(
      events([
        'UpdateWaived',
        {
          action,
          requests: [
            { request: 'r-1', asked },
            { request: 'r-2', asked },
          ],
        },
      ]),
    );
    expect(givenPlan(...past).when(order(WaiveUpdate, { action, requests: ['r-2'] }))).toEqual(
      events(['UpdateWaived', { action, requests: [{ request: 'r-2', asked }] }]),
    );
  });

  it('given nothing asked, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27')).when(order(WaiveUpdate, { action }))).toEqual(
      refused({ _tag: 'NothingAsked', action }),
    );
  });

  it('given a request that was never made, or no such action, then it is refused', () => {
    expect(
      givenPlan(aPlan, anAction('27')).when(order(WaiveUpdate, { action, requests: ['r-9'] })),
    ).toEqual(noRequest);
    expect(givenPlan(aPlan).when(order(WaiveUpdate, { action }))).toEqual(noAction);
  });
});

describe('ConfirmNoChange', () => {
  const confirm = order(ConfirmNoChange, { action });

  it('given a rating and a request, then the rating holds on that date too and the request is answered', () => {
    expect(givenPlan(aPlan, anAction('27'), rated('Amber'), requested()).when(confirm)).toEqual(
      events([
        'NoChangeConfirmed',
        { action, rating: 'Amber', requests: [{ request: 'r-1', asked }] },
      ]),
    );
  });

  it('given an action that is not rated, then it still is not', () => {
    expect(givenPlan(aPlan, anAction('27')).when(confirm)).toEqual(
      events(['NoChangeConfirmed', { action, rating: 'Not rated', requests: [] }]),
    );
  });

  it('given that it was rated on that very date, then it is nothing new', () => {
    expect(givenPlan(aPlan, anAction('27'), rated('Amber')).when(confirm, before)).toEqual(
      nothingNew,
    );
  });

  it('given a closed action or none, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27'), closed).when(confirm)).toEqual(isClosed);
    expect(givenPlan(aPlan).when(confirm)).toEqual(noAction);
  });
});
