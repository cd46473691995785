import type { PlannedChange } from '@trackrecord/application';
import { LocalDate, Sha256 } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { plannedItems } from './planned-items.ts';

const june = must(LocalDate)('2026-06-30');

const change = (
  subject: string,
  field: string,
  from: string | null,
  to: string | null,
  more: Partial<PlannedChange> = {},
): PlannedChange => ({
  subject,
  ref: subject.includes(' ') ? subject.slice(subject.indexOf(' ') + 1) : null,
  isNew: false,
  field,
  member: null,
  from,
  to,
  words: `${field} in words`,
  effectiveOn: june,
  source: null,
  ...more,
});

const made = { isNew: true };
const titles = new Map([
  ['action 27', 'Open the hall'],
  ['indicator ni-901', 'NI 901 Places to play'],
]);
const plan = (...changes: ReadonlyArray<PlannedChange>) =>
  plannedItems(changes, june, (subject) => titles.get(subject) ?? null);

describe('what an import would make', () => {
  it('given new things, then by kind in the order of a plan, each with its words and what comes with it', () => {
    const { made: groups } = plan(
      change('action 28', 'title', null, 'Plant trees', made),
      change('action 28', 'rating', null, 'Amber', made),
      change('action 28', 'note', null, 'Ten so far.', made),
      change('action 28', 'note', null, 'Ten more.', made),
      change('action 28', 'request', null, 'Update?', made),
      change('action 29', 'title', null, 'Rest', made),
      change('priority 2', 'title', null, 'Parks', made),
      change('dataNeed 2-made-up', 'words', null, 'How many come?', made),
    );
    expect(groups).toEqual([
      {
        heading: '1 priority',
        items: [{ name: 'Priority 2', title: 'Parks', rating: null, extras: '' }],
      },
      {
        heading: '2 actions',
        items: [
          {
            name: 'Action 28',
            title: 'Plant trees',
            rating: 'Amber',
            extras: '2 notes, 1 update request',
          },
          { name: 'Action 29', title: 'Rest', rating: 'Not rated', extras: '' },
        ],
      },
      {
        heading: '1 data need',
        items: [{ name: 'Data need', title: 'How many come?', rating: null, extras: '' }],
      },
    ]);
  });

  it('given what the plan says of itself for the first time, then facts, indicators, terms and text', () => {
    const { made: groups, changed } = plan(
      change('plan', 'title', null, 'Harbour', made),
      change('plan', 'timeZone', null, 'Europe/London', made),
      change('indicator ni-901', 'link', null, 'priority:2', made),
      change('plan', 'glossary', null, 'A club', { ...made, member: 'TIDE' }),
      change('plan', 'narrative', null, 'x', { ...made, words: 'Section “Vision” added' }),
    );
    expect(groups.map(({ heading, items }) => [heading, items[0]?.name, items[0]?.title])).toEqual([
      ['About the plan itself', 'Title', 'Harbour'],
      ['1 indicator', 'NI 901 Places to play', 'link in words'],
      ['1 glossary term', 'TIDE', 'A club'],
      ['1 section of text', '', 'Section “Vision”'],
    ]);
    expect(groups[0]?.items).toHaveLength(1);
    expect(changed).toEqual([]);
  });
});

describe('what an import would change', () => {
  it('given fields of a thing, then before and after under its name, a note beside the one that it replaces', () => {
    const { changed } = plan(
      change('action 27', 'note', null, 'New.'),
      change('action 27', 'note', 'Old.', null),
      change('action 27', 'note', null, 'Newer.'),
      change('action 27', 'rating', 'Amber', 'Red'),
      change('action 27', 'crossReference', null, 'Appendix 2'),
    );
    expect(changed).toEqual([
      {
        name: 'Action 27',
        title: 'Open the hall',
        ref: '27',
        fields: [
          { field: 'Rating', from: 'Amber', to: 'Red' },
          { sentence: 'crossReference in words' },
          { field: 'Note', from: null, to: 'Newer.' },
          { field: 'Note', from: 'Old.', to: 'New.' },
        ],
      },
    ]);
  });

  it('given what leaves, then that stands apart, and other changes of the same thing do not', () => {
    const {
      leaving,
      changed,
      made: groups,
    } = plan(
      change('action 27', 'status', 'open', 'withdrawn'),
      change('action 27', 'note', 'Old.', null),
      change('target 1a', 'status', 'set', 'dropped'),
      change('plan', 'narrative', 'Vision', null),
      change('theme 2.1', 'exists', 'true', null),
    );
    expect(leaving.map(({ name }) => name)).toEqual([
      'Action 27',
      'Target 1a',
      'The plan itself',
      'Theme 2.1',
    ]);
    expect(changed.map(({ name, fields }) => [name, fields])).toEqual([
      ['Action 27', [{ field: 'Note', from: 'Old.', to: null }]],
    ]);
    expect(groups).toEqual([]);
  });

  it('given a status that an action comes back to, then that is a change', () => {
    const { leaving, changed } = plan(change('action 27', 'status', 'withdrawn', 'open'));
    expect(leaving).toEqual([]);
    expect(changed).toHaveLength(1);
  });

  it('given what ends on the date of a later document, then that stands apart', () => {
    const later = change('action 27', 'note', 'Old.', null, {
      effectiveOn: must(LocalDate)('2026-09-30'),
    });
    expect(plan(later)).toEqual({ made: [], changed: [], leaving: [], later: [later] });
  });
});

describe('a rating that is nothing but a colour in the document', () => {
  const source = {
    document: must(Sha256)('a'.repeat(64)),
    block: 9,
    line: 14,
    place: 'table 1, row 3, column 4',
    words: "amber by the cell's colour #FFC000",
  };

  it('given a new action, then that is told with what comes with it', () => {
    const { made: groups } = plan(
      change('action 28', 'title', null, 'Plant trees', made),
      change('action 28', 'rating', null, 'Amber', { ...made, source }),
    );
    expect(groups.flatMap(({ items }) => items)).toEqual([
      {
        name: 'Action 28',
        title: 'Plant trees',
        rating: 'Amber',
        extras: "rated by the cell's colour #FFC000",
      },
    ]);
  });

  it('given an action that is there, then that is told with the change', () => {
    const { changed } = plan(change('action 27', 'rating', 'Red', 'Amber', { source }));
    expect(changed.flatMap(({ fields }) => fields)).toEqual([
      { field: 'Rating', from: 'Red', to: 'Amber', how: "by the cell's colour #FFC000" },
    ]);
  });
});
