import { DataNeedRaised, PartyRegistered, TargetDropped, TargetSet } from '@trackrecord/domain';
import { aPlan, aPriority, aTheme, happened, holding, type Logged } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageIn, somebodyAs, toldBy, wordsIn } from '../../testing/asking.ts';
import { withCountedIds } from '../../testing/counted-ids.ts';
import {
  browserOf,
  type Filling,
  type TestBrowser,
  visitorAs,
} from '../../testing/test-browser.ts';
import { formIn } from '../../testing/form-in.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { targetsRoutes } from './targets-routes.ts';

const target = (ref: string, more: Readonly<Record<string, string>> = {}) =>
  happened(
    TargetSet,
    { target: ref, label: `${ref}.`, words: `Reach ${ref}`, under: 'theme:2.1', ...more },
    '2026-02-01',
  );

// Today is 30 June 2026.
const log: ReadonlyArray<Logged> = [
  ['party-p-keeper', happened(PartyRegistered, { kind: 'person', name: 'Rhoda Keeper' })],
  ['plan-harbour', aPlan],
  ['plan-harbour', aPriority('2')],
  ['plan-harbour', aTheme('2.1', '2')],
  ['plan-harbour', target('2.1a')],
  ['plan-harbour', target('2.1b')],
  ['plan-harbour', happened(TargetDropped, { target: '2.1b' }, '2026-03-01')],
  [
    'plan-harbour',
    happened(
      DataNeedRaised,
      { dataNeed: 'd-1', words: 'By ward', under: 'priority:2' },
      '2026-02-01',
    ),
  ],
];

const plan = '/plans/harbour';
const back = `${plan}/targets`;

describe('targets and data needs in a browser', () => {
  let manager: TestBrowser;
  let reader: TestBrowser;

  beforeEach(async () => {
    const data = await holding(...log);
    const desk = await testDesk(data, withCountedIds(data));
    const as = (role: 'manager' | 'reader') =>
      browserOf(
        desk,
        targetsRoutes,
        visitorAs(somebodyAs('p-keeper', 'Rhoda Keeper', role, 'harbour')),
      );
    manager = as('manager');
    reader = as('reader');
  });

  const words = async (address = back): Promise<string> => wordsIn(await manager.get(address));

  it.each<[string, Filling, string, RegExp]>([
    [
      'targets/new',
      { under: 'priority:2', label: '2c.', words: 'Halve it', timescale: 'by March 2027' },
      'The target is set: Halve it',
      /2c Halve it Priority 2 by March 2027 Open/u,
    ],
    // A target that was dropped may be set anew under its number.
    [
      'targets/new',
      { under: 'priority:2', label: '2.1b', words: 'Try again' },
      'The target is set: Try again',
      /2\.1b Try again Priority 2 Not said Open/u,
    ],
    ['targets/2.1a/met', {}, 'Target 2.1a is met.', /2\.1a Reach 2\.1a .* Met/u],
    [
      'targets/2.1a/dropped',
      { why: 'The county’s own' },
      'Target 2.1a is dropped.',
      /2\.1a Reach 2\.1a .* Dropped/u,
    ],
    [
      'targets/2.1a/reword',
      { words: 'Reach twelve', timescale: 'by 2027' },
      'Target 2.1a was reworded.',
      /2\.1a Reach twelve Theme 2\.1 .* by 2027 Open/u,
    ],
    ['targets/2.1b/again', {}, 'Target 2.1b is open again.', /2\.1b Reach 2\.1b .* Open/u],
    [
      'data-needs/new',
      { under: 'target:2.1a', words: 'How many walk' },
      'The data need is raised: How many walk',
      /How many walk Target 2\.1a Reach 2\.1a Not said Needed/u,
    ],
    [
      'data-needs/new',
      { under: 'target:2.1a', words: 'How many cycle', timescale: 'by May 2026' },
      'The data need is raised: How many cycle',
      /How many cycle Target 2\.1a Reach 2\.1a by May 2026 Needed, date has passed/u,
    ],
    ['data-needs/d-1/met', {}, 'The data is there: By ward', /By ward Priority 2 Not said Met/u],
  ])(
    'given %s with %j, when it is sent, then it is so, and said',
    async (form, filling, says, row) => {
      expect(toldBy(await manager.send(`${plan}/${form}`, filling))).toEqual([back, says]);
      expect(await words()).toMatch(row);
    },
  );

  it('given a date in the past, then it was so from then on, and not before', async () => {
    expect(
      toldBy(await manager.send(`${plan}/targets/2.1a/met`, { effectiveOn: '1/5/2026' })),
    ).toEqual([back, 'Target 2.1a is met. Recorded today, true since 1 May 2026.']);
    expect(await words(`${back}?asOf=2026-05-01`)).toMatch(/2\.1a Reach 2\.1a .* Met/u);
    expect(await words(`${back}?asOf=2026-04-30`)).toContain('2 targets: 1 open and 1 dropped');
  });

  it.each<[string, Filling, ReadonlyArray<string>]>([
    [
      'targets/new',
      { label: 'x'.repeat(81) },
      [
        '400',
        'under: What is it a target of? Choose one from the list.',
        `label: Number: “${'x'.repeat(81)}” is not accepted. Enter one such as 2.3a.`,
        'words: What is to be reached? Enter the words.',
      ],
    ],
    [
      'targets/new',
      { under: 'priority:2', label: '2.1a', words: 'Again' },
      [
        '422',
        'label: The target "2.1a" is there already: choose another name, or change that one.',
      ],
    ],
    [
      'targets/2.1a/dropped',
      {},
      ['400', 'why: Why? Enter a sentence that says why; it will stand in the history.'],
    ],
    [
      'targets/2.1b/met',
      {},
      ['422', 'effectiveOn: Target "2.1b" was dropped: set it again first.'],
    ],
    [
      'data-needs/new',
      { under: 'nothing', words: '' },
      [
        '400',
        'under: What is the data about? Choose one from the list.',
        'words: Which data does the plan lack? Enter the words.',
      ],
    ],
  ])('given %s with %j, then it is refused by field', async (form, filling, told) => {
    expect(toldBy(await manager.send(`${plan}/${form}`, filling))).toEqual(told);
  });

  it('given two who change one target, then the second is told what the first did', async () => {
    const opened = await manager.open(`${plan}/targets/2.1a/reword`);
    await manager.send(`${plan}/targets/2.1a/reword`, { words: 'Reach ten' });
    const mine = { ...opened, words: 'Reach twelve' };
    const came = await manager.post(`${plan}/targets/2.1a/reword`, mine);
    expect(toldBy(came)).toEqual(['409']);
    expect(wordsIn(came)).toMatch(
      /Changed meanwhile .*Reach ten.* Theirs Reach ten, since 30 June 2026 Yours “Reach twelve”/u,
    );
    // Said again, knowing of it.
    const again = { ...formIn(pageIn(came).html, 'change'), keep: 'mine' };
    expect(toldBy(await manager.post(`${plan}/targets/2.1a/reword`, again))).toEqual([
      back,
      'Target 2.1a was reworded.',
    ]);
  });

  it('given a target that is not there, then it is missing', async () => {
    expect(toldBy(await manager.get(`${plan}/targets/9z/met`))).toEqual(['Missing']);
  });

  it('given a past date, then nothing is changed there, and today is one step away', async () => {
    expect(await words(`${plan}/targets/new?asOf=2026-03-31`)).toContain(
      'A past date can be read and not changed.',
    );
  });

  it('given a reader, then the page without its forms, and no form', async () => {
    const came = await reader.get(back);
    expect(wordsIn(came)).toContain('2 targets');
    expect(wordsIn(came)).not.toContain('Set a target');
    expect(toldBy(await reader.get(`${plan}/targets/new`))).toEqual(['NotAuthorised']);
  });

  it('given a status that is none, then it is told and everything shown', async () => {
    expect(toldBy(await manager.get(`${back}?status=shut`))).toEqual([
      '400',
      'status: Show: “shut” is not accepted. Choose one of: all, open, met, dropped.',
    ]);
  });
});
