import type { PlanAnswer } from '@trackrecord/application';
import { Text } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { aPlanAnswer, aPriorityAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { targetsPage, type TargetsPageOf } from './targets-page.ts';
import { parseTargetsShown } from './targets-params.ts';

type Target = PlanAnswer['targets'][number];

const on = must(LocalDate);
const text = must(Text);

const aTarget = (ref: string, more: Partial<Target> = {}): Target => ({
  ...{ ref, label: `${ref}.`, words: `Reach ${ref}`, under: 'priority:2' },
  ...{ status: 'set', timescale: null },
  ...more,
});

const noDate = { raisedOn: on('2026-01-01'), timescale: null };

const plan = (more: Partial<PlanAnswer> = {}): PlanAnswer =>
  aPlanAnswer([], {
    priorities: [
      aPriorityAnswer('1', {
        title: 'Learn',
        results: [
          {
            ref: '1(i)',
            title: 'Fewer days lost',
            measure: {
              baseline: text('640'),
              target: text('400'),
              timescale: { asWritten: text('July 2026') },
            },
            stories: [],
          },
          { ref: '1(ii)', title: 'More joy', measure: null, stories: [] },
        ],
      }),
      aPriorityAnswer('2', { title: 'Be healthy', themes: [{ ref: '2.1', title: 'Worries' }] }),
    ],
    targets: [
      // Due the day before the answer's date; the next one on that very day.
      aTarget('2a', { timescale: { asWritten: text('by spring'), latest: on('2026-06-29') } }),
      aTarget('2b', { timescale: { asWritten: text('by June'), latest: on('2026-06-30') } }),
      aTarget('2c', { status: 'met' }),
      aTarget('2d', { status: 'dropped', under: 'theme:2.1' }),
    ],
    dataNeeds: [
      { ref: 'd-1', words: 'By ward', under: 'target:2a', status: 'raised', ...noDate },
      { ref: 'd-2', words: 'By school', under: 'priority:1', status: 'met', ...noDate },
    ],
    ...more,
  });

const shown = (more: Partial<TargetsPageOf> = {}): string =>
  targetsPage({
    answer: plan(),
    question: {},
    may: { audit: false, manage: false },
    mayChange: false,
    shown: 'all',
    errors: [],
    ...more,
  }).content;

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

const rowOf = (html: string, id: string): string =>
  wordsOf(new RegExp(`<tr[^>]*id="${id}"[\\s\\S]*?</tr>`, 'u').exec(html)?.[0] ?? '').trim();

describe('targets and data needs', () => {
  it('given some of each, then how many stand how', () => {
    expect(wordsOf(shown())).toContain(
      '4 targets: 2 open, 1 met and 1 dropped. 2 data needs: 1 open and 1 met.',
    );
    const open = plan({ targets: [aTarget('2a'), aTarget('2b')], dataNeeds: [] });
    expect(wordsOf(shown({ answer: open }))).toContain('2 targets, all open. No data needs.');
    const one = plan({ targets: [aTarget('2a')], dataNeeds: [] });
    expect(wordsOf(shown({ answer: one }))).toContain('1 target, open. No data needs.');
  });

  it.each([
    ['target-2a', '2a Reach 2a Priority 2 by spring Open, date has passed'],
    ['target-2b', '2b Reach 2b Priority 2 by June Open'],
    ['target-2c', '2c Reach 2c Priority 2 Not said Met'],
    ['target-2d', '2d Reach 2d Theme 2.1 Worries Not said Dropped'],
    ['data-need-d-1', 'By ward Target 2a Reach 2a Not said Needed'],
    ['data-need-d-2', 'By school Priority 1 Not said Met'],
  ])('given %s, then its line says so', (id, line) => {
    expect(rowOf(shown(), id)).toBe(line);
  });

  // As of 30 June 2026.
  it.each([
    ['2026-06-29', 'Needed, date has passed'],
    ['2026-06-30', 'Needed'],
  ])('given data that is wanted by %s, then by when, and “%s”', (latest, state) => {
    const timescale = { asWritten: text('by the board meeting'), latest: on(latest) };
    const need = { ref: 'd-1', words: 'By ward', under: 'target:2a', status: 'raised' } as const;
    const answer = plan({ dataNeeds: [{ ...need, raisedOn: on('2026-01-01'), timescale }] });
    expect(rowOf(shown({ answer }), 'data-need-d-1')).toBe(
      `By ward Target 2a Reach 2a by the board meeting ${state}`,
    );
  });

  it('given a priority, then results that are measured stand with what is wanted, the others do not', () => {
    const words = wordsOf(shown());
    expect(words).toContain('Result 1(i) Fewer days lost from 640 to 400, July 2026');
    expect(words).not.toContain('More joy');
    // Each stands under the priority of what it is of.
    expect(words).toMatch(/Priority 1: Learn .*By school.*Priority 2: Be healthy .*By ward/u);
  });

  it.each<[TargetsPageOf['shown'], ReadonlyArray<string>]>([
    ['all', ['target-2a', 'target-2b', 'target-2c', 'target-2d', 'data-need-d-1', 'data-need-d-2']],
    ['open', ['target-2a', 'target-2b', 'data-need-d-1']],
    ['met', ['target-2c', 'data-need-d-2']],
    ['dropped', ['target-2d']],
  ])('given that %s are asked for, then those are shown', (status, ids) => {
    const html = shown({ shown: status });
    expect([...html.matchAll(/<tr[^>]*id="([^"]*)"/gu)].map(([, id]) => id).toSorted()).toEqual(
      ids.toSorted(),
    );
  });

  it('given who may change them, then each way that is open to them; on a past date none, and where it is', () => {
    const html = shown({ may: { audit: true, manage: true }, mayChange: true });
    const changes = [...html.matchAll(/href="([^"]*\/(?:targets|data-needs)\/[^"]*)"/gu)].map(
      ([, href = '']) => href.replace('/plans/harbour/', ''),
    );
    expect(changes).toEqual([
      'targets/new',
      'data-needs/new',
      'data-needs/d-2/again',
      ...['targets/2a/met', 'targets/2a/dropped', 'targets/2a/reword'],
      ...['targets/2b/met', 'targets/2b/dropped', 'targets/2b/reword'],
      ...['targets/2c/dropped', 'targets/2c/reword'],
      'targets/2d/again',
      'data-needs/d-1/met',
    ]);
    const past = shown({
      may: { audit: true, manage: true },
      question: { asOf: on('2026-03-31') },
    });
    expect(past).not.toContain('/targets/2a/');
    expect(past).toContain('href="/plans/harbour/targets">Change them as they stand today');
    expect(past).toContain('href="/plans/harbour/targets?status=open&amp;asOf=2026-03-31"');
    expect(shown()).not.toContain('as they stand today');
  });

  it('given none, then what can be done; given none of a kind, then the way to all', () => {
    const none = plan({ priorities: [], targets: [], dataNeeds: [] });
    const may = { audit: true, manage: true };
    const html = shown({ answer: none, may, mayChange: true });
    expect(wordsOf(html)).toContain('The plan has no targets and no data needs yet');
    expect(html).toContain('href="/plans/harbour/targets/new"');
    const met = plan({ targets: [], dataNeeds: [] });
    expect(wordsOf(shown({ answer: met, shown: 'met' }))).toContain('Nothing here is met yet');
  });

  it('given hostile words, then they are words', () => {
    const evil = plan({ targets: [aTarget('2a', { words: '"><script>alert(1)</script>' })] });
    expect(shown({ answer: evil, mayChange: true })).not.toContain('<script>alert');
  });
});

describe('which targets an address asks for', () => {
  it.each([
    [undefined, 'all', []],
    ['open', 'open', []],
    ['shut', 'all', ['Show: “shut” is not accepted. Choose one of: all, open, met, dropped.']],
  ])('given %s, then %s', (typed, status, messages) => {
    const { shown: read, errors } = parseTargetsShown(typed);
    expect([read, errors.map(({ message }) => message)]).toEqual([status, messages]);
  });
});
