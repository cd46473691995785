import type { PartnershipsAnswer, PlanSummary } from '@trackrecord/application';
import { Text } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { homePage, type HomePageOf } from './home-page.ts';

const on = must(LocalDate);

const aPlan = (id: string, more: Partial<PlanSummary> = {}): PlanSummary => ({
  id,
  title: `Plan ${id}`,
  period: null,
  status: 'open',
  counts: { actions: 0, byRating: {}, owed: 0 },
  lastUpdatedOn: null,
  ...more,
});

const harbour = aPlan('harbour', {
  title: 'Harbour Plan',
  period: { asWritten: must(Text)('2025 – 2027') },
  counts: { actions: 9, byRating: { Green: 1, Red: 5, Amber: 0, 'Not rated': 3 }, owed: 4 },
  lastUpdatedOn: on('2026-03-03'),
});

const answer = (more: Partial<PartnershipsAnswer> = {}): PartnershipsAnswer => ({
  asOf: on('2026-06-30'),
  ordinal: must(Ordinal)(100),
  partnerships: [],
  others: [],
  ...more,
});

const west = (...plans: ReadonlyArray<PlanSummary>): PartnershipsAnswer =>
  answer({ partnerships: [{ id: 'west', name: 'West', plans }] });

const shown = (of: PartnershipsAnswer, more: Partial<HomePageOf> = {}): string =>
  homePage({ answer: of, question: {}, mayImport: false, mayRead: true, ...more }).content;

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('partnerships and plans', () => {
  it('given a plan, then it says how it stands in words, worst rating first', () => {
    expect(wordsOf(shown(west(harbour)))).toContain(
      'West Plan Actions by rating Updates owed Last update Harbour Plan 2025 – 2027 9 actions: 5 Red, 1 Green and 3 not rated 4 updates owed on Harbour Plan 3 March 2026',
    );
  });

  it('given a title that says the period, then it is not said twice', () => {
    const title = 'Harbour Plan 2025 – 2027';
    expect(wordsOf(shown(west({ ...harbour, title })))).toContain(`${title} 9 actions`);
  });

  it('given a plan without anything, then it says so', () => {
    expect(wordsOf(shown(west(aPlan('moor'))))).toContain('Plan moor 0 actions None None yet');
  });

  it('given closed plans, then they come after the open ones and are told', () => {
    const html = shown(west(aPlan('old', { status: 'closed' }), aPlan('new')));
    expect(wordsOf(html)).toMatch(/Plan new .*Plan old closed/u);
  });

  it('given plans of no partnership, then they stand apart; where all are, they need no such words', () => {
    const others = [aPlan('cove')];
    expect(wordsOf(shown({ ...west(harbour), others }))).toContain('Plans of no partnership');
    expect(wordsOf(shown(answer({ others })))).toContain('All plans');
  });

  it('given dates, then every link keeps them', () => {
    const html = shown(west(harbour), { question: { asOf: on('2026-03-31') } });
    expect(html).toContain('href="/plans/harbour?asOf=2026-03-31"');
    expect(html).toContain('href="/plans/harbour/owed?asOf=2026-03-31"');
  });

  it('given a partnership without plans beside one with some, then it says so', () => {
    const some = answer({
      partnerships: [
        { id: 'east', name: 'East', plans: [] },
        { id: 'west', name: 'West', plans: [harbour] },
      ],
    });
    expect(wordsOf(shown(some))).toContain('East No plans on this date.');
  });

  it('given hostile names, then they are words', () => {
    const evil = '"><script>alert(1)</script>';
    const html = shown(
      answer({
        partnerships: [{ id: 'west', name: evil, plans: [aPlan('x', { title: evil })] }],
      }),
    );
    expect(html).not.toContain('<script>alert');
  });
});

describe('no plans', () => {
  it.each<[Partial<HomePageOf>, string, boolean]>([
    [{ mayImport: true }, 'No plans yet: import the first', true],
    [{}, 'A plan begins when a manager or an administrator imports', false],
    [{ mayRead: false }, 'There is no plan that you may read', false],
    [{ question: { asOf: on('2020-01-01') } }, 'No plan had begun on this date', false],
  ])('given %j, then %s', (more, said, importing) => {
    const html = shown(answer(), more);
    expect(wordsOf(html)).toContain(said);
    expect(html.includes('href="/imports/new"')).toBe(importing);
  });

  it('given a plan, then a manager can still bring in a document, and a reader cannot', () => {
    expect(shown(west(harbour), { mayImport: true })).toContain('href="/imports/new"');
    expect(shown(west(harbour))).not.toContain('/imports/new');
  });
});
