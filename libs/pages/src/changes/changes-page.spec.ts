import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { aPlanAnswer, anActionAnswer, aPriorityAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { Change } from './change-kinds.ts';
import { changesPage, type ChangesPageOf } from './changes-page.ts';

const on = must(LocalDate);
const at = must(Ordinal);

const in1 = { priority: '1', theme: null, enabler: null, results: [] };
const after = aPlanAnswer(
  [
    anActionAnswer('27', { title: 'Open <b>the</b> hall', rating: 'Red', under: in1 }),
    anActionAnswer('28', { title: 'Paint the hall', rating: 'Green' }),
    anActionAnswer('29', { title: 'Sweep the hall' }),
  ],
  { priorities: [aPriorityAnswer('1')] },
);

const changes: ReadonlyArray<Change> = [
  {
    kind: 're-rated',
    ref: '27',
    title: 'Open <b>the</b> hall',
    priority: null,
    from: 'Amber',
    to: 'Red',
  },
  {
    kind: 'slipped',
    ref: '27',
    title: 'Open <b>the</b> hall',
    priority: null,
    from: 'June',
    to: 'July',
  },
  {
    kind: 'silent',
    ref: '28',
    title: 'Paint the hall',
    priority: null,
    from: '2026-03-03',
    to: null,
  },
];

const review = { on: on('2026-03-31'), ordinal: at(59) };

const of: ChangesPageOf = {
  answer: {
    plan: 'harbour',
    from: { on: on('2026-03-31'), ordinal: at(59) },
    to: { on: on('2026-06-30'), ordinal: at(100) },
    counts: {},
    changes,
  },
  before: aPlanAnswer([anActionAnswer('27'), anActionAnswer('28'), anActionAnswer('29')]),
  after,
  from: { asOf: review.on, knownAt: { _tag: 'AtOrdinal', ordinal: review.ordinal } },
  question: {},
  today: on('2026-06-30'),
  kinds: [],
  reviews: [review],
  firstOn: on('2026-01-01'),
  refused: { typed: {}, errors: [] },
  may: { audit: false, manage: false },
};

const shown = (more: Partial<ChangesPageOf> = {}): string =>
  changesPage({ ...of, ...more }).content;

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('the page of changes', () => {
  it('given a review for the first end when it is shown then both ends, and what the board saw', () => {
    const words = wordsOf(shown());
    expect(words).toContain('From 31 March 2026, as the board saw it then');
    expect(words).toContain('to today, 30 June 2026');
  });

  it('given changes when it is shown then counted by kind, by priority, and the silent apart', () => {
    const words = wordsOf(shown());
    expect(words).toContain('1 action changed; 1 silent: open, and without news; 1 as it was.');
    expect(words).toContain('1 rated worse 1 slipped 1 silent');
    expect(words).toMatch(
      /Priority 1: We will do 1 1 action .* 27 .* Rated worse Amber → to Red Slipped June → to July/u,
    );
    expect(words).toMatch(/Silent 1 action .* 28 Paint the hall Green Nobody 3 March 2026/u);
  });

  it('given hostile words when it is shown then they are text', () => {
    expect(shown()).toContain('Open &lt;b&gt;the&lt;/b&gt; hall');
    expect(shown()).not.toContain('<b>the</b>');
  });

  it('given a past date when it is shown then its links stay there', () => {
    const html = shown({ question: { asOf: on('2026-06-01') } });
    expect(html).toContain('href="/plans/harbour/actions/27?asOf=2026-06-01"');
    expect(html).toContain(
      'href="/plans/harbour/changes?from=2026-03-31&amp;fromKnownAt=59&amp;kind=worse&amp;asOf=2026-06-01"',
    );
  });

  it('given one kind when it is shown then that alone, and the way to all', () => {
    const words = wordsOf(shown({ kinds: ['slipped'] }));
    expect(words).toContain('Shown are only those slipped. Show all changes');
    expect(words).not.toContain('Rated worse');
    expect(words).not.toContain('Paint the hall');
  });

  it('given nothing that changed when it is shown then it says so, and what can be done', () => {
    const words = wordsOf(shown({ answer: { ...of.answer, changes: [] } }));
    expect(words).toContain('No action changed; 3 as they were.');
    expect(words).toContain('Nothing changed between these dates');
    expect(words).toContain('The last review before it was on 31 March 2026');
  });

  it('given a kind that did not happen when it is shown then there may be others', () => {
    const words = wordsOf(shown({ kinds: ['closed'] }));
    expect(words).toContain('No such change between these dates');
    expect(words).toContain('0 closed');
  });

  it('given a plan that was not there at first when it is shown then all of it is new', () => {
    expect(wordsOf(shown({ before: null }))).toContain('The plan was not there at the first date');
  });

  it('given a date that was refused when it is shown then as it was typed, with the message', () => {
    const html = shown({
      refused: {
        typed: { from: '31/2/2026' },
        errors: [{ field: 'from', message: 'From: “31/2/2026” is not a date.' }],
      },
    });
    expect(html).toContain('value="31/2/2026"');
    expect(wordsOf(html)).toContain('Error: From: “31/2/2026” is not a date.');
  });

  it('given what a board saw when it is shown then the form does not send its ordinal with other dates', () => {
    const fieldOf = (html: string): string =>
      /<input[^>]*id="fromKnownAt"[^>]*>/u.exec(html)?.[0] ?? '';
    expect(fieldOf(shown())).not.toBe('');
    expect(fieldOf(shown())).not.toContain('59');
    const from = { ...of.from, knownAt: { _tag: 'AtOrdinal', ordinal: at(60) } } as const;
    expect(fieldOf(shown({ from }))).toContain('value="60"');
  });
});
