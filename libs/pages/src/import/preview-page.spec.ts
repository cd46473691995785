import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { DoubtfulBlock } from './block-view.ts';
import { type PreviewPageOf, previewPage } from './preview-page.ts';

const doubt: DoubtfulBlock = {
  block: 3,
  line: 7,
  words: 'MAUVE',
  isCell: true,
  became: [{ words: 'action 27: rating', kind: 'action', ref: '27', field: 'rating' }],
  doubts: ['"MAUVE" is no rating that is known.'],
  hints: [],
  remedies: [{ kind: 'rating', words: 'MAUVE' }],
  isCorrected: false,
};

const preview: PreviewPageOf = {
  place: { plan: 'harbour', title: 'Harbour Plan', may: { audit: true, manage: true } },
  upload: 'u-1',
  name: 'june.txt',
  blocks: 9,
  about: { effectiveOn: '2026-06-30', title: 'Harbour Plan', partnership: null },
  outcome: {
    _tag: 'Planned',
    facts: 2,
    confirmed: 5,
    changes: [],
    takenBack: [],
    sends: [{ name: 'seen', value: 'abc' }],
  },
  titleOf: () => null,
  doubts: [doubt],
  settled: [],
  corrections: [],
  columns: [],
  clashes: [],
  besides: [],
  remarks: [],
  accounted: { fields: 7, narrative: 1, unaccounted: 1 },
  meanwhile: null,
  context: {
    plan: 'harbour',
    upload: 'u-1',
    csrfToken: 'token',
    version: 'v1',
    back: '/plans/harbour/imports/u-1',
    ratings: ['Red', 'Green'],
  },
  names: ['TIDE'],
  errors: [],
};

const html = (more: Partial<PreviewPageOf> = {}): string =>
  previewPage({ ...preview, ...more }).content;

describe('the preview of an upload', () => {
  it('given a doubt, then its words, why, and a choice for each rating', () => {
    const page = html();
    expect(page).toContain('>MAUVE</blockquote>');
    expect(page).toContain('is no rating that is known.');
    expect(page).toContain('action="/plans/harbour/imports/u-1/blocks/3"');
    ['Red', 'Green', 'Not rated'].forEach((rating) => {
      expect(page).toContain(`name="rating" type="radio" value="${rating}"`);
    });
  });

  it('given nothing doubtful, then nothing is said of doubts', () => {
    const hint = { ...doubt, doubts: [], hints: ['A place was left open: “***”.'] };
    const page = html({ doubts: [hint] });
    expect(page).not.toContain('Doubtful places');
    expect(page).not.toContain('href="#doubtful"');
    expect(page).toContain('1 place that could say more');
  });

  it('given more doubts than fit, then the others are a link away', () => {
    const many = Array.from({ length: 63 }, (_, place) => ({ ...doubt, block: place + 1 }));
    const page = html({ doubts: many });
    expect(page.match(/class="app-doubt"/gu)).toHaveLength(60);
    expect(page).toContain('/blocks?show=doubtful">3 more doubtful places</a>');
  });

  it('given what can be recorded, then what was seen is sent back with it', () => {
    expect(html()).toContain('<input type="hidden" name="seen" value="abc">');
    expect(html()).toContain('5 facts are said again for 30 June 2026.');
    expect(html()).toContain('1 block not used');
  });

  it('given nothing new, then there is nothing to send', () => {
    const page = html({
      outcome: {
        ...preview.outcome,
        _tag: 'Planned',
        facts: 0,
        confirmed: 0,
        changes: [],
        takenBack: [],
        sends: [],
      },
    });
    expect(page).toContain('Nothing: the plan says all of it already');
    expect(page).not.toContain('Record this import');
  });

  it('given that it is refused, then why, and where it can be had again', () => {
    const page = html({
      outcome: { _tag: 'Refused', message: 'The plan is closed.', seen: ['2 paragraphs.'] },
    });
    expect(page).toContain('The plan is closed.');
    expect(page).toContain('2 paragraphs.');
    expect(page).toContain('href="/plans/harbour/imports/u-1/file"');
    expect(page).not.toContain('Record this import');
  });

  it('given an edit of what was changed otherwise meanwhile, then both sides, and a choice', () => {
    const page = html({
      clashes: [
        {
          key: '27 rating',
          ref: '27',
          column: 'Rating',
          was: 'Amber',
          now: 'Green',
          says: 'Red',
          isTaken: true,
        },
        {
          key: '<9> row',
          ref: '<9>',
          column: null,
          was: 'Open a <b>clinic</b>',
          now: 'no longer in the plan',
          says: '',
          isTaken: false,
        },
      ],
    });
    expect(page).toContain('Changed on both sides');
    expect(page).toContain('action="/plans/harbour/imports/u-1/clashes"');
    expect(page).toMatch(/name="taken" type="checkbox" value="27 rating" checked/u);
    expect(page).toContain('Action &lt;9&gt;: the whole row');
    expect(page).toContain('Open a &lt;b&gt;clinic&lt;/b&gt;');
    expect(page).not.toMatch(/value="&lt;9&gt; row" checked/u);
  });

  it('given what the file holds besides, then each with its place', () => {
    const page = html({
      besides: [{ place: 'table 1, row 2, column 3', words: 'Comment by J. Fox: “<Amber>?”' }],
    });
    expect(page).toContain('1 thing in the file besides');
    expect(page).toContain('Table 1, row 2, column 3:');
    expect(page).toContain('“&lt;Amber&gt;?”');
  });

  it('given what people said and it would take back, then who said what since when', () => {
    const page = html({
      outcome: {
        _tag: 'Planned',
        facts: 1,
        confirmed: 0,
        changes: [],
        sends: [],
        takenBack: [
          {
            subject: 'action 27',
            ref: '27',
            field: 'rating',
            member: null,
            held: 'Red',
            by: 'M. Reed',
            heldSince: must(LocalDate)('2026-05-01'),
            says: null,
          },
        ],
      },
    });
    expect(page).toContain('Action 27: rating');
    expect(page).toContain('(M. Reed, since 1 May 2026)');
    expect(page).toContain('>nothing</td>');
  });

  it('given words that were put right, then before and after, and how to undo it', () => {
    const page = html({
      corrections: [{ start: 40, line: 7, before: '<MAUVE>', after: '' }],
    });
    expect(page).toContain('&lt;MAUVE&gt;');
    expect(page).toContain('left out');
    expect(page).toContain('action="/plans/harbour/imports/u-1/corrections/40/undo"');
    expect(page).toContain('href="/plans/harbour/imports/u-1/corrected"');
  });

  it('given a new plan, then it has no navigation of its own, and its short name is told', () => {
    const page = html({ place: { ...preview.place, title: null } });
    expect(page).not.toContain('app-plan-nav');
    expect(page).toContain('(new, short name harbour)');
  });
});
