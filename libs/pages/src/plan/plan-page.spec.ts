import type { PlanAnswer } from '@trackrecord/application';
import { Subject, Text } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { aPlanAnswer, anActionAnswer, aPriorityAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { planChoices } from './plan-choices.ts';
import { planPage, type PlanPageOf } from './plan-page.ts';
import { parsePlanParams } from './plan-params.ts';

const on = must(LocalDate);
const nothing = { audit: false, manage: false };

const shown = (answer: PlanAnswer, query = '', more: Partial<PlanPageOf> = {}): string => {
  const typed = new URLSearchParams(query);
  const { params, errors } = parsePlanParams((name) => typed.getAll(name), planChoices(answer));
  return planPage({
    answer,
    partnership: 'Harbour and Vale',
    lastReview: null,
    question: {},
    params,
    refused: { errors, search: typed.get('search') ?? '' },
    may: nothing,
    mayChange: true,
    ...more,
  }).content;
};

/** What a reader sees: without tags, blanks taken together. */
const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/gu, ' ');

const hrefsOf = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/href="([^"]*)"/gu)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

const withPlan = (more: Partial<PlanAnswer['plan']>): Partial<PlanAnswer> => ({
  plan: { ...aPlanAnswer([]).plan, ...more },
});

const asha = { party: 'p-1', name: 'Asha Bell', role: 'lead' };

const two = [
  anActionAnswer('27', {
    title: 'Open the hall',
    rating: 'Red',
    owners: [{ party: 'p-2', name: 'Tom Okafor', role: 'support' }, asha],
    timescale: { asWritten: must(Text)('by July 2026') },
    lastUpdatedOn: on('2026-03-03'),
    updateOwed: true,
    under: { priority: '1', theme: null, enabler: null, results: [] },
  }),
  anActionAnswer('28', {
    title: 'Paint the hall',
    rating: 'Green',
    status: 'closed',
    lastUpdatedOn: on('2026-06-01'),
    under: { priority: '1', theme: null, enabler: null, results: [] },
  }),
];
const plan = aPlanAnswer(two, {
  priorities: [aPriorityAnswer('1', { title: 'We will make room' }), aPriorityAnswer('2')],
  withdrawn: [{ ref: '3', title: 'Build a second hall' }],
});

describe('the actions of a plan’s page', () => {
  it('given two actions, then each is a row in words: owners, timescale, last update, what it owes', () => {
    const words = wordsOf(shown(plan));
    expect(words).toContain('Priority 1: We will make room 2 actions');
    expect(words).toContain(
      '27 Open the hall Red Asha Bell, Tom Okafor (support) by July 2026 3 March 2026 Overdue since 3 June 2026',
    );
    expect(words).toContain('28 Paint the hall Closed Green Nobody 1 June 2026');
    // What it owes goes on from what is overdue; said alone it begins with a capital.
    const request = {
      of: ['TIDE'],
      words: 'How wet?',
      askedOn: on('2026-05-31'),
      state: 'open',
    } as const;
    const asking = { requests: [request], rating: 'Not rated', updateOwed: true } as const;
    const owing = wordsOf(
      shown(
        aPlanAnswer([
          anActionAnswer('1', { ...asking, lastUpdatedOn: on('2026-03-03') }),
          anActionAnswer('2', { ...asking, lastUpdatedOn: on('2026-06-03') }),
        ]),
      ),
    );
    expect(owing).toContain(
      '3 March 2026 Overdue since 3 June 2026; asked of TIDE on 31 May 2026; never rated',
    );
    expect(owing).toContain('3 June 2026 Asked of TIDE on 31 May 2026; never rated');
    expect(words).toContain('Priority 2: We will do 2 0 actions No actions of its own.');
  });

  it('given a withdrawn action, then it is listed at the end, and counted by itself', () => {
    const words = wordsOf(shown(plan));
    expect(words).toContain('2 actions, and 1 withdrawn');
    expect(words.indexOf('3 Build a second hall')).toBeGreaterThan(words.indexOf('Paint the hall'));
  });

  it.each([
    ['rating=Red', '1 of 2 actions', ['Open the hall'], ['Paint the hall', 'second hall']],
    ['status=withdrawn', '0 of 2 actions, and 1 withdrawn', ['second hall'], ['Paint the hall']],
    ['status=withdrawn&rating=Red', 'No action matches', [], ['second hall', 'Open the hall']],
    ['search=second', '0 of 2 actions, and 1 withdrawn', ['second hall'], ['Open the hall']],
    ['search=BUÍLD', '0 of 2 actions, and 1 withdrawn', ['second hall'], ['Open the hall']],
    ['search=zebra', 'No action matches', ['Show 2 actions'], ['second hall', 'Open the hall']],
  ])('given %s, then %s', (query, said, there, gone) => {
    const words = wordsOf(shown(plan, query));
    expect(words).toContain(said);
    there.forEach((one) => expect(words).toContain(one));
    gone.forEach((one) => expect(words).not.toContain(one));
  });

  it('given groups by owner, then it says that an action may stand twice', () => {
    const words = wordsOf(shown(plan, 'group=owner'));
    expect(words).toContain('an action of several owners stands under each of them');
    expect(words.split('Open the hall')).toHaveLength(3);
  });

  it('given an order, then its column says so to screen readers, and its link turns it round', () => {
    const html = shown(plan, 'sort=rating');
    expect(html).toMatch(/aria-sort="ascending">Rating/u);
    expect(hrefsOf(html)).toContain('/plans/harbour?sort=-rating');
    expect(wordsOf(html)).toContain('Rating worst first');
  });
});

describe('the links of a plan’s page', () => {
  it('given dates, then every link within the plan keeps them, and so does the filter form', () => {
    const question = {
      asOf: on('2026-03-31'),
      knownAt: { _tag: 'AtOrdinal' as const, ordinal: must(Ordinal)(812) },
    };
    const html = shown(plan, 'rating=Red&group=rating', { question });
    const own = hrefsOf(html).filter((href) => href.startsWith('/plans/harbour'));
    expect(own).toContain('/plans/harbour/actions/27?asOf=2026-03-31&knownAt=812');
    expect(own).toContain('/plans/harbour?rating=Red&asOf=2026-03-31&knownAt=812');
    own.forEach((href) => expect(href).toMatch(/asOf=2026-03-31&knownAt=812(#|$)/u));
    expect(html).toContain('<input type="hidden" name="asOf" value="2026-03-31">');
    expect(html).toContain('<input type="hidden" name="group" value="rating">');
    expect(html).not.toContain('<input type="hidden" name="rating"');
  });

  it('given documents, then the plan as in each, by its name or where names repeat by its mark', () => {
    const document = (name: string, sha256: string, date: string) => ({
      name,
      sha256,
      on: on(date),
      blocks: 5,
    });
    const documents = [
      document('q1 & q2.txt', 'a'.repeat(64), '2026-01-01'),
      document('same.txt', 'b'.repeat(64), '2026-02-01'),
      document('same.txt', 'c'.repeat(64), '2026-03-01'),
    ];
    const question = { asOf: on('2026-05-05') };
    const hrefs = hrefsOf(shown({ ...plan, documents }, '', { question }));
    expect(hrefs.filter((href) => href.includes('asIn'))).toEqual([
      `/plans/harbour?asIn=${'c'.repeat(64)}`,
      `/plans/harbour?asIn=${'b'.repeat(64)}`,
      '/plans/harbour?asIn=q1+%26+q2.txt',
    ]);
    expect(hrefs).toContain(`/plans/harbour/documents/${'a'.repeat(64)}?asOf=2026-05-05`);
    expect(hrefs).toContain('/plans/harbour/documents?asOf=2026-05-05');
  });

  it('given refs that need it, then they are encoded', () => {
    const hrefs = hrefsOf(shown(aPlanAnswer([anActionAnswer('2(ii)/4?x')])));
    expect(hrefs).toContain('/plans/harbour/actions/2(ii)%2F4%3Fx');
  });
});

describe('the summary of a plan’s page', () => {
  it('given counts, then each rating leads to its actions', () => {
    const html = shown(plan);
    expect(hrefsOf(html)).toContain('/plans/harbour?rating=Not+rated');
    expect(wordsOf(html)).toContain('1 Red 0 Amber 1 Green 0 Not rated');
    expect(wordsOf(html)).toContain('Updates owed 1 action of 2');
  });

  it('given a debt of the plan itself, then it is told; given none at all, that too', () => {
    const paid = aPlanAnswer([anActionAnswer('27')]);
    expect(wordsOf(shown(paid))).toContain('Updates owed None Last review');
    const owing = { ...paid, counts: { ...paid.counts, owed: 1 } };
    expect(wordsOf(shown(owing))).toContain('Updates owed One, for the plan as a whole');
  });

  it('given a review, then what the board saw is one link away', () => {
    const lastReview = { on: on('2026-03-31'), ordinal: must(Ordinal)(77) };
    const html = shown(plan, '', { lastReview });
    expect(wordsOf(html)).toContain('Last review 31 March 2026 What the board saw');
    expect(hrefsOf(html)).toContain('/plans/harbour?asOf=2026-03-31&knownAt=77');
  });

  it('given who may change the plan, then a review can be held; on a past date not', () => {
    const may = { audit: true, manage: true };
    expect(hrefsOf(shown(plan, '', { may }))).toContain('/plans/harbour/review');
    expect(hrefsOf(shown(plan, '', { may, mayChange: false }))).not.toContain(
      '/plans/harbour/review',
    );
    expect(hrefsOf(shown(plan))).not.toContain('/plans/harbour/review');
  });

  it('given who may change the plan, then what it is made of can be added and reworded; not on a past date, and not once it is closed', () => {
    const may = { audit: true, manage: true };
    const offered = (answer: PlanAnswer, more: Partial<PlanPageOf> = {}) =>
      hrefsOf(shown(answer, '', { may, ...more })).filter((href) => /\/(new|reword)$/u.test(href));
    const bare = { ...plan, priorities: [], enablers: [] };
    expect(offered(bare)).toEqual(
      ['actions', 'priorities', 'enablers'].map((of) => `/plans/harbour/${of}/new`),
    );
    expect(offered({ ...bare, priorities: [aPriorityAnswer('1')] })).toEqual([
      ...['actions', 'priorities', 'themes', 'enablers'].map((of) => `/plans/harbour/${of}/new`),
      '/plans/harbour/priorities/reword',
    ]);
    expect(offered(plan, { mayChange: false })).toEqual([]);
    expect(offered(plan, { may: nothing })).toEqual([]);
    expect(offered({ ...plan, plan: { ...plan.plan, status: 'closed' } })).toEqual([]);
  });

  it.each<[Partial<PlanAnswer['plan']>, string]>([
    [{}, 'Status Open Updates'],
    [{ status: 'closed' }, 'Status Closed Updates'],
    [
      { period: { asWritten: must(Text)('2025/26'), latest: on('2026-06-29') } },
      'Period 2025/26 Status Open, though its period has ended',
    ],
    [
      { period: { asWritten: must(Text)('2025/26'), latest: on('2026-06-30') } },
      'Period 2025/26 Status Open Updates',
    ],
    [
      { status: 'closed', successor: 'harbour-2' },
      'Closed, and carried forward The plan that follows it',
    ],
  ])('given %j, then %s', (more, said) => {
    expect(wordsOf(shown({ ...plan, ...withPlan(more) }))).toContain(said);
  });
});

describe('what a plan says beside its actions', () => {
  const rich = aPlanAnswer([], {
    priorities: [
      aPriorityAnswer('1', {
        statement: 'Every child is safe.',
        outcomes: [
          {
            framework: must(Text)('Every Child Matters'),
            title: must(Text)('Stay safe'),
            basis: 'said',
          },
          {
            framework: must(Text)('County plan'),
            title: must(Text)('Safe homes'),
            basis: 'inferred',
          },
        ],
        stories: ['Few lamps are lit.'],
        themes: [{ ref: '1.1', title: 'By light' }],
        results: [
          {
            ref: '1(i)',
            title: 'Fewer falls',
            measure: { baseline: must(Text)('24'), target: must(Text)('15') },
            stories: [],
          },
        ],
      }),
    ],
    targets: [
      { ref: '1a', label: '1a.', words: 'x', under: 'theme:1.1', status: 'set', timescale: null },
    ],
    narratives: [
      {
        section: 'theme-1-1-how',
        heading: 'How are we doing?',
        under: must(Subject)('theme:1.1'),
        parts: [{ kind: 'text', text: 'Well.' }],
      },
    ],
    glossary: [
      { term: 'CC', meaning: 'Children’s Centre' },
      { term: 'HVP', meaning: '' },
    ],
  });

  it('given all of it, then it stands with its priority', () => {
    const html = shown(rich);
    const words = wordsOf(html);
    expect(words).toContain('Every child is safe.');
    expect(words).toContain('County plan: Safe homes (inferred)');
    expect(words).toContain('Result 1(i) Fewer falls (from 24 to 15)');
    expect(words).toContain('Story behind the baseline Few lamps are lit.');
    expect(words).toContain('See also: 1 target (Priority 1) ; 1.1 How are we doing? (Priority 1)');
    expect(hrefsOf(html)).toContain('/plans/harbour/text#text-theme-1-1-how');
    expect(words).toContain('HVP The document does not say.');
  });

  it('given a filter or other groups, then only actions are shown', () => {
    const words = wordsOf(shown({ ...rich, actions: two }, 'group=rating'));
    expect(words).not.toContain('Every child is safe.');
    expect(words).not.toContain('Glossary');
  });
});

describe('an empty plan, and hostile words', () => {
  it('given no actions, then it says what comes next, and to whom it falls', () => {
    const empty = aPlanAnswer([]);
    expect(wordsOf(shown(empty))).toContain('This plan has no actions yet');
    const may = { audit: true, manage: true };
    expect(hrefsOf(shown(empty, '', { may }))).toContain('/plans/harbour/import');
  });

  it('given hostile words wherever people write, then they are words', () => {
    const evil = '"><script>alert(1)</script>';
    const html = shown(
      aPlanAnswer(
        [
          anActionAnswer(`1${evil}`, {
            title: evil,
            owners: [{ party: 'p-1', name: evil, role: 'lead' }],
            timescale: { asWritten: must(Text)(evil) },
            requests: [{ of: [evil], words: evil, state: 'open', askedOn: on('2026-01-01') }],
            updateOwed: true,
            rating: evil,
            under: { priority: evil, theme: null, enabler: null, results: [evil] },
          }),
        ],
        {
          ...withPlan({ title: evil }),
          priorities: [aPriorityAnswer(evil, { title: evil, statement: evil, stories: [evil] })],
          glossary: [{ term: evil, meaning: evil }],
          withdrawn: [{ ref: evil, title: evil }],
        },
      ),
      '',
      { partnership: evil },
    );
    expect(html).not.toContain('<script>alert');
    expect(
      shown(plan, `search=${encodeURIComponent(evil)}&rating=${encodeURIComponent(evil)}`),
    ).not.toContain('<script>alert');
  });

  it('given a value that is not accepted, then the form comes back open with the message at its field', () => {
    const html = shown(plan, 'rating=Purple');
    expect(html).toMatch(/<details class="app-filter__details" open>/u);
    expect(html).toContain('id="rating-error"');
    expect(wordsOf(html)).toContain('“Purple” is no rating of this plan');
    expect(wordsOf(html)).toContain('2 actions, and 1 withdrawn');
  });
});
