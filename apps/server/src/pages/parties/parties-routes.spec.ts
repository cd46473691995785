import { rememberingStreams } from '@trackrecord/application';
import type { Role } from '@trackrecord/domain';
import { OwnerAssigned, PartyRegistered, PlanRegistered } from '@trackrecord/domain';
import { anAction, aPlan, happened, holding, type Logged } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Accessed } from '../../desk.ts';
import { pageIn, somebodyAs, toldBy, wordsIn } from '../../testing/asking.ts';
import { withCountedIds } from '../../testing/counted-ids.ts';
import { formIn } from '../../testing/form-in.ts';
import {
  browserOf,
  type Filling,
  type TestBrowser,
  visitorAs,
} from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { partiesRoutes } from './parties-routes.ts';

const registered = (name: string, kind = 'person') =>
  happened(PartyRegistered, { kind, name }, '2026-01-15');

const owner = (action: string, party: string) =>
  happened(OwnerAssigned, { action, party, role: 'lead' }, '2026-02-01');

// Today is 30 June 2026.
const log: ReadonlyArray<Logged> = [
  /* 1 */ ['party-p-keeper', registered('Rhoda Keeper')],
  /* 2 */ ['party-p-1', registered('D. Okell')],
  /* 3 */ ['party-p-2', registered('Desmond Okell')],
  /* 4 */ ['party-p-3', registered('Harbour Trust', 'organisation')],
  /* 5 */ ['plan-harbour', aPlan],
  /* 6 */ ['plan-harbour', anAction('1')],
  /* 7 */ ['plan-harbour', anAction('2')],
  /* 8 */ ['plan-harbour', owner('1', 'p-1')],
  /* 9 */ ['plan-harbour', owner('2', 'p-2')],
  /* 10 */ [
    'plan-vale',
    happened(
      PlanRegistered,
      { plan: 'vale', title: 'Vale Plan', timeZone: 'Europe/London' },
      '2026-01-01',
    ),
  ],
  /* 11 */ ['plan-vale', anAction('9')],
  /* 12 */ ['plan-vale', owner('9', 'p-2')],
];

const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe('people and organisations in a browser', () => {
  let as: (role: Role, plan: string | null) => TestBrowser;
  let keeper: TestBrowser;
  let looked: ReadonlyArray<Accessed>;

  beforeEach(async () => {
    const data = await holding(...log);
    looked = [];
    const desk = await testDesk(data, {
      ...withCountedIds(data),
      streams: rememberingStreams(data.log),
      noteAccess: (access) => {
        looked = [...looked, access];
      },
    });
    as = (role, plan) =>
      browserOf(desk, partiesRoutes, visitorAs(somebodyAs('p-keeper', 'Rhoda Keeper', role, plan)));
    keeper = as('manager', null);
  });

  const words = async (address: string, browser = keeper): Promise<string> =>
    wordsIn(await browser.get(address));

  it('given everybody, then what each does in the plans that whoever asks may read', async () => {
    expect(await words('/parties')).toMatch(
      /Desmond Okell person Action 2 Harbour Children’s Plan Action 9 Vale Plan /u,
    );
    const harbour = await words('/parties', as('reader', 'harbour'));
    expect(harbour).toMatch(/Desmond Okell person Action 2 /u);
    expect(harbour).not.toContain('vale');
    expect(harbour).not.toContain('Compare and merge');
  });

  it('given a party, then its page; that it was looked at is noted, with who and by which request', async () => {
    const page = await words('/parties/p-2');
    expect(page).toMatch(/Desmond Okell .*Harbour Children’s Plan .*Vale Plan/u);
    expect(page).toContain('D. Okell (an initial for the first name)');
    expect(looked).toEqual([{ who: 'p-keeper', what: 'party p-2', request: 'r-1' }]);
    const harbour = await words('/parties/p-2', as('reader', 'harbour'));
    expect(harbour).not.toContain('Vale Plan');
    expect(harbour).not.toContain('History of the name');
    expect(looked).toHaveLength(2);
  });

  it('given a past date, then what was so then, links that stay there, and no changes', async () => {
    const came = await keeper.get('/parties/p-1?asOf=2026-01-31');
    expect(wordsIn(came)).toContain('leads, supports and owes nothing');
    expect(wordsIn(came)).toContain('A past date can be read and not changed.');
    expect(pageIn(came).html).not.toContain('/rename');
    expect(await words('/parties/p-1/rename?asOf=2026-01-31')).toContain(
      'A past date can be read and not changed.',
    );
  });

  it.each(['p-999', 'Nobody'])('given %s, then there is nobody', async (id) => {
    expect(toldBy(await keeper.get(`/parties/${id}`))).toEqual(['Missing']);
    expect(looked).toEqual([]);
  });

  describe('a merger', () => {
    const both = '/parties/p-1/merge?into=p-2';

    it('given whom to merge, then the likely ones first, then both side by side', async () => {
      expect(await words('/parties/p-1/merge')).toContain('Desmond Okell (an initial');
      const page = await words(both);
      expect(page).toContain('Is D. Okell the same as Desmond Okell?');
      expect(page).toContain('D. Okell leads 1 action. Desmond Okell leads 2 actions.');
      expect(looked.map(({ what }) => what)).toEqual([
        ...['party p-1', 'party p-1', 'party p-2', 'party p-1', 'party p-2'],
      ]);
    });

    it.each(['', 'p-1', 'p-999'])(
      'given "%s" to merge into, then it is asked again',
      async (into) => {
        expect(toldBy(await keeper.get(`/parties/p-1/merge?into=${into}`))[0]).toBe('400');
      },
    );

    it('given that it is said, then they are one everywhere; taken back, they are two again', async () => {
      expect(toldBy(await keeper.send(both, { why: 'Met him' }))).toEqual([
        '/parties/p-2',
        'D. Okell is Desmond Okell from now on.',
      ]);
      expect(toldBy(await keeper.get('/parties/p-1'))).toEqual(['/parties/p-2', '']);
      const merged = await words('/parties/p-2');
      expect(merged).toContain('Also known as D. Okell');
      expect(merged).toMatch(/D\. Okell: Merged into Desmond Okell .*because “Met him”/u);
      expect(await words('/parties')).toMatch(
        /Desmond Okell person also known as D\. Okell Action 1 /u,
      );
      const undo = '/parties/p-1/retract?ordinal=13';
      expect(toldBy(await keeper.send(undo, { why: 'Father and son' }))).toEqual([
        '/parties/p-1',
        'The merger is undone: D. Okell stands for themselves again.',
      ]);
      expect(await words('/parties/p-1')).toContain('Harbour Children’s Plan');
      expect(toldBy(await keeper.send(undo, { why: 'Again' }))).toEqual([
        '400',
        'why: This was taken back already, by Rhoda Keeper.',
      ]);
    });

    it('given a person and an organisation, then it warns', async () => {
      expect(await words('/parties/p-1/merge?into=p-3')).toContain(
        'One is a person, the other one is an organisation.',
      );
    });

    it('given who was registered, then that is not taken back', async () => {
      expect(toldBy(await keeper.send('/parties/p-1/retract?ordinal=2', { why: 'Wrong' }))).toEqual(
        [
          '400',
          'why: Who was registered stays, as what was recorded may name them. Merge them with another, or rename them.',
        ],
      );
    });

    it.each<[Role, string | null]>([
      ['manager', 'harbour'],
      ['auditor', null],
      ['reader', null],
      ['owner', null],
    ])('given a %s of %s, then none: a party belongs to the whole log', async (role, plan) => {
      const browser = as(role, plan);
      for (const form of ['merge', 'rename', 'retract'])
        expect(toldBy(await browser.get(`/parties/p-1/${form}`))).toEqual(['NotAuthorised']);
    });

    it('given an administrator, then they may', async () => {
      expect(toldBy(await as('administrator', null).get(both))).toEqual(['200']);
    });
  });

  it.each<[string, Filling, string, RegExp]>([
    [
      'rename',
      { name: 'Desmond Okell-Ward', why: 'Married' },
      'The name is Desmond Okell-Ward.',
      /Known before as Desmond Okell /u,
    ],
    [
      'join',
      { organisation: 'p-3', effectiveOn: '1/5/2026' },
      'Desmond Okell belongs to Harbour Trust. Recorded today, true since 1 May 2026.',
      /Belongs to Harbour Trust/u,
    ],
    [
      'take-role',
      { board: 'Harbour Board', role: 'Chair' },
      'Desmond Okell is Chair, Harbour Board.',
      /Roles on boards Chair, Harbour Board/u,
    ],
  ])(
    'given %s with %j, when it is sent, then it is so, and said',
    async (form, filling, says, shown) => {
      expect(toldBy(await keeper.send(`/parties/p-2/${form}`, filling))).toEqual([
        '/parties/p-2',
        says,
      ]);
      expect(await words('/parties/p-2')).toMatch(shown);
    },
  );

  it('given what somebody joined and took, then they can leave it', async () => {
    await keeper.send('/parties/p-2/join', { organisation: 'p-3' });
    await keeper.send('/parties/p-2/take-role', { board: 'Harbour Board', role: 'Chair' });
    expect(toldBy(await keeper.send('/parties/p-2/leave', {}))).toEqual([
      '/parties/p-2',
      'Desmond Okell does not belong to Harbour Trust any more.',
    ]);
    expect(toldBy(await keeper.send('/parties/p-2/leave-role', {}))).toEqual([
      '/parties/p-2',
      'Desmond Okell is not Chair, Harbour Board, any more.',
    ]);
    expect(await words('/parties/p-2')).toContain('Belongs to None');
  });

  it.each<[string, Filling, ReadonlyArray<string>]>([
    ['rename', { name: ' ' }, ['400', 'name: New name: Enter the words.']],
    [
      'join',
      { organisation: 'p-999' },
      ['400', 'organisation: Which organisation? Choose one from the list.'],
    ],
    [
      'join',
      { organisation: 'p-3', effectiveOn: '1/1/2026' },
      [
        '422',
        'effectiveOn: Desmond Okell is registered since 15 January 2026: enter that date or a later one.',
      ],
    ],
    [
      'join',
      { organisation: 'p-3', effectiveOn: '1/7/2026' },
      [
        '400',
        'effectiveOn: When did this become true? 1 July 2026 is still to come: enter today or an earlier day.',
      ],
    ],
    [
      'leave',
      { effectiveOn: '15/1/2026' },
      ['400', 'organisation: Which organisation? Choose one.'],
    ],
    [
      'leave-role',
      { which: '7', effectiveOn: '15/1/2026' },
      ['400', 'which: Which role? Choose one.'],
    ],
    ['take-role', {}, ['400', 'board: Board: Enter the words.', 'role: Role: Enter the words.']],
  ])('given %s with %j, then it is refused by field', async (form, filling, told) => {
    expect(toldBy(await keeper.send(`/parties/p-2/${form}`, filling))).toEqual(told);
  });

  it('given two who rename one party, then the second is told what the first did', async () => {
    const opened = await keeper.open('/parties/p-2/rename');
    await keeper.send('/parties/p-2/rename', { name: 'Des Okell' });
    const came = await keeper.post('/parties/p-2/rename', { ...opened, name: 'D. M. Okell' });
    expect(toldBy(came)).toEqual(['409']);
    expect(wordsIn(came)).toMatch(
      /Changed meanwhile Renamed from “Desmond Okell” to “Des Okell” by Rhoda Keeper .*Theirs Des Okell, since 30 June 2026 Yours D\. M\. Okell/u,
    );
  });

  describe('somebody new', () => {
    const asha = { kind: 'person', name: 'Asha Bell' };

    it('given who keeps a plan, then they register somebody; sent twice, once', async () => {
      const browser = as('manager', 'vale');
      const form = { ...(await browser.open('/parties/new')), ...asha };
      const told = toldBy(await browser.post('/parties/new', form));
      expect(told).toEqual([like(/^\/parties\/p-/u), 'Asha Bell is registered.']);
      expect(toldBy(await browser.post('/parties/new', form))).toEqual(told);
      expect(await words('/parties?search=asha')).toContain('1 person of 5');
    });

    it('given a name that is known, then only where it is meant', async () => {
      const came = await keeper.send('/parties/new', { kind: 'person', name: 'd okell' });
      expect(toldBy(came)).toEqual([
        '400',
        'name: Name: d okell is known already. If this is somebody else of the same name, tick the box below.',
      ]);
      const meant = { ...formIn(pageIn(came).html, 'change'), another: 'yes' };
      expect(toldBy(await keeper.post('/parties/new', meant))[1]).toBe('d okell is registered.');
    });

    it('given two forms with one new name, sent at once, then one registers and the other is told', async () => {
      const forms = [await keeper.open('/parties/new'), await keeper.open('/parties/new')];
      const came = await Promise.all(
        forms.map((form) => keeper.post('/parties/new', { ...form, ...asha })),
      );
      expect(came.map(toldBy).toSorted()).toEqual([
        [like(/^\/parties\/p-/u), 'Asha Bell is registered.'],
        ['400', like(/^name: Name: Asha Bell is known already/u)],
      ]);
      const told = came.find(({ _tag }) => _tag === 'Page');
      expect(told && wordsIn(told)).toContain('This is somebody else of the same name');
    });

    it('given who keeps no plan, then they may not', async () => {
      for (const role of ['reader', 'owner', 'auditor'] as const)
        expect(toldBy(await as(role, 'harbour').get('/parties/new'))).toEqual(['NotAuthorised']);
      expect(toldBy(await as('reader', 'harbour').get('/parties/p-1/take-role'))).toEqual([
        'NotAuthorised',
      ]);
    });
  });

  it('given an address that asks for what there is not, then it is told', async () => {
    expect(toldBy(await as('reader', 'harbour').get('/parties?plan=vale'))).toEqual([
      '400',
      'plan: Plan: there is no plan “vale” that you may read on this date.',
    ]);
  });
});
