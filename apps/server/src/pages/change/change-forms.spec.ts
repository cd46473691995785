import {
  actionDetails,
  type ActionDetails,
  type Principal,
  resolveQuestion,
  streamOf,
} from '@trackrecord/application';
import { AccessId, PartyId, PlanId, type Role, SignInName } from '@trackrecord/domain';
import { CommandId, LocalDate } from '@trackrecord/kernel';
import { livedInHarbour, must, rightOf } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../desk.ts';
import {
  browserOf,
  type Came,
  type Filling,
  type TestBrowser,
  visitorAs,
} from '../../testing/test-browser.ts';
import { formIn } from '../../testing/form-in.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { actionRoutes } from '../action/action-routes.ts';

const harbour = must(PlanId)('harbour');

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

const keeper = somebody('p-keeper', 'Rhoda Keeper', 'manager');
const farrow = somebody('p-farrow', 'Ivo Farrow', 'owner');
const reader = somebody('p-tide', 'Corin Vale', 'reader');

const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const at = (form: string, ref = '27'): string => `/plans/harbour/actions/${ref}/${form}`;

describe('change forms', () => {
  let desk: Desk;
  let manager: TestBrowser;
  let other: TestBrowser;

  beforeEach(async () => {
    const data = await livedInHarbour();
    const counted = { commands: 0 };
    desk = await testDesk(data, {
      ids: {
        ...data.ids,
        // Notes and requests are named after the beginning of such an id.
        commandId: () => {
          counted.commands += 1;
          const first = counted.commands.toString(16).padStart(8, '0');
          return must(CommandId)(`${first}-3333-4333-8333-333333330000`);
        },
      },
    });
    manager = browserOf(desk, actionRoutes, visitorAs(keeper));
    other = browserOf(desk, actionRoutes, visitorAs(somebody('p-farrow', 'Ivo Farrow', 'manager')));
  });

  const detailsOf = async (ref = '27', asOf?: string): Promise<ActionDetails> => {
    rightOf(await desk.views.catchUp()());
    const question = asOf === undefined ? {} : { asOf: must(LocalDate)(asOf) };
    return rightOf(actionDetails(desk)(rightOf(resolveQuestion(desk)(harbour, question)), ref));
  };

  const said = async (): Promise<ReadonlyArray<readonly [string, unknown]>> => {
    const recorded = rightOf(
      await desk.log.readStream(streamOf('plan', harbour), { direction: 'forwards' })(),
    );
    return recorded
      .filter(({ event }) => event.channel === 'web')
      .map(({ event }) => [event.type, event.data]);
  };

  const errorsOf = (came: Came): ReadonlyArray<readonly [string, string]> =>
    came._tag === 'Page' ? came.errors.map(({ field, message }) => [field, message]) : [];

  const noticeOf = (came: Came): string | undefined =>
    came._tag === 'Redirect' ? came.notice?.text : undefined;

  describe('what is accepted', () => {
    type Accepted = Readonly<{
      form: string;
      ref?: string;
      filling: Filling;
      becomes: Partial<Record<keyof ActionDetails, unknown>>;
      says: string;
    }>;

    const accepted: ReadonlyArray<Accepted> = [
      {
        form: 'rate',
        filling: { rating: 'Red', why: 'No site yet' },
        becomes: { rating: 'Red' },
        says: 'Action 27 is rated Red.',
      },
      {
        form: 'rate',
        filling: { rating: 'none' },
        becomes: { rating: 'Not rated' },
        says: 'Action 27 is not rated.',
      },
      {
        form: 'note',
        filling: { text: 'A fourth school has agreed.' },
        becomes: {
          notes: [
            { note: 'n-1', text: 'Three schools have agreed.', on: '2026-03-31' },
            {
              note: like(/^n-/u),
              text: 'A fourth school has agreed.',
              on: '2026-06-30',
            },
          ],
        },
        says: 'A note was added to action 27.',
      },
      {
        form: 'answer',
        filling: { news: 'news', text: 'All are open.', rating: 'Green' },
        becomes: {
          rating: 'Green',
          requests: [expect.objectContaining({ request: 'r-1', state: 'given' })],
        },
        says: 'The update on action 27 is recorded, and its rating: Green.',
      },
      {
        form: 'answer',
        filling: { news: 'none' },
        becomes: {
          rating: 'Amber',
          lastUpdatedOn: '2026-06-30',
          requests: [expect.objectContaining({ request: 'r-1', state: 'given' })],
        },
        says: 'Action 27: nothing has changed, still Amber.',
      },
      {
        form: 'ask',
        ref: '14',
        filling: { other: 'p-tide', words: 'Where do we stand?', due: '31/7/2026' },
        becomes: {
          requests: [
            {
              request: like(/^r-/u),
              of: [{ id: 'p-tide', name: 'TIDE' }],
              words: 'Where do we stand?',
              state: 'open',
              askedOn: '2026-06-30',
              dueOn: '2026-07-31',
            },
          ],
        },
        says: 'An update on action 14 was asked of TIDE.',
      },
      {
        form: 'waive',
        filling: {},
        becomes: { requests: [expect.objectContaining({ request: 'r-1', state: 'waived' })] },
        says: 'The request for an update on action 27 is no longer needed.',
      },
      {
        form: 'assign',
        ref: '14',
        filling: { owner: 'p-tide', role: 'support' },
        becomes: { owners: [{ party: 'p-tide', name: 'TIDE', role: 'support' }] },
        says: 'TIDE supports action 14.',
      },
      {
        form: 'assign',
        ref: '14',
        filling: { name: 'Harbour Rowing Club', kind: 'organisation', role: 'lead' },
        becomes: {
          owners: [{ party: like(/^p-/u), name: 'Harbour Rowing Club', role: 'lead' }],
        },
        says: 'Harbour Rowing Club leads action 14.',
      },
      {
        form: 'release',
        filling: { owner: 'p-tide' },
        becomes: { owners: [{ party: 'p-farrow', name: 'Ivo Farrow', role: 'lead' }] },
        says: 'TIDE is no longer an owner of action 27.',
      },
      {
        form: 'move',
        filling: { place: 'priority:3' },
        becomes: { under: { priority: '3', theme: null, enabler: null, results: [] } },
        says: 'Action 27 stands under priority 3.',
      },
      {
        form: 'move',
        filling: { place: 'enabler:A' },
        becomes: { under: { priority: null, theme: null, enabler: 'A', results: [] } },
        says: 'Action 27 stands under enabler A.',
      },
      {
        form: 'reword',
        filling: { title: 'Open school grounds at weekends\r\nand in the holidays' },
        becomes: { title: 'Open school grounds at weekends\nand in the holidays' },
        says: 'Action 27 was reworded.',
      },
      { form: 'close', filling: {}, becomes: { status: 'closed' }, says: 'Action 27 is closed.' },
      {
        form: 'withdraw',
        filling: {},
        becomes: { status: 'withdrawn' },
        says: 'Action 27 is withdrawn.',
      },
      {
        form: 'timescale',
        filling: { timescale: 'by December 2026', earliest: '', latest: '' },
        becomes: { timescale: { asWritten: 'by December 2026', latest: '2026-12-31' } },
        says: 'Action 27 is to be done: by December 2026.',
      },
      {
        form: 'timescale',
        filling: { timescale: 'Autumn', earliest: '1/9/2026', latest: '30/11/2026' },
        becomes: {
          timescale: { asWritten: 'Autumn', earliest: '2026-09-01', latest: '2026-11-30' },
        },
        says: 'Action 27 is to be done: Autumn.',
      },
      {
        form: 'no-timescale',
        filling: {},
        becomes: { timescale: null },
        says: 'Action 27 has no timescale any more.',
      },
      {
        form: 'refer',
        ref: '14',
        filling: { to: '27' },
        becomes: {
          crossReferences: [{ link: like(/^l-/u), asWritten: 'See action 27', to: 'action 27' }],
        },
        says: 'Action 14 refers to “See action 27”.',
      },
      {
        form: 'unrefer?link=l-1',
        filling: {},
        becomes: { crossReferences: [] },
        says: 'Action 27 does not refer to “See action 14” any more.',
      },
      {
        form: 'replace-note?note=n-1',
        filling: { text: 'Four schools have agreed.' },
        becomes: {
          notes: [
            {
              note: like(/^n-/u),
              text: 'Four schools have agreed.',
              on: '2026-06-30',
            },
          ],
        },
        says: 'A note on action 27 was replaced.',
      },
      {
        form: 'withdraw-note?note=n-1',
        filling: {},
        becomes: { notes: [] },
        says: 'A note on action 27 was withdrawn.',
      },
    ];

    it.each(accepted)(
      'given $form with $filling, when it is sent, then it is so, and said',
      async ({ form, ref = '27', filling, becomes, says }) => {
        const came = await manager.send(at(form, ref), filling);
        expect(came).toMatchObject({
          _tag: 'Redirect',
          to: `/plans/harbour/actions/${ref}`,
          notice: { kind: 'success', text: says },
        });
        expect(await detailsOf(ref)).toMatchObject(becomes);
      },
    );

    it('given a closed action, when it is reopened, then it is open', async () => {
      await manager.send(at('close'), { effectiveOn: '1/6/2026' });
      const came = await manager.send(at('reopen'), { why: 'The gate broke' });
      expect(noticeOf(came)).toBe('Action 27 is open.');
      expect((await detailsOf()).status).toBe('open');
    });

    it('given who, why, since when and on whose word, then the log says each of them', async () => {
      await manager.send(at('rate'), {
        rating: 'Red',
        why: 'No site yet',
        effectiveOn: '1 June 2026',
        onWordOf: 'p-farrow',
      });
      const recorded = rightOf(
        await desk.log.readStream(streamOf('plan', harbour), {
          direction: 'backwards',
          limit: 1,
        })(),
      );
      expect(recorded[0]?.event).toMatchObject({
        type: 'RatingChanged',
        data: { action: '27', rating: 'Red' },
        effectiveOn: '2026-06-01',
        recordedBy: { party: 'p-keeper', verified: true },
        channel: 'web',
        onWordOf: 'p-farrow',
        why: 'No site yet',
      });
    });

    it('given a date in the past, then it is explained', async () => {
      const came = await manager.send(at('rate'), { rating: 'Red', effectiveOn: '1/6/2026' });
      expect(noticeOf(came)).toBe(
        'Action 27 is rated Red. Recorded today, true since 1 June 2026.',
      );
    });

    it('given a date before what was said for a later one, then it says that the later still counts', async () => {
      const came = await manager.send(at('rate'), { rating: 'Red', effectiveOn: '1/2/2026' });
      expect(noticeOf(came)).toBe(
        'Action 27 is rated Red. Recorded today, true since 1 February 2026. What was recorded for a later date still counts today.',
      );
      expect((await detailsOf()).rating).toBe('Amber');
      expect((await detailsOf('27', '2026-02-15')).rating).toBe('Red');
    });

    it('given what is so on that date already, then it says so kindly and records nothing', async () => {
      const came = await manager.send(at('rate'), { rating: 'Amber', effectiveOn: '31/3/2026' });
      expect(came).toMatchObject({
        _tag: 'Redirect',
        notice: {
          kind: 'important',
          text: 'Action 27 is Amber on that date already. Nothing was recorded anew.',
        },
      });
      expect(await said()).toEqual([]);
    });
  });

  describe('what brings something into the plan', () => {
    it('given a new action with its place, owner and rating, then it is one command', async () => {
      const came = await manager.send('/plans/harbour/actions/new', {
        ref: '2(i)/4',
        title: 'Light the towpath',
        place: 'theme:2.3',
        owner: 'p-tide',
        rating: 'Amber/Green',
      });
      expect(came).toMatchObject({
        _tag: 'Redirect',
        to: '/plans/harbour/actions/2(i)%2F4',
        notice: { kind: 'success', text: 'Action 2(i)/4 is in the plan.' },
      });
      expect(await detailsOf('2(i)/4')).toMatchObject({
        label: '2(i)/4',
        title: 'Light the towpath',
        under: { priority: '2', theme: '2.3', enabler: null, results: [] },
        owners: [{ party: 'p-tide', name: 'TIDE', role: 'lead' }],
        rating: 'Amber/Green',
      });
      expect((await said()).map(([type]) => type)).toEqual([
        'ActionCreated',
        'OwnerAssigned',
        'RatingChanged',
      ]);
    });

    it('given nothing but a number and words, then it stands under no heading, of nobody, not rated', async () => {
      await manager.send('/plans/harbour/actions/new', { ref: '9', title: 'Paint the sheds' });
      expect(await detailsOf('9')).toMatchObject({
        under: { priority: null, theme: null, enabler: null, results: [] },
        owners: [],
        rating: 'Not rated',
      });
    });

    it.each([
      ['priorities/new', { ref: '4', title: 'Feel safe' }, 'Priority 4 is in the plan.'],
      [
        'themes/new',
        { priority: '3', ref: '3.1', title: 'Young carers' },
        'Theme 3.1 is in the plan.',
      ],
      ['enablers/new', { ref: 'B', title: 'One workforce' }, 'Enabler B is in the plan.'],
      ['priorities/reword', { ref: '2', title: 'Enjoy and achieve' }, 'Priority 2 was reworded.'],
      ['themes/reword', { ref: '2.3', title: 'Places to play' }, 'Theme 2.3 was reworded.'],
      ['enablers/reword', { ref: 'A', title: 'One front door' }, 'Enabler A was reworded.'],
    ])('given %s with %j, then %s', async (form, filling, says) => {
      const came = await manager.send(`/plans/harbour/${form}`, filling);
      expect(came).toMatchObject({
        _tag: 'Redirect',
        to: '/plans/harbour',
        notice: { kind: 'success', text: says },
      });
    });

    it.each([
      ['actions/new', { ref: '27', title: 'Again' }, 422, 'ref'],
      ['actions/new', { ref: '', title: '' }, 400, 'ref'],
      ['actions/new', { ref: '9', title: 'x', place: 'priority:99' }, 422, 'place'],
      ['actions/new', { ref: '9', title: 'x', rating: 'Purple' }, 422, 'rating'],
      ['priorities/new', { ref: '2', title: 'x' }, 422, 'ref'],
      ['themes/new', { ref: '9.1', title: 'x' }, 400, 'priority'],
      ['themes/new', { ref: '9.1', title: 'x', priority: '9' }, 422, 'priority'],
      ['enablers/reword', { title: 'x' }, 400, 'ref'],
    ])(
      'given %s with %j, then it is refused with %i at %s',
      async (form, filling, status, field) => {
        const came = await manager.send(`/plans/harbour/${form}`, filling);
        expect(came).toMatchObject({ _tag: 'Page', status });
        expect(errorsOf(came)[0]?.[0]).toBe(field);
        expect(await said()).toEqual([]);
      },
    );
  });

  describe('what is refused', () => {
    it.each([
      ['rate', { rating: '' }, 400, 'rating', 'Rating: Choose how the action stands.'],
      [
        'rate',
        { rating: 'Purple' },
        422,
        'rating',
        '"Purple" is not a rating of this plan; accepted: Red, Amber, Amber/Green, Green.',
      ],
      [
        'rate',
        { rating: 'Red', effectiveOn: '31/2/2026' },
        400,
        'effectiveOn',
        'When did this become true? “31/2/2026” is not a date that exists. Enter one such as 3/3/2026 or 2026-03-03.',
      ],
      [
        'rate',
        { rating: 'Red', effectiveOn: '1/12/2025' },
        422,
        'effectiveOn',
        'When did this become true? The plan begins on 1 January 2026: enter that date or a later one.',
      ],
      [
        'rate',
        { rating: 'Red', onWordOf: 'p-nobody' },
        422,
        'onWordOf',
        'Nobody is known as "p-nobody".',
      ],
      ['note', { text: ' \r\n ' }, 400, 'text', 'Note: Enter the words.'],
      ['answer', { news: '' }, 400, 'news', 'Is there news? Choose one.'],
      ['answer', { news: 'news', text: '' }, 400, 'text', 'News: Enter the words.'],
      [
        'answer',
        { news: 'none', text: 'Much has' },
        400,
        'text',
        'News: You wrote news and chose that nothing has changed. Choose “There is news”, or take the words out.',
      ],
      [
        'answer',
        { news: 'none', rating: 'Red' },
        400,
        'rating',
        'Rating: You chose Red, and that nothing has changed. Choose “There is news”, or leave the rating as it is.',
      ],
      [
        'ask',
        { words: 'Where?', due: 'soon' },
        400,
        'due',
        'By when? “soon” is not a date that exists. Enter one such as 3/3/2026 or 2026-03-03.',
      ],
      ['ask', { words: '' }, 400, 'words', 'What do you ask? Enter the words.'],
      [
        'waive',
        { request: [] },
        400,
        'request',
        'Which request is no longer needed? Choose at least one from the list.',
      ],
      [
        'waive',
        { request: ['r-77'] },
        422,
        'request',
        'That request is not open any more, or was not there on that date. The history of the action says what became of it.',
      ],
      [
        'assign',
        { owner: '' },
        400,
        'owner',
        'Who? Choose somebody from the list, or enter a new name.',
      ],
      [
        'assign',
        { owner: 'p-tide', name: 'TIDE' },
        400,
        'name',
        'Choose somebody from the list, or enter a new name: not both.',
      ],
      [
        'assign',
        { owner: 'p-nobody' },
        422,
        'owner',
        'Nobody is known by the id "p-nobody": register them first.',
      ],
      ['release', { owner: '' }, 400, 'owner', 'Who is no longer its owner? Choose one.'],
      [
        'release',
        { owner: 'p-keeper' },
        422,
        'owner',
        '"Rhoda Keeper" is not an owner of action 27.',
      ],
      [
        'move',
        { place: '' },
        400,
        'place',
        'Say what the action is to stand under: a priority, a theme, an enabler or a result.',
      ],
      ['move', { place: 'theme:9.9' }, 422, 'place', 'There is no theme "9.9" on that date.'],
      ['reword', { title: '' }, 400, 'title', 'Words of the action: Enter the words.'],
      ['timescale', { timescale: '' }, 400, 'timescale', 'When is it to be done? Enter the words.'],
      [
        'timescale',
        { timescale: 'Soon', earliest: '2/9/2026', latest: '1/9/2026' },
        400,
        'latest',
        'Done by: 1 September 2026 is before 2 September 2026. Enter that day or a later one.',
      ],
      [
        'refer',
        {},
        400,
        'words',
        'In which words? Choose an action, or enter what this one refers to.',
      ],
      ['refer', { to: '99' }, 400, 'to', 'To which action? Choose one from the list.'],
      ['unrefer', {}, 400, 'link', 'Which reference? Choose one.'],
      [
        'replace-note?note=n-1',
        {},
        400,
        'text',
        'New words: These are the words that the note has. Change them, or cancel.',
      ],
      [
        'withdraw-note',
        { note: 'n-9' },
        422,
        'note',
        'That note is not there any more, or was not there on that date. The history of the action says what became of it.',
      ],
      ['reopen', {}, 422, 'effectiveOn', 'Action 27 is open already.'],
    ])(
      'given %s with %j, then it is refused with %i at %s: %s',
      async (form, filling, status, field, message) => {
        const came = await manager.send(at(form), filling);
        expect(came).toMatchObject({ _tag: 'Page', status });
        expect(errorsOf(came)).toContainEqual([field, message]);
        expect(await said()).toEqual([]);
      },
    );

    it('given several mistakes, then all of them are told at once, and what was typed is kept', async () => {
      const came = await manager.send(at('answer'), {
        news: 'news',
        text: '',
        effectiveOn: 'yesterday',
        why: 'I was told so',
        onWordOf: 'p-tide',
        rating: 'Red',
      });
      expect(errorsOf(came).map(([field]) => field)).toEqual(['text', 'effectiveOn']);
      expect(formIn(came._tag === 'Page' ? came.html : '', 'change')).toMatchObject({
        news: ['news'],
        rating: ['Red'],
        effectiveOn: ['yesterday'],
        why: ['I was told so'],
        onWordOf: ['p-tide'],
      });
    });

    it('given an action that came into the plan later than the date, then its first date is offered', async () => {
      await manager.send('/plans/harbour/actions/new', {
        ref: '9',
        title: 'Paint the sheds',
        effectiveOn: '1/6/2026',
      });
      const came = await manager.send(at('rate', '9'), { rating: 'Red', effectiveOn: '1/5/2026' });
      expect(errorsOf(came)).toEqual([
        [
          'effectiveOn',
          'When did this become true? Action 9 came into the plan on 1 June 2026: enter that date or a later one.',
        ],
      ]);
    });

    it('given a closed action, when it is rated, then it says to reopen it first, and the form is kept', async () => {
      const form = await manager.open(at('rate'));
      await other.send(at('close'), {});
      const came = await manager.post(at('rate'), { ...form, rating: 'Red' });
      expect(came).toMatchObject({ _tag: 'Page', status: 422 });
      expect(errorsOf(came)[0]?.[1]).toBe('Action 27 is closed: reopen it first.');
    });

    it('given an action that is not there, then it is 404 with those that are', async () => {
      for (const came of [
        await manager.get('/plans/harbour/actions/99/rate'),
        await manager.post('/plans/harbour/actions/99/rate', { rating: 'Red' }),
      ])
        expect(came).toMatchObject({ _tag: 'Page', status: 404 });
    });

    it('given a past date, then the form is not offered, and today is', async () => {
      const came = await manager.get(`${at('rate')}?asOf=2026-03-31`);
      expect(came).toMatchObject({ _tag: 'Page', status: 200 });
      const html = came._tag === 'Page' ? came.html : '';
      expect(html).not.toContain('<form');
      expect(html).toContain(`href="${at('rate')}"`);
    });
  });

  it('given a form that is sent to a past date, then nothing is recorded', async () => {
    const opened = await manager.open(at('rate'));
    const came = await manager.post(`${at('rate')}?asOf=2026-03-31`, { ...opened, rating: 'Red' });
    expect(came._tag === 'Page' && came.html).not.toContain('<form');
    expect(await said()).toEqual([]);
  });

  it('given long words, then what is said of them afterwards is short enough for a cookie', async () => {
    const came = await manager.send(at('refer'), { words: 'later '.repeat(800) });
    expect(noticeOf(came)?.length).toBeLessThanOrEqual(300);
  });

  it('given more words than a note holds, then it says how many that are', async () => {
    const came = await manager.send(at('note'), { text: 'x'.repeat(100_001) });
    expect(errorsOf(came)).toEqual([
      ['text', 'Note: Enter at most 100,000 characters: there are 100,001.'],
    ]);
  });

  describe('a date that is still to come', () => {
    it('given one, then it is asked about before anything is recorded', async () => {
      const came = await manager.send(at('rate'), { rating: 'Green', effectiveOn: '1/9/2026' });
      expect(came).toMatchObject({ _tag: 'Page', status: 422 });
      expect(came._tag === 'Page' && came.html).toContain('1 September 2026 is still to come.');
      expect(await said()).toEqual([]);
    });

    it('given that it is meant, then it is recorded for that day', async () => {
      const came = await manager.send(at('rate'), {
        rating: 'Green',
        effectiveOn: '1/9/2026',
        future: '2026-09-01',
      });
      expect(noticeOf(came)).toBe('Action 27 is rated Green. It counts from 1 September 2026.');
      expect((await detailsOf()).rating).toBe('Amber');
      expect((await detailsOf('27', '2026-09-01')).rating).toBe('Green');
    });

    it('given that another date was meant, then it is asked about again', async () => {
      const came = await manager.send(at('rate'), {
        rating: 'Green',
        effectiveOn: '2/9/2026',
        future: '2026-09-01',
      });
      expect(came).toMatchObject({ _tag: 'Page', status: 422 });
    });
  });

  describe('two people at once', () => {
    it.each([
      ['rate', { rating: 'Red' }, { rating: 'Green' }, 'Amber → Red by Ivo Farrow'],
      ['reword', { title: 'Theirs' }, { title: 'Mine' }, 'Reworded from'],
      ['move', { place: 'priority:3' }, { place: 'enabler:A' }, 'Moved from'],
      [
        'timescale',
        { timescale: 'by May 2027', latest: '' },
        { timescale: 'by June 2027', latest: '' },
        'Timescale changed from',
      ],
      [
        'assign',
        { owner: 'p-farrow', role: 'support' },
        { owner: 'p-farrow', role: 'lead' },
        'from lead owner to supporting owner',
      ],
    ])(
      'given that another sent %s with %j meanwhile, when I send %j, then I am told, and nothing is overwritten',
      async (form, theirs, mine, told) => {
        const opened = await manager.open(at(form));
        expect((await other.send(at(form), theirs))._tag).toBe('Redirect');
        const before = await said();

        const came = await manager.post(at(form), { ...opened, ...mine, why: 'I know better' });
        expect(came).toMatchObject({ _tag: 'Page', status: 409 });
        const html = came._tag === 'Page' ? came.html : '';
        expect(html).toContain('Changed meanwhile');
        expect(html).toContain(told);
        expect(html).toContain('Ivo Farrow');
        expect(formIn(html, 'change')).toMatchObject({ why: ['I know better'] });
        expect(await said()).toEqual(before);

        const again = await manager.post(at(form), { ...formIn(html, 'change'), keep: 'mine' });
        expect(again).toMatchObject({ _tag: 'Redirect', notice: { kind: 'success' } });
        expect(await said()).toHaveLength(before.length + 1);
      },
    );

    it('given that another answered the request meanwhile, when I answer it, then both updates stand', async () => {
      const opened = await manager.open(at('answer'));
      await other.send(at('answer'), { news: 'news', text: 'Two more.' });
      const came = await manager.post(at('answer'), { ...opened, news: 'news', text: 'None.' });
      expect(came).toMatchObject({ _tag: 'Redirect', notice: { kind: 'success' } });
      expect((await detailsOf()).notes.map(({ text }) => text)).toEqual([
        'Three schools have agreed.',
        'Two more.',
        'None.',
      ]);
    });

    it('given that another rated it meanwhile, when I answer with a rating, then I am told', async () => {
      const opened = await manager.open(at('answer'));
      await other.send(at('rate'), { rating: 'Red' });
      const came = await manager.post(at('answer'), {
        ...opened,
        news: 'news',
        text: 'All are open.',
        rating: 'Green',
      });
      expect(came).toMatchObject({ _tag: 'Page', status: 409 });
      const html = came._tag === 'Page' ? came.html : '';
      expect(html).toContain('Amber → Red by Ivo Farrow');
      expect(html).toContain('Green: “All are open.”');
      expect(formIn(html, 'change')).toMatchObject({ text: ['All are open.'], rating: ['Green'] });
    });

    it('given that another changed what an owner does, when I release them, then I am told', async () => {
      const opened = await manager.open(at('release'));
      await other.send(at('assign'), { owner: 'p-tide', role: 'lead' });
      expect(await manager.post(at('release'), { ...opened, owner: 'p-tide' })).toMatchObject({
        _tag: 'Page',
        status: 409,
      });
    });

    it('given that another replaced the note, when I withdraw it, then it says that it is gone', async () => {
      const opened = await manager.open(at('withdraw-note?note=n-1'));
      await other.send(at('replace-note?note=n-1'), { text: 'Four schools have agreed.' });
      const came = await manager.post(at('withdraw-note'), opened);
      expect(came).toMatchObject({ _tag: 'Page', status: 422 });
      expect(errorsOf(came)[0]?.[1]).toContain('That note is not there any more');
    });

    it('given that another waived the request too, then it says that it is not open', async () => {
      const opened = await manager.open(at('waive'));
      await other.send(at('waive'), {});
      const came = await manager.post(at('waive'), opened);
      expect(came).toMatchObject({ _tag: 'Page', status: 422 });
      expect(errorsOf(came)[0]?.[1]).toBe(
        'No update is asked for on action 27: there is nothing to answer or to waive.',
      );
    });

    it('given that another changed something else of the action, then mine is taken', async () => {
      const opened = await manager.open(at('rate'));
      await other.send(at('reword'), { title: 'Theirs' });
      expect(await manager.post(at('rate'), { ...opened, rating: 'Red' })).toMatchObject({
        _tag: 'Redirect',
      });
    });

    it('given that another said the same, then it is nothing new', async () => {
      const opened = await manager.open(at('rate'));
      await other.send(at('rate'), { rating: 'Red' });
      expect(await manager.post(at('rate'), { ...opened, rating: 'Red' })).toMatchObject({
        _tag: 'Redirect',
        notice: { kind: 'important' },
      });
    });
  });

  describe('a form that is sent twice', () => {
    it('given a note, then it is recorded once', async () => {
      const opened = await manager.open(at('note'));
      const filled = { ...opened, text: 'A fourth school has agreed.' };
      const [first, second] = [
        await manager.post(at('note'), filled),
        await manager.post(at('note'), filled),
      ];
      expect(second).toEqual(first);
      expect((await detailsOf()).notes).toHaveLength(2);
    });

    it('given both at the same moment, then it is recorded once', async () => {
      const opened = await manager.open(at('rate'));
      const filled = { ...opened, rating: 'Red' };
      const both = await Promise.all([
        manager.post(at('rate'), filled),
        manager.post(at('rate'), filled),
      ]);
      expect(both.map(({ _tag }) => _tag)).toEqual(['Redirect', 'Redirect']);
      expect(await said()).toEqual([['RatingChanged', { action: '27', rating: 'Red' }]]);
    });

    it('given that it was gone back to and filled in otherwise, then it is another', async () => {
      const opened = await manager.open(at('note'));
      await manager.post(at('note'), { ...opened, text: 'A fourth school has agreed.' });
      await manager.post(at('note'), { ...opened, text: 'And a fifth.' });
      expect((await detailsOf()).notes.map(({ text }) => text)).toEqual([
        'Three schools have agreed.',
        'A fourth school has agreed.',
        'And a fifth.',
      ]);
    });

    it('given two forms with the same words, then both are recorded', async () => {
      await manager.send(at('note'), { text: 'No news.' });
      await manager.send(at('note'), { text: 'No news.' });
      expect((await detailsOf()).notes).toHaveLength(3);
    });
  });

  describe('a wrong entry', () => {
    const ordinalOf = async (type: string): Promise<string> => {
      const stream = rightOf(
        await desk.log.readStream(streamOf('plan', harbour), { direction: 'forwards' })(),
      );
      // Three parties were recorded before the plan.
      return String(3 + stream.findIndex(({ event }) => event.type === type) + 1);
    };

    it('given one, when it is taken back with a reason, then it never held', async () => {
      const ordinal = await ordinalOf('RatingChanged');
      const came = await manager.send(at(`retract?ordinal=${ordinal}`), {
        why: 'Meant action 14',
      });
      expect(came).toMatchObject({
        _tag: 'Redirect',
        to: '/plans/harbour/actions/27#history',
        notice: { kind: 'success', text: `The entry ${ordinal} was taken back.` },
      });
      expect((await detailsOf()).rating).toBe('Not rated');
      const page = await manager.get('/plans/harbour/actions/27');
      const html = page._tag === 'Page' ? page.html : '';
      expect(html).toMatch(/<del[^>]*>Not rated → Amber/u);
      expect(html).toContain(
        'Taken back on 1 July 2026 at 10:00 by Rhoda Keeper, because “Meant action 14”.',
      );
    });

    it('given no reason, then one is asked for', async () => {
      const came = await manager.send(
        at(`retract?ordinal=${await ordinalOf('RatingChanged')}`),
        {},
      );
      expect(came).toMatchObject({ _tag: 'Page', status: 400 });
      expect(errorsOf(came)[0]?.[0]).toBe('why');
    });

    it('given the entry that brought the action, then the form warns, and leads back to the plan', async () => {
      const ordinal = await ordinalOf('ActionCreated');
      const page = await manager.get(at(`retract?ordinal=${ordinal}`, '14'));
      expect(page._tag === 'Page' && page.html).toContain(
        'The action is in the plan by this very entry.',
      );
      const came = await manager.send(at(`retract?ordinal=${ordinal}`, '14'), { why: 'A slip' });
      expect(came).toMatchObject({ _tag: 'Redirect', to: '/plans/harbour' });
    });

    it.each([
      ['no entry', () => Promise.resolve('99999'), 'There is no entry “99999”'],
      ['no number', () => Promise.resolve('x'), 'There is no entry “x”'],
      ['another thing’s entry', () => ordinalOf('PriorityAdded'), 'is not about action 27'],
    ])('given %s, then it is refused', async (_what, entry, message) => {
      const came = await manager.send(at(`retract?ordinal=${await entry()}`), { why: 'A slip' });
      expect(came).toMatchObject({ _tag: 'Page', status: 400 });
      expect(errorsOf(came)[0]?.[1]).toContain(message);
    });

    it('given one that was taken back already, then it says by whom', async () => {
      const address = at(`retract?ordinal=${await ordinalOf('NoteAdded')}`);
      await other.send(address, { why: 'Mine was wrong' });
      const came = await manager.send(address, { why: 'So I think' });
      expect(errorsOf(came)).toEqual([['why', 'This was taken back already, by Ivo Farrow.']]);
    });
  });

  describe('who may', () => {
    const forms = actionRoutes.filter(({ path }) => path.startsWith('/plans/:plan/actions/:ref/'));
    const names = [...new Set(forms.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)))];
    const forOwners = ['rate', 'note', 'answer'];

    it('given the forms, then they are these', () => {
      expect(names.toSorted()).toEqual([
        'answer',
        'ask',
        'assign',
        'close',
        'move',
        'no-timescale',
        'note',
        'rate',
        'refer',
        'release',
        'reopen',
        'replace-note',
        'retract',
        'reword',
        'timescale',
        'unrefer',
        'waive',
        'withdraw',
        'withdraw-note',
      ]);
    });

    it.each(names)('given %s, then a reader may neither open nor send it', async (name) => {
      const browser = browserOf(desk, actionRoutes, visitorAs(reader));
      for (const came of [await browser.get(at(name)), await browser.post(at(name), {})])
        expect(came).toMatchObject({ _tag: 'Failed', failure: { _tag: 'NotAuthorised' } });
    });

    it.each(names)('given %s, then an owner may where it updates what is theirs', async (name) => {
      const browser = browserOf(desk, actionRoutes, visitorAs(farrow));
      const [theirs, others] = [await browser.get(at(name)), await browser.get(at(name, '14'))];
      expect(theirs._tag).toBe(forOwners.includes(name) ? 'Page' : 'Failed');
      expect(others._tag).toBe('Failed');
    });

    it.each(['actions/new', 'priorities/new', 'themes/reword'])(
      'given %s, then nobody but who keeps the plan may',
      async (name) => {
        for (const principal of [reader, farrow]) {
          const browser = browserOf(desk, actionRoutes, visitorAs(principal));
          expect((await browser.get(`/plans/harbour/${name}`))._tag).toBe('Failed');
          expect((await browser.post(`/plans/harbour/${name}`, {}))._tag).toBe('Failed');
        }
      },
    );
  });

  it('given any text, when it is typed and refused, then it comes back as it was, and as nothing but text', async () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '</textarea><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='x",
        '{{ 7 * 7 }}',
        '&lt;b&gt;',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (date, why) => {
        const came = await manager.post(at('note'), {
          text: why,
          effectiveOn: `no date ${date}`,
          why,
          onWordOf: date,
        });
        if (came._tag !== 'Page') throw new Error('a form was due');
        const form = formIn(came.html, 'change');
        expect(form['effectiveOn']).toEqual([`no date ${date}`]);
        expect(form['why']).toEqual([why.replace(/^\r?\n/u, '')]);
        expect(came.html).not.toMatch(/<script|<img/u);
      }),
      { numRuns: 60 },
    );
  });
});
