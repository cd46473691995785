import {
  planAnswer,
  type PlanAnswer,
  type Principal,
  resolveQuestion,
  reviewsAnswer,
  streamOf,
} from '@trackrecord/application';
import {
  AccessId,
  ActionClosed,
  ActionRenumbered,
  PartyId,
  PlanId,
  type Role,
  SignInName,
} from '@trackrecord/domain';
import { CommandId } from '@trackrecord/kernel';
import {
  anAction,
  appendEvents,
  eventsFrom,
  happened,
  livedInHarbour,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../desk.ts';
import {
  browserOf,
  type Came,
  type Filling,
  type TestBrowser,
  visitorAs,
} from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { actionRoutes } from '../action/action-routes.ts';
import { reviewRoutes } from './review-routes.ts';

const harbour = must(PlanId)('harbour');
const grid = '/plans/harbour/review';

const somebody = (party: string, name: string, role: Role): Principal => ({
  party: must(PartyId)(party),
  name,
  grants: [{ role, plan: harbour }],
  credential: {
    _tag: 'Account',
    account: must(AccessId)(`a-${party}`),
    signInName: must(SignInName)(party),
  },
});

const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe('the review grid', () => {
  let desk: Desk;
  let manager: TestBrowser;
  let other: TestBrowser;

  const browser = (party: string, name: string, role: Role): TestBrowser =>
    browserOf(desk, [...reviewRoutes, ...actionRoutes], visitorAs(somebody(party, name, role)));

  beforeEach(async () => {
    const data = await livedInHarbour();
    const counted = { commands: 0 };
    desk = await testDesk(data, {
      ids: {
        ...data.ids,
        // Notes are named after the beginning of such an id.
        commandId: () => {
          counted.commands += 1;
          const first = counted.commands.toString(16).padStart(8, '0');
          return must(CommandId)(`${first}-3333-4333-8333-333333330000`);
        },
      },
    });
    manager = browser('p-keeper', 'Rhoda Keeper', 'manager');
    other = browser('p-farrow', 'Ivo Farrow', 'manager');
  });

  const planNow = async (): Promise<PlanAnswer> => {
    rightOf(await desk.views.catchUp()());
    return rightOf(planAnswer(desk)(rightOf(resolveQuestion(desk)(harbour, {}))));
  };

  const actionNow = async (ref: string) =>
    (await planNow()).actions.find((action) => action.ref === ref);

  const reviewsNow = async () => {
    rightOf(await desk.views.catchUp()());
    return rightOf(reviewsAnswer(desk)(rightOf(resolveQuestion(desk)(harbour, {})))).reviews;
  };

  /** What was recorded through pages: each event's type, action, reason and date. */
  const recorded = async () =>
    rightOf(await desk.log.readStream(streamOf('plan', harbour), { direction: 'forwards' })())
      .map(({ event }) => event)
      .filter(({ channel }) => channel === 'web');

  const send = (who: TestBrowser, form: Filling, filling: Filling): Promise<Came> =>
    who.post(grid, { ...form, ...filling });

  const fill = async (filling: Filling): Promise<Came> =>
    send(manager, await manager.open(grid), filling);

  const rateByOther = async (rating: string, ref = '27'): Promise<void> => {
    const came = await other.send(`/plans/harbour/actions/${ref}/rate`, { rating });
    expect(came._tag).toBe('Redirect');
  };

  describe('recording', () => {
    it('given two actions filled in, when all is recorded, then it is one command, each change with its own reason', async () => {
      const came = await fill({
        do: 'record',
        effectiveOn: '28/6/2026',
        'rating-27': 'Green',
        'note-27': 'Five schools are open.',
        'why-27': 'The head teachers told the board.',
        'rating-14': 'Red',
        'why-14': 'Nobody has begun.',
      });
      expect(came).toMatchObject({
        _tag: 'Redirect',
        to: like(/^\/plans\/harbour\/review\/recorded\?/u),
      });
      const events = await recorded();
      expect(
        events.map(({ type, why, effectiveOn, recordedBy }) => [
          type,
          why,
          effectiveOn,
          recordedBy.party,
          recordedBy.verified,
        ]),
      ).toEqual([
        ['RatingChanged', 'Nobody has begun.', '2026-06-28', 'p-keeper', true],
        ['RatingChanged', 'The head teachers told the board.', '2026-06-28', 'p-keeper', true],
        ['NoteAdded', 'The head teachers told the board.', '2026-06-28', 'p-keeper', true],
      ]);
      expect(new Set(events.map(({ commandId }) => commandId)).size).toBe(1);
    });

    it('given two actions that changed numbers in June, when one is rated as of May, then it is the one that was shown', async () => {
      await appendEvents(
        desk,
        streamOf('plan', harbour),
        eventsFrom(
          500,
          happened(ActionRenumbered, { action: '27', ref: '14', label: '14' }, '2026-06-01'),
          happened(ActionRenumbered, { action: '14', ref: '27', label: '27' }, '2026-06-01'),
        ),
      );
      await fill({ do: 'record', effectiveOn: '1/5/2026', 'rating-14': 'Red' });
      const events = await recorded();
      expect(events.map(({ type, effectiveOn, data }) => [type, effectiveOn, data])).toEqual([
        ['RatingChanged', '2026-05-01', { action: '27', rating: 'Red' }],
      ]);
    });

    it('given what was recorded, when its page is opened, then each action has its sentences, and the way to hold the review', async () => {
      const came = await fill({
        do: 'record',
        'rating-27': 'Green',
        'note-27': 'Five schools are open.',
        'why-27': 'As told.',
      });
      const page = await manager.get(came._tag === 'Redirect' ? came.to : '');
      expect(page).toMatchObject({ _tag: 'Page', status: 200 });
      const html = page._tag === 'Page' ? page.html : '';
      expect(html).toContain('1 action recorded, true since 30 June 2026');
      expect(html).toContain('Amber → Green.');
      expect(html).toContain('Note “Five schools are open.” added.');
      expect(html).toContain('Because “As told.”');
      expect(html).toMatch(
        /href="\/plans\/harbour\/review\/hold\?on=2026-06-30&amp;lookedAt=\d+"/u,
      );
    });

    it('given actions of which one says nothing new, then that one is told', async () => {
      const came = await fill({
        do: 'record',
        effectiveOn: '31/3/2026',
        'rating-27': 'Amber',
        'rating-14': 'Red',
      });
      expect(came).toMatchObject({ to: like(/&nothing=27$/u) });
      const page = await manager.get(came._tag === 'Redirect' ? came.to : '');
      expect(page).toMatchObject({ html: like(/Nothing new was said of action 27/u) });
    });

    it('given nothing new at all, then nothing is recorded, and that is said', async () => {
      expect(
        await fill({ do: 'record', effectiveOn: '31/3/2026', 'rating-27': 'Amber' }),
      ).toMatchObject({ to: grid, notice: { text: like(/^Nothing was recorded anew/u) } });
      expect(await recorded()).toEqual([]);
    });

    it('given "nothing has changed", then the rating holds, and what was asked is answered', async () => {
      await fill({ do: 'record', 'same-27': 'yes' });
      expect((await recorded()).map(({ type }) => type)).toEqual(['NoChangeConfirmed']);
      const action = await actionNow('27');
      expect(action).toMatchObject({ rating: 'Amber', requests: [{ state: 'given' }] });
    });

    it('given a note, then what was asked stays open, unless it is said to be the answer', async () => {
      await fill({ do: 'record', 'note-27': 'We still wait for the number.' });
      expect(await actionNow('27')).toMatchObject({ requests: [{ state: 'open' }] });
      await fill({ do: 'record', 'note-27': 'Five.', 'rating-27': 'Green', 'answers-27': 'yes' });
      expect(await actionNow('27')).toMatchObject({
        rating: 'Green',
        requests: [{ state: 'given' }],
      });
    });

    it('given a rating taken away, then the action is not rated', async () => {
      await fill({ do: 'record', 'rating-27': 'none' });
      expect(await actionNow('27')).toMatchObject({ rating: 'Not rated' });
    });

    it('given another’s word for all of it, then each change is on that word', async () => {
      await fill({ do: 'record', 'rating-27': 'Red', 'rating-14': 'Red', onWordOf: 'p-farrow' });
      expect((await recorded()).map(({ onWordOf }) => onWordOf)).toEqual(['p-farrow', 'p-farrow']);
    });

    it('given the form sent twice, also by its other button, then it is recorded once', async () => {
      const form = await manager.open(grid);
      const first = await send(manager, form, { do: 'record', 'note-27': 'Once.' });
      const second = await send(manager, form, { do: 'record', 'note-27': 'Once.' });
      await send(manager, form, { do: 'recordAndHold', 'note-27': 'Once.' });
      expect(second).toEqual(first);
      expect(await recorded()).toHaveLength(1);
      expect(await reviewsNow()).toHaveLength(1);
    });

    it('given the form gone back to and one more action filled in, then the first note is not written twice', async () => {
      const form = await manager.open(grid);
      await send(manager, form, { do: 'record', 'note-27': 'Once.' });
      await send(manager, form, { do: 'record', 'note-27': 'Once.', 'rating-14': 'Red' });
      expect((await recorded()).map(({ type }) => type)).toEqual(['NoteAdded', 'RatingChanged']);
    });
  });

  describe('half-finished work', () => {
    it('given work saved for later, when the grid is opened again, then it is there as it was typed, and since when', async () => {
      const saved = await fill({
        do: 'save',
        effectiveOn: '28/6/2026',
        onWordOf: 'p-farrow',
        'rating-27': 'Red',
        'note-27': 'One <b>line\r\nand another',
        'why-14': 'only why',
        'same-14': 'yes',
      });
      expect(saved).toMatchObject({
        _tag: 'Redirect',
        to: grid,
        notice: { text: 'Saved for later, 30 June 2026, 10:00am. Nothing of it is recorded yet.' },
      });
      expect(await manager.open(grid)).toMatchObject({
        effectiveOn: ['28/6/2026'],
        onWordOf: ['p-farrow'],
        'rating-27': ['Red'],
        'note-27': ['One <b>line\nand another'],
        'why-14': ['only why'],
        'same-14': ['yes'],
      });
      expect(await manager.get(grid)).toMatchObject({
        html: like(/saved on 30 June 2026, 10:00am: 2 actions filled in/u),
      });
      expect(await recorded()).toEqual([]);
    });

    it('given somebody’s work, then another manager’s grid is empty', async () => {
      await fill({ do: 'save', 'note-27': 'Mine' });
      expect(await other.open(grid)).toMatchObject({ 'note-27': [''] });
    });

    it('given other actions asked for, when what is filled in comes along, then it is kept, told, and recorded with the rest', async () => {
      const shown = await fill({ do: 'show', priority: '2', 'rating-14': 'Red' });
      expect(shown).toMatchObject({ _tag: 'Redirect', to: `${grid}?priority=2` });
      const page = await manager.get(`${grid}?priority=2`);
      expect(page).toMatchObject({
        html: like(/not shown here, and recorded with the rest: action 14\./u),
      });
      const form = await manager.open(`${grid}?priority=2`);
      expect(form).not.toHaveProperty(['rating-14']);
      await send(manager, form, { do: 'record', 'rating-27': 'Green' });
      expect((await planNow()).actions.map(({ ref, rating }) => [ref, rating])).toEqual([
        ['14', 'Red'],
        ['27', 'Green'],
      ]);
    });

    it('given filled in work, when only that is asked for, then no other action is shown', async () => {
      await fill({ do: 'save', 'rating-14': 'Red' });
      const came = await send(manager, await manager.open(grid), { do: 'showFilled' });
      expect(came).toMatchObject({ to: `${grid}?filled=yes` });
      const form = await manager.open(`${grid}?filled=yes`);
      expect(form).toMatchObject({ 'rating-14': ['Red'] });
      expect(form).not.toHaveProperty(['rating-27']);
      expect(await send(manager, form, { do: 'showAll' })).toMatchObject({ to: grid });
    });

    it('given work that was recorded or discarded, then nothing comes back', async () => {
      await fill({ do: 'save', 'note-27': 'To be recorded' });
      await send(manager, await manager.open(grid), { do: 'record' });
      expect(await manager.open(grid)).toMatchObject({ 'note-27': [''] });
      await fill({ do: 'save', 'note-27': 'To be discarded' });
      await send(manager, await manager.open(grid), { do: 'discard' });
      expect(await manager.open(grid)).toMatchObject({ 'note-27': [''] });
    });

    it('given more than the server keeps, when it is saved, then the form stays as it was typed, and says so', async () => {
      const much = 'x'.repeat(1024 * 1024);
      const came = await fill({ do: 'save', 'note-27': much });
      expect(came).toMatchObject({ _tag: 'Page', status: 413, errors: [{ field: 'effectiveOn' }] });
      expect(came._tag === 'Page' && came.html.includes(much)).toBe(true);
    });

    it('given an unknown button, then no harm is done: what is filled in is saved', async () => {
      await fill({ do: 'delete everything', 'note-27': 'Kept' });
      expect(await manager.open(grid)).toMatchObject({ 'note-27': ['Kept'] });
    });
  });

  describe('refusals', () => {
    it('given one action that is closed meanwhile, when all is recorded, then nothing is, and that action is named', async () => {
      const form = await manager.open(grid);
      await appendEvents(
        desk,
        streamOf('plan', harbour),
        eventsFrom(500, happened(ActionClosed, { action: '14' }, '2026-06-29')),
      );
      const came = await send(manager, form, {
        do: 'record',
        'rating-27': 'Red',
        'rating-14': 'Green',
        'note-14': 'Done',
      });
      expect(came).toMatchObject({
        _tag: 'Page',
        status: 422,
        errors: [{ field: 'rating-14', message: 'Action 14 is closed: reopen it first.' }],
        html: like(/No longer open/u),
      });
      expect(await recorded()).toEqual([]);
      // What was typed is kept, in the page and on the server.
      expect(await manager.open(grid)).toMatchObject({
        'rating-27': ['Red'],
        'rating-14': ['Green'],
        'note-14': ['Done'],
      });
    });

    it.each([
      [
        'a rating and that nothing has changed',
        { 'same-27': 'yes', 'rating-27': 'Red' },
        'rating-27',
        /^Action 27, rating: You chose Red, and/u,
      ],
      [
        'a note and that nothing has changed',
        { 'same-27': 'yes', 'note-27': 'News' },
        'note-27',
        /^Action 27, note: You wrote a note/u,
      ],
      ['a reason alone', { 'why-27': 'Because' }, 'why-27', /^Action 27, why: You wrote why/u],
      ['no answer', { 'answers-27': 'yes' }, 'answers-27', /What is the answer\?/u],
      ['no rating', { 'rating-27': 'Mauve!' }, 'rating-27', /“Mauve!” is no rating/u],
      [
        'a note beyond measure',
        { 'note-27': 'x'.repeat(100_001) },
        'note-27',
        /at most 100,000 characters/u,
      ],
      [
        'a day that does not exist',
        { 'rating-27': 'Red', effectiveOn: '31/2/2026' },
        'effectiveOn',
        /“31\/2\/2026” is not a date/u,
      ],
      [
        'a day still to come',
        { 'rating-27': 'Red', effectiveOn: '1/7/2026' },
        'effectiveOn',
        /1 July 2026 is still to come/u,
      ],
      ['nothing at all', {}, 'effectiveOn', /^Nothing is filled in/u],
    ])(
      'given %s, then it is refused at its field, and nothing is recorded',
      async (_, filling, field, message) => {
        expect(await fill({ do: 'record', ...filling })).toMatchObject({
          _tag: 'Page',
          status: 400,
          errors: [{ field, message: like(message) }],
        });
        expect(await recorded()).toEqual([]);
      },
    );

    it('given a rating that is on no scale of the plan, then the plan says which are', async () => {
      expect(await fill({ do: 'record', 'rating-27': 'Purple', 'rating-14': 'Red' })).toMatchObject(
        {
          status: 422,
          errors: [
            {
              field: 'rating-27',
              message: like(
                /^Action 27: "Purple" is not a rating of this plan; accepted: Red, Amber/u,
              ),
            },
          ],
          html: like(/<option value="Purple" selected>/u),
        },
      );
      expect(await recorded()).toEqual([]);
    });

    it('given a date before the plan began, then its first date is told', async () => {
      expect(
        await fill({ do: 'record', effectiveOn: '31/12/2025', 'rating-27': 'Red' }),
      ).toMatchObject({ status: 422, errors: [{ field: 'effectiveOn' }] });
    });

    it('given an action that came into the plan later than the date, then that is told of it', async () => {
      await appendEvents(
        desk,
        streamOf('plan', harbour),
        eventsFrom(600, { ...anAction('30'), on: '2026-05-01' }),
      );
      expect(
        await fill({ do: 'record', effectiveOn: '31/3/2026', 'rating-30': 'Red' }),
      ).toMatchObject({
        errors: [
          { field: 'rating-30', message: like(/^Action 30 came into the plan on 1 May 2026/u) },
        ],
      });
    });

    it('given somebody’s word who is not known, then that field is at fault', async () => {
      expect(await fill({ do: 'record', 'rating-27': 'Red', onWordOf: 'p-none' })).toMatchObject({
        errors: [{ field: 'onWordOf' }],
      });
    });

    it.each(['owner', 'reader', 'auditor'] as const)(
      'given somebody with the role %s, then they may neither see nor send it',
      async (role) => {
        const visitor = browser('p-tide', 'TIDE', role);
        for (const came of [
          await visitor.get(grid),
          await visitor.post(grid, { do: 'record', 'rating-27': 'Red' }),
          await visitor.get('/plans/harbour/review/recorded?from=1&upTo=2'),
          await visitor.get('/plans/harbour/review/hold'),
          await visitor.post('/plans/harbour/review/hold', { on: '30/6/2026', lookedAt: '5' }),
        ])
          expect(came).toMatchObject({ _tag: 'Failed', failure: { _tag: 'NotAuthorised' } });
        expect(await recorded()).toEqual([]);
      },
    );

    it('given a past date, then the page is read-only and leads to today', async () => {
      const came = await manager.get(`${grid}?asOf=2026-03-31`);
      expect(came).toMatchObject({
        status: 200,
        html: like(/A past date can be read and not changed/u),
      });
      expect(came).not.toMatchObject({ html: like(/<form/u) });
    });

    it('given a filter that is not accepted, then all actions are shown, and it is told', async () => {
      expect(await manager.get(`${grid}?party=Nemo`)).toMatchObject({
        status: 400,
        errors: [{ field: 'party', message: like(/“Nemo” owns no open action/u) }],
        html: like(/id="rating-27"/u),
      });
    });
  });

  describe('others meanwhile', () => {
    it('given a rating that another changed meanwhile, then nothing is recorded, and it is told beside what was typed', async () => {
      const form = await manager.open(grid);
      await rateByOther('Red');
      const came = await send(manager, form, {
        do: 'record',
        'rating-27': 'Green',
        'rating-14': 'Amber',
      });
      expect(came).toMatchObject({ _tag: 'Page', status: 409, errors: [] });
      const html = came._tag === 'Page' ? came.html : '';
      expect(html).toMatch(/Action 27<\/a>: Amber → Red by Ivo Farrow on 30 June 2026/u);
      expect(html).toMatch(/<option value="Green" selected>/u);
      expect(html).toMatch(/<option value="Amber" selected>/u);
      expect(html).not.toMatch(/Action 14<\/a>:/u);
      expect((await recorded()).map(({ recordedBy }) => recordedBy.party)).toEqual(['p-farrow']);
    });

    it('given the conflict was shown, when it is sent again, then it is recorded, knowingly', async () => {
      const form = await manager.open(grid);
      await rateByOther('Red');
      const filling = { do: 'record', 'rating-27': 'Green' };
      await send(manager, form, filling);
      // The work was kept as well: what the other did is told there too, and looked at by then.
      expect(await manager.get(grid)).toMatchObject({ html: like(/Since then others changed/u) });
      expect(await send(manager, await manager.open(grid), { do: 'record' })).toMatchObject({
        _tag: 'Redirect',
      });
      expect(await actionNow('27')).toMatchObject({ rating: 'Green' });
    });

    it('given half-finished work, when others changed the same action, then it says so as it is opened, and of no other action', async () => {
      await fill({ do: 'save', 'rating-14': 'Amber' });
      await rateByOther('Red');
      expect(await manager.get(grid)).not.toMatchObject({ html: like(/Since then others/u) });
      await rateByOther('Green', '14');
      expect(await manager.get(grid)).toMatchObject({
        html: like(/Action 14<\/a>: Not rated → Green by Ivo Farrow/u),
      });
    });

    it('given a change elsewhere in the plan, then it is no conflict', async () => {
      const form = await manager.open(grid);
      await rateByOther('Red', '14');
      expect(await send(manager, form, { do: 'record', 'rating-27': 'Green' })).toMatchObject({
        _tag: 'Redirect',
      });
    });
  });

  describe('recording and holding the review in one go', () => {
    it('given changes, then the review looked at the plan with them', async () => {
      const came = await fill({
        do: 'recordAndHold',
        effectiveOn: '28/6/2026',
        'rating-27': 'Red',
      });
      expect(came).toMatchObject({
        _tag: 'Redirect',
        to: like(/\/review\/recorded\?/u),
      });
      expect(await manager.get(came._tag === 'Redirect' ? came.to : '')).toMatchObject({
        html: like(
          /The review of 28 June 2026 is recorded, and the board saw the plan with these/u,
        ),
      });
      const [review, ...more] = await reviewsNow();
      expect(more).toEqual([]);
      expect(review).toMatchObject({ on: '2026-06-28', by: 'Rhoda Keeper' });
      const seen = rightOf(
        resolveQuestion(desk)(harbour, {
          asOf: review?.question.asOf,
          knownAt:
            review === undefined
              ? undefined
              : { _tag: 'AtOrdinal', ordinal: review.question.knownAt },
        }),
      );
      expect(rightOf(planAnswer(desk)(seen)).actions.find(({ ref }) => ref === '27')?.rating).toBe(
        'Red',
      );
    });

    it('given a review of that date that is recorded already, then nothing is recorded by half', async () => {
      await manager.send('/plans/harbour/review/hold', {});
      expect(await fill({ do: 'recordAndHold', 'rating-27': 'Red' })).toMatchObject({
        status: 422,
        errors: [
          { field: 'effectiveOn', message: like(/A review of 30 June 2026 is recorded already/u) },
        ],
      });
      expect(await recorded()).toEqual([]);
    });

    it('given nothing filled in, then the review is held on the plan as it was shown', async () => {
      const form = await manager.open(grid);
      await rateByOther('Red');
      expect(await send(manager, form, { do: 'recordAndHold' })).toMatchObject({
        to: '/plans/harbour/reviews',
      });
      expect(await reviewsNow()).toMatchObject([{ lookedAt: Number(form['basedOn']?.[0]) }]);
    });
  });

  it('given refs with signs in them, then their fields are theirs', async () => {
    await appendEvents(
      desk,
      streamOf('plan', harbour),
      eventsFrom(700, anAction('2(i).4'), anAction('9"/ä 1')),
    );
    const form = await manager.open(grid);
    await send(manager, form, {
      do: 'record',
      'rating-2(i).4': 'Red',
      [`rating-${encodeURIComponent('9"/ä 1')}`]: 'Green',
    });
    expect(await actionNow('2(i).4')).toMatchObject({ rating: 'Red' });
    expect(await actionNow('9"/ä 1')).toMatchObject({ rating: 'Green' });
  });

  it('given two hundred actions, when every field of each is filled in, then all of it is recorded at once', async () => {
    const refs = Array.from({ length: 200 }, (_, index) => `a${index + 1}`);
    await appendEvents(desk, streamOf('plan', harbour), eventsFrom(1000, ...refs.map(anAction)));
    const filling = Object.fromEntries(
      refs.flatMap((ref) => [
        [`rating-${ref}`, 'Red'],
        [`note-${ref}`, `What was said of ${ref}.`],
        [`why-${ref}`, `Why of ${ref}`],
      ]),
    );
    expect(await fill({ do: 'record', ...filling })).toMatchObject({ _tag: 'Redirect' });
    const events = await recorded();
    expect(events).toHaveLength(400);
    expect(new Set(events.map(({ commandId }) => commandId)).size).toBe(1);
  });
});
