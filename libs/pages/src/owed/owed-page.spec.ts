import type { OwedAnswer } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { aPlanAnswer, anActionAnswer, aPriorityAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { owedShown } from './owed-lines.ts';
import { owedPage } from './owed-page.ts';
import { owedGroupingsOf, type OwedPageOf } from './owed-page-of.ts';
import { parseOwedParams } from './owed-params.ts';

const on = must(LocalDate);
const harbour = must(PlanId)('harbour');
const vale = must(PlanId)('vale');

const debt = (action: string | null, more: Partial<OwedAnswer> = {}): OwedAnswer => ({
  plan: harbour,
  about: action === null ? 'plan' : `action:${action}`,
  action,
  title: action === null ? null : `Do ${action}`,
  party: null,
  reason: 'overdue',
  since: on('2026-01-01'),
  dueOn: on('2026-04-01'),
  daysOverdue: 90,
  words: null,
  request: null,
  ...more,
});

const asha = { id: 'p-1', name: 'Asha <Bell>' };

const debts: ReadonlyArray<OwedAnswer> = [
  debt('10'),
  debt('2', { party: asha, reason: 'asked', words: 'Report needed', daysOverdue: 3 }),
  debt('2', { reason: 'never rated', daysOverdue: 0 }),
];

const plan = aPlanAnswer(
  [
    anActionAnswer('2', { under: { priority: '1', theme: null, enabler: null, results: [] } }),
    anActionAnswer('10'),
  ],
  { priorities: [aPriorityAnswer('1')] },
);

const shown = (query = '', more: Partial<OwedPageOf> = {}): string => {
  const typed = new URLSearchParams(query);
  const of = {
    debts,
    own: new Set<string>(),
    plan: { answer: plan, may: { audit: false, manage: false } },
    ...more,
  };
  const { params, errors } = parseOwedParams(
    (name) => typed.getAll(name),
    owedGroupingsOf(of.plan !== null),
  );
  return owedPage({
    plans: new Map([['harbour', plan]]),
    question: {},
    isToday: true,
    hasPlans: true,
    mayAbout: () => ({ update: true, ask: true }),
    ...of,
    shown: owedShown(of.debts, params, of.own),
    params,
    errors,
  }).content;
};

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

const headingsOf = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<h2[^>]*>([\s\S]*?)<\/h2>/gu)].map(([, inner = '']) => wordsOf(inner).trim());

describe('the page of updates owed', () => {
  it('given debts when it is shown then counted, and by who owes them, nobody last', () => {
    const html = shown();
    expect(wordsOf(html)).toContain('3 updates owed, on 2 actions; 2 overdue, by up to 90 days.');
    expect(wordsOf(html)).toContain('1 asked for and not answered 1 overdue 1 never rated');
    expect(headingsOf(html)).toEqual(['Asha &lt;Bell&gt; 1 update', 'Nobody is named 2 updates']);
    expect(wordsOf(html)).toContain('The plan’s manager answers for these.');
  });

  it('given priorities to group by when it is shown then in the plan’s order, with who owes it', () => {
    const html = shown('group=priority');
    expect(headingsOf(html)).toEqual([
      'Priority 1: We will do 1 2 updates',
      'Under no priority 1 update',
    ]);
    expect(html).toContain('data-label="Owed by"');
  });

  it('given buttons when it is shown then each says of which action it is', () => {
    expect(wordsOf(shown())).toContain('Give an update , action 10');
    expect(shown()).toContain('href="/plans/harbour/actions/2/ask?of=p-1"');
  });

  it('given a filter when it is shown then what is left, what it was, and the way out', () => {
    const html = shown('party=p-1');
    expect(headingsOf(html)).toEqual(['Asha &lt;Bell&gt; 1 update']);
    expect(wordsOf(html)).toContain('Owed by: Asha &lt;Bell&gt;');
    expect(html).toContain('href="/plans/harbour/owed">Clear all');
  });

  it('given a past date when it is shown then it says so, changes nothing, and its links stay there', () => {
    const html = shown('', { question: { asOf: on('2026-06-01') }, isToday: false });
    expect(wordsOf(html)).toContain('3 updates owed then');
    expect(html).not.toContain('Give an update');
    expect(html).toContain('href="/plans/harbour/owed?sort=ref&amp;asOf=2026-06-01"');
  });

  it('given a plan whose period ended when it is shown then what the whole plan owes', () => {
    const ended = debt(null, {
      reason: 'period ended',
      words: 'Close the plan, or carry its actions forward into a successor.',
    });
    const words = wordsOf(shown('', { debts: [ended] }));
    expect(words).toContain(
      'The plan’s period ended on 1 January 2026. Close the plan, or carry its actions forward',
    );
    expect(words).not.toContain('Nobody owes an update');
  });

  it('given data when it is shown then in a section of its own, with the way to where it stands', () => {
    const lacks = { reason: 'target with a gap', words: 'by ***', title: 'Open <ten>' } as const;
    const data = [
      debt(null, { ...lacks, about: 'target:2.1b', daysOverdue: 12 }),
      debt(null, {
        ...{ about: 'indicator:ni-901', title: 'NI 901 Families reached', daysOverdue: 1 },
        ...{ reason: 'no observation', since: on('2026-03-31') },
      }),
      debt(null, {
        ...{ about: 'dataNeed:d-1', title: 'By ward', reason: 'data missing', words: 'By ward' },
        since: on('2026-02-28'),
      }),
    ];
    const html = shown('', { debts: data, question: { asOf: on('2026-04-30') } });
    expect(headingsOf(html)).toEqual(['Data that is owed 3 gaps']);
    const words = wordsOf(html);
    expect(words).toContain(
      'Target Open &lt;ten&gt; The target leaves something open since 1 January 2026: “by ***” 1 January 2026 12 days overdue',
    );
    expect(words).toContain(
      'Indicator NI 901 Families reached A period ended on 31 March 2026, and no value was recorded for it 31 March 2026 1 day overdue',
    );
    expect(words).toContain('Data need By ward It was wanted by 28 February 2026');
    expect(words).toContain(
      '1 left open in a target 1 without a value for a period 1 data past its date',
    );
    expect(html).toContain('href="/plans/harbour/targets?asOf=2026-04-30#target-2-1b"');
    expect(html).toContain('href="/plans/harbour/targets?asOf=2026-04-30#data-need-d-1"');
    expect(html).toContain('href="/plans/harbour/indicators/ni-901?asOf=2026-04-30"');
    expect(words).not.toContain('Nobody owes an update');
    expect(headingsOf(shown())).not.toContain('Data that is owed');
  });

  it('given several plans when it is shown then each line names its plan; by plan each is a group', () => {
    const several = {
      plan: null,
      debts: [...debts, debt('1', { plan: vale })],
      plans: new Map([
        ['harbour', plan],
        ['vale', aPlanAnswer([], { plan: { ...plan.plan, id: 'vale', title: 'Vale Plan' } })],
      ]),
    };
    expect(wordsOf(shown('', several))).toContain('Vale Plan');
    const byPlan = shown('group=plan', several);
    expect(headingsOf(byPlan)).toEqual(['Harbour Children’s Plan 3 updates', 'Vale Plan 1 update']);
    expect(byPlan).toContain('href="/plans/vale/owed"');
  });

  it.each([
    ['', [], 'Nobody owes an update'],
    ['reason=asked', [debt('10')], 'No update that is owed matches'],
    ['whose=mine', debts, 'You owe no update'],
  ])('given %s and nothing to show when it is shown then it says why', (query, some, words) => {
    expect(wordsOf(shown(query, { debts: some }))).toContain(words);
  });

  it('given nobody’s plans, then it does not say that all is well with them', () => {
    const words = wordsOf(shown('', { debts: [], plan: null, hasPlans: false }));
    expect(words).toContain('No plans that you may read yet');
    expect(words).not.toContain('Nobody owes an update');
  });
});
