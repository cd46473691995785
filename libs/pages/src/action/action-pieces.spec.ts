import type { ActionDetails, ActionOwed } from '@trackrecord/application';
import { Text } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { aPlanAnswer, anActionAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { actionFormPath, actionLinks, actionPath } from './action-links.ts';
import { measuresBeside } from './action-measures.ts';
import { neighboursOf } from './action-neighbours.ts';
import { owedSentences } from './action-owed.ts';
import { actionQuery, parseActionParams } from './action-params.ts';
import { headingsOf } from './action-place.ts';
import { referencesFrom, referencesTo } from './action-references.ts';
import { actionRequests } from './action-requests.ts';
import { titleParts } from './title-parts.ts';

const date = must(LocalDate);
const text = must(Text);
const links = actionLinks('harbour', '27', {});

describe('the addresses of an action', () => {
  it.each([
    ['27', '/plans/harbour/actions/27'],
    ['2(i).4', '/plans/harbour/actions/2(i).4'],
    ['7a/b', '/plans/harbour/actions/7a%2Fb'],
    ['50% ?#', '/plans/harbour/actions/50%25%20%3F%23'],
    ['é “1”', '/plans/harbour/actions/%C3%A9%20%E2%80%9C1%E2%80%9D'],
  ])('given the ref %s, then %s', (ref, path) => {
    expect(actionPath('harbour', ref)).toBe(path);
  });

  it('given a form, then what fills it in beforehand is in its query', () => {
    expect(actionFormPath('harbour', '27', 'retract', { ordinal: '12' })).toBe(
      '/plans/harbour/actions/27/retract?ordinal=12',
    );
  });

  it('given dates, then every link keeps them but those to forms, which are of today', () => {
    const dated = actionLinks('harbour', '27', {
      asOf: date('2026-03-31'),
      knownAt: { _tag: 'AtOrdinal', ordinal: must(Ordinal)(7) },
    });
    const kept = 'asOf=2026-03-31&knownAt=7';
    expect(dated.here('?field=rating')).toBe(`/plans/harbour/actions/27?field=rating&${kept}`);
    expect(dated.action('28')).toBe(`/plans/harbour/actions/28?${kept}`);
    expect(dated.within('/targets')).toBe(`/plans/harbour/targets?${kept}`);
    expect(dated.party('p-1')).toBe(`/parties/p-1?${kept}`);
    expect(dated.asIn('q2.txt')).toBe('/plans/harbour/actions/27?asIn=q2.txt');
    expect(dated.form('rate')).toBe('/plans/harbour/actions/27/rate');
  });
});

describe('what an action’s page is asked', () => {
  it.each([
    [{}, ''],
    [{ field: 'rating' }, '?field=rating'],
    [{ confirmed: 'yes', all: 'yes' }, '?confirmed=yes&all=yes'],
    [{ confirmed: 'true', all: '1' }, ''],
  ])('given %j, then the address says it again as "%s"', (typed, query) => {
    expect(actionQuery(parseActionParams(typed))).toBe(query);
  });
});

describe('the words of an action', () => {
  it.each([
    ['Open the grounds', { first: 'Open the grounds', others: [] }],
    ['Open:\r\n  grounds\n\n sheds ', { first: 'Open:', others: ['grounds', 'sheds'] }],
    ['', { first: '', others: [] }],
  ])('given %j, then its heading and its other lines', (title, parts) => {
    expect(titleParts(title)).toEqual(parts);
  });
});

describe('where an action stands', () => {
  const plan = aPlanAnswer([], {
    priorities: [
      {
        ref: '2',
        title: 'Be healthy',
        statement: null,
        outcomes: [],
        stories: [],
        themes: [{ ref: '2.3', title: 'Play' }],
        results: [{ ref: '2(i)', title: 'Children play', measure: null, stories: [] }],
      },
    ],
    enablers: [{ ref: 'A', title: 'One team' }],
  });

  it('given headings of every kind, then each by its name and words, the widest first', () => {
    expect(
      headingsOf(plan, { priority: '2', theme: '2.3', enabler: 'A', results: ['2(i)', '9'] }),
    ).toEqual([
      { subject: 'priority:2', name: 'Priority 2', title: 'Be healthy' },
      { subject: 'theme:2.3', name: 'Theme 2.3', title: 'Play' },
      { subject: 'enabler:A', name: 'Enabler A', title: 'One team' },
      { subject: 'result:2(i)', name: 'Result 2(i)', title: 'Children play' },
      // What is there no longer is still named.
      { subject: 'result:9', name: 'Result 9', title: '' },
    ]);
  });

  it('given indicators and targets, then those of the action and of its headings, the nearest first', () => {
    const beside = measuresBeside(
      {
        ...plan,
        indicators: [
          {
            id: 'ni-1',
            code: 'NI 1',
            title: 'Of the priority',
            under: ['priority:2'],
            baseline: null,
          },
          { id: 'ni-2', code: null, title: 'Of the theme', under: ['theme:2.3'], baseline: '41%' },
          { id: 'ni-3', code: 'NI 3', title: 'Elsewhere', under: ['priority:3'], baseline: null },
        ],
        targets: [
          {
            ref: 't',
            label: 'a',
            words: 'Ten grounds',
            under: 'action:x27',
            status: 'met',
            timescale: { asWritten: text('by May') },
          },
        ],
      },
      { id: 'x27', under: { priority: '2', theme: '2.3', enabler: null, results: [] } },
      links,
    );
    expect(beside).toEqual({
      indicators: [
        {
          words: 'Of the theme',
          name: '',
          href: '/plans/harbour/indicators/ni-2',
          beside: 'Theme 2.3',
          state: 'baseline: 41%',
        },
        {
          words: 'Of the priority',
          name: 'NI 1',
          href: '/plans/harbour/indicators/ni-1',
          beside: 'Priority 2',
          state: '',
        },
      ],
      targets: [
        {
          words: 'Ten grounds',
          name: 'a',
          href: '/plans/harbour/targets',
          beside: 'This action',
          state: 'met, by May',
        },
      ],
    });
  });
});

describe('the actions before and after one', () => {
  const plan = aPlanAnswer(['1', '2', '2(i)', '10'].map((ref) => anActionAnswer(ref)));

  it.each([
    ['1', null, '2'],
    ['2', '1', '2(i)'],
    ['10', '2(i)', null],
    // A withdrawn one, which the plan's list does not hold.
    ['3', '2(i)', '10'],
  ])('given %s, then %s and %s', (ref, previous, next) => {
    const found = neighboursOf(plan, ref);
    expect([found.previous?.ref ?? null, found.next?.ref ?? null]).toEqual([previous, next]);
  });

  it('given the only one, then none', () => {
    expect(neighboursOf(aPlanAnswer([anActionAnswer('1')]), '1')).toEqual({
      previous: null,
      next: null,
    });
  });
});

describe('what is owed', () => {
  const owed = (more: Partial<ActionOwed>): ActionOwed => ({
    about: 'action:27',
    party: null,
    reason: 'overdue',
    since: date('2026-01-01'),
    dueOn: date('2026-04-01'),
    daysOverdue: 90,
    words: null,
    request: null,
    ...more,
  });
  const tide = { id: 'p-1', name: 'TIDE' };
  const farrow = { id: 'p-2', name: 'I. Farrow' };

  it.each<[string, ReadonlyArray<ActionOwed>, ReadonlyArray<string>]>([
    [
      'nobody’s overdue news',
      [owed({})],
      [
        'No news since 1 January 2026; an update is due every 3 months, so it was due on 1 April 2026, 90 days overdue. Nobody owns it, so the plan’s manager answers for it.',
      ],
    ],
    [
      'two who owe the same',
      [owed({ party: tide }), owed({ party: farrow })],
      [
        'No news since 1 January 2026; an update is due every 3 months, so it was due on 1 April 2026, 90 days overdue. TIDE and I. Farrow answer for it.',
      ],
    ],
    [
      'a request with a date',
      [
        owed({
          reason: 'asked',
          party: tide,
          since: date('2026-05-31'),
          dueOn: date('2026-06-29'),
          daysOverdue: 1,
          words: 'How many?',
        }),
      ],
      ['Asked of TIDE on 31 May 2026, due on 29 June 2026, 1 day overdue: “How many?”'],
    ],
    [
      'a request of nobody, not late',
      [
        owed({
          reason: 'asked',
          since: date('2026-06-30'),
          dueOn: date('2026-06-30'),
          daysOverdue: 0,
          words: 'How many?',
        }),
      ],
      ['Asked on 30 June 2026: “How many?”'],
    ],
    [
      'no rating',
      [owed({ reason: 'never rated', party: farrow, daysOverdue: 180 })],
      ['Not rated since it came into the plan on 1 January 2026. I. Farrow answers for it.'],
    ],
    [
      'a last day that is over',
      [
        owed({
          reason: 'timescale passed',
          party: tide,
          since: date('2026-05-31'),
          dueOn: date('2026-05-31'),
          daysOverdue: 30,
        }),
      ],
      [
        'It was to be done by 31 May 2026, 30 days overdue, and is still open. TIDE answers for it.',
      ],
    ],
  ])('given %s, then a sentence', (_what, all, sentences) => {
    expect(owedSentences({ owed: all }, 3)).toEqual(sentences);
  });

  it('given a cadence of one month, then "every month"', () => {
    expect(owedSentences({ owed: [owed({})] }, 1)[0]).toContain('due every month,');
  });
});

describe('cross-references', () => {
  type Reference = ActionDetails['crossReferences'][number];
  const reference = (asWritten: string, to: string | null = null): Reference => ({
    link: 'l-1',
    asWritten,
    to,
  });
  const plan = aPlanAnswer([
    anActionAnswer('1', { crossReferences: [{ asWritten: text('See Action 27') }] }),
    anActionAnswer('14', { knownAs: ['Priority 2 no.15'] }),
    anActionAnswer('140'),
    anActionAnswer('2(i).4', {
      crossReferences: [{ asWritten: text('cf.'), to: text('action 27') }],
    }),
    anActionAnswer('27', { crossReferences: [{ asWritten: text('itself: action 27') }] }),
  ]);

  it.each([
    [reference('See Action 14'), '14'],
    [reference('see action 140, last part'), '140'],
    [reference('Cf. the other one', 'action 2(i).4'), '2(i).4'],
    [reference('Priority 2 no.15'), '14'],
    [reference('Reaction 14'), null],
    [reference('Action 14.2'), null],
    [reference('The county’s transport plan'), null],
  ])('given %j, then it is to action %s', (one, ref) => {
    const [found] = referencesFrom(plan, { ref: '27', crossReferences: [one] }, links, true);
    expect(found).toEqual({
      words: one.asWritten,
      action:
        ref === null
          ? null
          : { text: `Action ${ref}: Do ${ref}`, href: `/plans/harbour/actions/${ref}` },
      removeHref: '/plans/harbour/actions/27/unrefer?link=l-1',
    });
  });

  it('given others that refer to it, then each of them, and not itself', () => {
    expect(
      referencesTo(
        { ...plan, crossReferences: [{ asWritten: text('as Action 27 says') }] },
        { ref: '27', knownAs: [] },
        links,
      ).map(({ words, action }) => [words, action?.href]),
    ).toEqual([
      ['See Action 27', '/plans/harbour/actions/1'],
      ['cf.', '/plans/harbour/actions/2(i).4'],
      ['as Action 27 says', undefined],
    ]);
  });

  it('given nobody who may change it, then nothing is removed', () => {
    const found = referencesFrom(
      plan,
      { ref: '27', crossReferences: [reference('x')] },
      links,
      false,
    );
    expect(found[0]?.removeHref).toBeNull();
  });
});

describe('update requests', () => {
  const request = (name: string, state: 'open' | 'given' | 'waived', askedOn: string) => ({
    request: name,
    of: [],
    words: name,
    state,
    askedOn: date(askedOn),
    dueOn: null,
  });

  it('given several, then what is open first, then the last that was asked, and only what is open can be waived', () => {
    const shown = actionRequests(
      {
        requests: [
          request('first', 'given', '2026-01-31'),
          request('open', 'open', '2026-02-28'),
          request('last', 'waived', '2026-03-31'),
        ],
      },
      links,
      true,
    );
    expect(shown.map(({ words, stateWords, waiveHref }) => [words, stateWords, waiveHref])).toEqual(
      [
        ['open', 'Not answered yet', '/plans/harbour/actions/27/waive?request=open'],
        ['last', 'No longer needed', null],
        ['first', 'Answered', null],
      ],
    );
    expect(shown[0]?.whom).toBe('nobody in particular');
  });
});
