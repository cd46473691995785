import type { RatingHistoryAnswer } from '@trackrecord/application';
import { Rating } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { aPlanAnswer, anActionAnswer, aPriorityAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { historyCounts } from './history-counts.ts';
import { ratedActions } from './rated-actions.ts';
import { ratingHistoryPage, type RatingHistoryPageOf } from './rating-history-page.ts';
import { stretchesInWords, stretchesWithin } from './stretches-in-words.ts';

const on = must(LocalDate);
const rating = must(Rating);

type Stretch = RatingHistoryAnswer['actions'][number]['stretches'][number];

const stretch = (word: string, from: string, to: string | null): Stretch => ({
  rating: word === 'Not rated' ? 'Not rated' : rating(word),
  from: on(from),
  to: to === null ? null : on(to),
});

const action = (
  ref: string,
  stretches: ReadonlyArray<Stretch>,
  more: Partial<RatingHistoryAnswer['actions'][number]> = {},
): RatingHistoryAnswer['actions'][number] => ({
  ref,
  title: `Do <${ref}>`,
  priority: '1',
  status: 'open',
  stretches,
  ...more,
});

// Amber from January to March, then Red; Green from February on, withdrawn on 1 May.
const answer: RatingHistoryAnswer = {
  plan: 'harbour',
  title: 'Harbour',
  asOf: on('2026-06-30'),
  knownAt: null,
  ordinal: must(Ordinal)(100),
  from: on('2026-01-01'),
  scale: ['Red', 'Amber', 'Green'],
  actions: [
    action('1', [stretch('Amber', '2026-01-01', '2026-03-01'), stretch('Red', '2026-03-01', null)]),
    action('2', [stretch('Green', '2026-02-01', '2026-05-01')], { status: 'withdrawn' }),
    action('3', [stretch('Not rated', '2026-01-01', null)], { priority: null }),
  ],
  every: 'month',
  counts: ['2026-01-31', '2026-02-28', '2026-03-31', '2026-06-30'].map((date) => ({
    on: on(date),
    actions: 0,
    byRating: {},
  })),
};

const plan = aPlanAnswer(
  [
    anActionAnswer('1', { under: { priority: '1', theme: null, enabler: null, results: [] } }),
    anActionAnswer('3', { under: { priority: null, theme: null, enabler: 'A', results: [] } }),
  ],
  {
    priorities: [aPriorityAnswer('1'), aPriorityAnswer('2')],
    enablers: [{ ref: 'A', title: 'Train people' }],
  },
);

const shown = (more: Partial<RatingHistoryPageOf> = {}): string =>
  ratingHistoryPage({
    answer,
    plan,
    params: { span: 'all', place: null },
    question: {},
    may: { audit: false, manage: false },
    ...more,
  }).content;

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('stretches of ratings in words', () => {
  it('given stretches that follow each other when they are told then each from when on', () => {
    expect(stretchesInWords(answer.actions[0]?.stretches ?? [])).toBe(
      'Amber from 1 Jan 2026, Red from 1 Mar 2026',
    );
  });

  it('given a stretch that ended, and a gap, when they are told then until when', () => {
    expect(
      stretchesInWords([
        stretch('Green', '2026-02-01', '2026-05-01'),
        stretch('Red', '2026-06-01', null),
      ]),
    ).toBe('Green from 1 Feb 2026 until 1 May 2026, Red from 1 Jun 2026');
  });

  it('given a time when stretches are cut to it then those of which any day is in it', () => {
    const all = answer.actions[0]?.stretches ?? [];
    expect(stretchesWithin(all, on('2026-02-28'), on('2026-02-28'))).toHaveLength(1);
    expect(stretchesWithin(all, on('2026-03-01'), on('2026-06-30'))).toHaveLength(1);
    expect(stretchesWithin(all, on('2026-02-28'), on('2026-03-01'))).toHaveLength(2);
  });
});

describe('where rated actions stand', () => {
  it('given a withdrawn action when its place is asked for then by its priority; others by the plan', () => {
    expect(ratedActions(answer.actions, plan).map(({ place }) => place)).toEqual([
      '1',
      '1',
      'enabler:A',
    ]);
  });
});

describe('how many had which rating', () => {
  it('given actions when they are counted then at each date, those that were there', () => {
    const ratings = ['Red', 'Amber', 'Green', 'Not rated'];
    const { rows, columns } = historyCounts(
      answer,
      ratedActions(answer.actions, plan),
      on('2026-01-01'),
      ratings,
    );
    expect(rows).toEqual([
      { on: '31 January 2026', actions: 2, counts: [0, 1, 0, 1] },
      { on: '28 February 2026', actions: 3, counts: [0, 1, 1, 1] },
      { on: '31 March 2026', actions: 3, counts: [1, 0, 1, 1] },
      { on: '30 June 2026', actions: 2, counts: [1, 0, 0, 1] },
    ]);
    expect(columns.map(({ label }) => label)).toEqual([
      'Jan 2026',
      'Feb 2026',
      'Mar 2026',
      '30 Jun 2026',
    ]);
  });

  it('given more dates than can be told apart when they are drawn then every nth, and the last', () => {
    const many = Array.from({ length: 23 }, (_, index) => ({
      on: on(`2026-01-${String(index + 1).padStart(2, '0')}`),
      actions: 0,
      byRating: {},
    }));
    const { columns, rows } = historyCounts({ ...answer, counts: many }, [], on('2026-01-01'), []);
    // Every third: 23, 20, … 2.
    expect(columns).toHaveLength(8);
    expect(columns.at(-1)?.label).toBe('23 Jan 2026');
    expect(rows).toHaveLength(23);
  });
});

describe('the page of a rating history', () => {
  it('given actions when it is shown then by priority, in pictures and in words, each leading to its action', () => {
    const html = shown({ question: { asOf: answer.asOf } });
    const headings = [...html.matchAll(/<h2[^>]*>([\s\S]*?)<\/h2>/gu)].map(([, inner = '']) =>
      wordsOf(inner).trim(),
    );
    expect(headings).toEqual([
      'How many had which rating',
      'Priority 1: We will do 1 2 actions',
      'Enabler A: Train people 1 action',
    ]);
    expect(wordsOf(html)).toContain(
      '2 Do &lt;2&gt; (withdrawn) Green from 1 Feb 2026 until 1 May 2026',
    );
    const leads = html.match(/href="\/plans\/harbour\/actions\/1\?asOf=2026-06-30"/gu);
    expect(leads).toHaveLength(2);
    expect(html).not.toContain('<2>');
  });

  it('given pictures with links when it is shown then they are groups, and what is drawn is left unread', () => {
    const html = shown();
    const [, picture = ''] =
      /<figure[^>]*aria-label="Ratings of 2[^>]*>(<svg[^>]*>)/u.exec(html) ?? [];
    expect(picture).toContain('role="group"');
    expect(html).toContain('<title>1 Do &lt;1&gt;</title>');
  });

  it('given a priority when it is shown then its actions alone, counted too', () => {
    const words = wordsOf(shown({ params: { span: 'all', place: '1' } }));
    expect(words).toContain('2 actions from 1 January 2026 to 30 June 2026');
    expect(words).not.toContain('Enabler A: Train people');
  });

  it('given a span when it is shown then what lies before it is left out', () => {
    const later = { ...answer, asOf: on('2027-06-30') };
    const words = wordsOf(shown({ answer: later, params: { span: '6-months', place: null } }));
    expect(words).toContain('2 actions from 30 December 2026 to 30 June 2027');
    expect(words).not.toContain('Amber from');
  });

  it('given no action when it is shown then it says so, and what comes next', () => {
    const words = wordsOf(shown({ answer: { ...answer, actions: [] }, plan: aPlanAnswer([]) }));
    expect(words).toContain('No action to show');
    expect(words).not.toContain('How many had which rating');
    const of2 = shown({ params: { span: 'all', place: '2' } });
    expect(of2).toContain('href="/plans/harbour/rating-history">Show the whole history');
  });
});
