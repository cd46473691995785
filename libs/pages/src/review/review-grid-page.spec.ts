import type { PlanAnswer } from '@trackrecord/application';
import { Instant, LocalDate } from '@trackrecord/kernel';
import { aPlanAnswer, anActionAnswer, aPriorityAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { noErrors } from '../forms/form-errors.ts';
import { rowField, rowFieldIn } from './grid-fields.ts';
import { allActions, gridQuery, parseGridParams } from './grid-params.ts';
import { reviewGridPage, type ReviewGridOf } from './review-grid-page.ts';
import { emptyTypedRow, type TypedRow } from './typed-row.ts';

const on = must(LocalDate);

const hall = anActionAnswer('27', {
  title: 'Open the <hall>\nand the yard',
  rating: 'Red',
  owners: [
    { party: 'p-2', name: 'Tom Okafor', role: 'support' },
    { party: 'p-1', name: 'Asha Bell', role: 'lead' },
  ],
  lastUpdatedOn: on('2026-03-03'),
  updateOwed: true,
  under: { priority: '1', theme: null, enabler: null, results: [] },
  notes: [
    { text: 'Keys are cut.', on: on('2026-02-01') },
    { text: 'The roof leaks & the key is lost.', on: on('2026-03-03') },
  ],
  requests: [
    { of: ['TIDE'], words: 'How wet?', state: 'open', askedOn: on('2026-05-31') },
    { of: ['Nobody New'], words: 'Done?', state: 'given', askedOn: on('2026-01-31') },
  ],
});
const paint = anActionAnswer('28', { title: 'Paint the hall', rating: 'Green' });
const shut = anActionAnswer('29', { title: 'Sell the hall', status: 'closed' });

const plan: PlanAnswer = aPlanAnswer([paint, shut, hall], {
  priorities: [aPriorityAnswer('1', { title: 'We will make room' }), aPriorityAnswer('2')],
});

const shown = (query = '', more: Partial<ReviewGridOf> = {}, answer = plan): string => {
  const typed = new URLSearchParams(query);
  const { params } = parseGridParams((name) => typed.get(name) ?? undefined, answer);
  return reviewGridPage({
    answer,
    may: { audit: true, manage: true },
    shows: { _tag: 'AskedFor', params },
    params,
    typed: { effectiveOn: '30/6/2026', onWordOf: '', rows: new Map() },
    parties: [],
    errors: noErrors,
    meanwhile: new Map(),
    conflict: null,
    savedAt: null,
    csrfToken: 'token',
    formId: 'f-1',
    ...more,
  }).content;
};

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

const filled = (ref: string, row: Partial<TypedRow>): Pick<ReviewGridOf, 'typed'> => ({
  typed: {
    effectiveOn: '30/6/2026',
    onWordOf: '',
    rows: new Map([[ref, { ...emptyTypedRow, ...row }]]),
  },
});

describe('the fields of a review grid', () => {
  it.each(['27', '2(i).4', '9"/ä -1', 'a-b', '100%'])(
    'given the ref %s, then its fields’ names lead back to it',
    (ref) => {
      expect(rowFieldIn(rowField('note', ref))).toEqual({ part: 'note', ref });
    },
  );

  it.each(['rating', 'note-', 'colour-27', 'note-%zz', 'effectiveOn'])(
    'given the name %s, then it is no action’s',
    (name) => {
      expect(rowFieldIn(name)).toBeUndefined();
    },
  );
});

describe('a review grid', () => {
  it('given open actions, then each says how it stands: rating, last words and since when, who answers, what is asked', () => {
    const words = wordsOf(shown());
    expect(words).toContain('2 open actions');
    expect(words).toContain(
      'Priority 1: We will make room Action 27 Open the &lt;hall&gt; and the yard Red Updated 3 March 2026, overdue 3 March 2026: The roof leaks &amp; the key is lost. Asha Bell, Tom Okafor (supports) answer for it. Asked of TIDE on 31 May 2026: “How wet?” Rating Leave as it is Red Amber Green Not rated',
    );
    expect(words).toContain('Action 28 Paint the hall Green No update yet Nobody owns it.');
    expect(words).not.toContain('Sell the hall');
  });

  it('given an action of which nothing is asked, then nothing can be said to be the answer', () => {
    const html = shown();
    expect(html).toContain('name="answers-27"');
    expect(html).not.toContain('name="answers-28"');
  });

  it.each([
    ['party=TIDE', ['27']],
    ['party=Tom Okafor', ['27']],
    ['party=p-1', ['27']],
    ['party=nobody', ['28']],
    ['priority=1', ['27']],
    ['rating=green', ['28']],
    ['owed=yes', ['27']],
    ['owed=yes&rating=Green', []],
    ['', ['27', '28']],
  ])('given %s asked for, then the actions %j', (query, refs) => {
    const html = shown(query);
    expect(
      [...html.matchAll(/<select [^>]*id="rating-([^"]+)"/gu)].map(([, ref]) => ref).sort(),
    ).toEqual(refs);
  });

  it('given what is not accepted, then it is told by its field, and an address holds only what is', () => {
    const typed = new URLSearchParams('party=Nemo&rating=Mauve&priority=7&owed=yes');
    const { params, errors } = parseGridParams((name) => typed.get(name) ?? undefined, plan);
    expect(errors.map(({ field }) => field)).toEqual(['party', 'priority', 'rating']);
    expect(gridQuery(params)).toBe('owed=yes');
    expect(gridQuery(allActions)).toBe('');
  });

  it('given hostile words typed, then nothing of them is read as HTML', () => {
    const nasty = '"></textarea><script>x</script>';
    const html = shown('', {
      ...filled('27', { note: nasty, why: nasty, rating: nasty }),
      errors: [{ field: 'note-27', message: nasty }],
      meanwhile: new Map([['27', [nasty]]]),
      conflict: nasty,
    });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&quot;&gt;&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;</textarea>');
  });

  it('given an error, then its field names it, and says that it is not accepted', () => {
    const html = shown('', {
      errors: [{ field: 'note-27', message: 'Action 27, note: Too long.' }],
    });
    expect(html).toContain('id="note-27-error"');
    expect(html).toMatch(/<textarea [^>]*aria-describedby="note-27-error" aria-invalid="true"/u);
  });

  it('given something filled in for an action that is closed, then it is shown whatever is asked for', () => {
    const words = wordsOf(shown('priority=1', filled('29', { note: 'Sold' })));
    expect(words).toMatch(
      /No longer open: You filled something in for these.*Sell the hall Closed/u,
    );
    expect(wordsOf(shown('', filled('99', { note: 'Gone' })))).toContain('Not in the plan');
  });

  it('given something filled in that is not shown, then it is told, and that it is recorded too', () => {
    expect(wordsOf(shown('priority=1', filled('28', { rating: 'Red' })))).toContain(
      'not shown here, and recorded with the rest: action 28.',
    );
  });

  it('given saved work that others changed something of, then who and what, with the way to it', () => {
    const html = shown('', {
      ...filled('27', { rating: 'Green' }),
      savedAt: must(Instant)('2026-06-29T14:02:00.000Z'),
      meanwhile: new Map([['27', ['Red → Amber by Asha Bell.']]]),
    });
    const words = wordsOf(html);
    expect(words).toContain('saved on 29 June 2026, 3:02pm: 1 action filled in');
    expect(words).toContain('Action 27 : Red → Amber by Asha Bell.');
    expect(html).toContain('href="#rating-27"');
  });

  it.each([
    ['a closed plan', { ...plan, plan: { ...plan.plan, status: 'closed' } }, 'This plan is closed'],
    ['a plan without open actions', aPlanAnswer([shut]), 'This plan has no open actions'],
  ])('given %s, then there is no form, and why', (_, answer, why) => {
    const html = shown('', {}, answer);
    expect(html).toContain(why);
    expect(html).not.toContain('<form');
  });

  it('given a filter that nothing matches, then the form stays, with the way to all', () => {
    const html = shown('owed=yes&rating=Green');
    expect(html).toContain('No open action matches');
    expect(html).toContain('<form');
  });
});
