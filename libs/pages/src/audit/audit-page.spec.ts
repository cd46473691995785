import type { AuditRow, AuditTrailAnswer } from '@trackrecord/application';
import { Instant, LocalDate, Ordinal, Sha256 } from '@trackrecord/kernel';
import { trailSentence } from '@trackrecord/read-models';
import { aPlanAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { auditPage, type AuditPageOf } from './audit-page.ts';
import { parseTrailParams } from './trail-params.ts';

const on = must(LocalDate);
const at = must(Ordinal);

const row = (more: Partial<Omit<AuditRow, 'sentence'>> = {}): AuditRow => {
  const line = {
    plan: 'harbour',
    ordinal: at(812),
    recordedAt: must(Instant)('2026-03-05T14:02:00.000Z'),
    effectiveOn: on('2026-03-03'),
    by: 'M. <Keeper>',
    byParty: 'p-1',
    verified: true,
    onWordOf: 'I. Farrow',
    onWordOfParty: 'p-2',
    channel: 'web',
    type: 'RatingChanged',
    subject: 'action 27',
    ref: '27',
    field: 'rating',
    member: null,
    from: 'Amber',
    to: 'Red',
    value: 'Red',
    fromValue: 'Amber',
    parties: [],
    why: 'no site yet',
    source: null,
    documentName: null,
    confirmed: false,
    retracted: null,
    ...more,
  };
  return { ...line, sentence: trailSentence(line) };
};

const trail = (rows: ReadonlyArray<AuditRow>, total = rows.length): AuditTrailAnswer => ({
  plans: ['harbour'],
  asOf: on('2026-06-30'),
  ordinal: at(900),
  filter: 'Audit trail of Harbour, as of 30 June 2026',
  newestFirst: true,
  total,
  rows,
  next: null,
});

const shown = (more: Partial<AuditPageOf> = {}, query = ''): string => {
  const typed = new URLSearchParams(query);
  const { params } = parseTrailParams({ one: (name) => typed.get(name) ?? undefined });
  return auditPage({
    plan: { answer: aPlanAnswer([]), may: { audit: true, manage: false } },
    planTitles: new Map(),
    trail: trail([row()]),
    pages: { previous: null, next: null },
    at: 1,
    params,
    question: {},
    people: ['Asha "Ash" Bell'],
    withAccess: false,
    fields: ['rating', 'under'],
    refused: { typed: {}, errors: [] },
    ...more,
  }).content;
};

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('the page of an audit trail', () => {
  it('given who may also see who was let in then it says how to ask for that', () => {
    expect(shown({ withAccess: true })).toContain('accounts, account m.reed');
    expect(shown()).not.toContain('account m.reed');
  });

  it('given a line when it is shown then its sentence, both clocks, and who by which channel on whose word', () => {
    const html = shown();
    expect(wordsOf(html)).toContain(
      '812 Action 27 : Amber → Red by I. Farrow on 3 March 2026, recorded on 5 March 2026 at 14:02 by M. &lt;Keeper&gt;, because “no site yet”. 3 March 2026 5 March 2026, 2:02pm M. &lt;Keeper&gt; (verified) , on the word of I. Farrow, on the web',
    );
    expect(html).toContain('href="/plans/harbour/actions/27"');
    expect(html).not.toContain('<Keeper>');
  });

  it('given what was taken back when it is shown then struck, and by whom it was', () => {
    const html = shown({
      trail: trail([
        row({
          retracted: {
            ordinal: at(815),
            recordedAt: must(Instant)('2026-03-06T10:00:00.000Z'),
            by: 'Asha Bell',
            byParty: 'p-3',
            verified: false,
            onWordOf: null,
            onWordOfParty: null,
            channel: 'web',
            why: 'a slip',
          },
        }),
      ]),
    });
    expect(html).toMatch(/<del>Amber → Red by [^<]*“no site yet”\.<\/del>/u);
    expect(html).toContain(
      '<strong>Taken back on 6 March 2026 at 10:00 by Asha Bell, because “a slip”.</strong>',
    );
  });

  it('given what a document said again when it is shown then it says so, with its line', () => {
    const html = shown({
      trail: trail([
        row({
          confirmed: true,
          verified: false,
          channel: 'document',
          onWordOf: null,
          source: { document: must(Sha256)('a'.repeat(64)), block: 3, line: 9, words: 'Red' },
          documentName: 'june.txt',
        }),
      ]),
    });
    expect(html).toContain('<i>said again</i>');
    expect(wordsOf(html)).toContain('(not verified) , by importing a document: june.txt, line 9');
  });

  it('given a data need when it is shown then its kind in words', () => {
    const html = shown({ trail: trail([row({ subject: 'dataNeed 1b', ref: '1b' })]) });
    expect(html).toContain('<b>Data need 1b</b>');
  });

  it('given several plans when it is shown then each line names its own, by its title', () => {
    const html = shown({ plan: null, planTitles: new Map([['harbour', 'Harbour & Vale']]) });
    expect(html).toContain(
      '<a href="/plans/harbour" class="app-trail__plan">Harbour &amp; Vale</a>',
    );
  });

  it('given a page in the middle when it is shown then which lines, and the pages beside it', () => {
    const html = shown(
      {
        trail: trail([row(), row()], 1234),
        at: 101,
        pages: { previous: { before: '900.1', at: 1 }, next: { after: '812.0', at: 103 } },
      },
      'field=rating&order=oldest',
    );
    expect(wordsOf(html)).toContain('Lines 101 to 102 of 1,234');
    expect(html).toContain(
      'href="/plans/harbour/audit?field=rating&amp;order=oldest&amp;before=900.1&amp;at=1"',
    );
    expect(html).toContain(
      'href="/plans/harbour/audit?field=rating&amp;order=oldest&amp;after=812.0&amp;at=103"',
    );
    expect(wordsOf(shown({ trail: trail([row()], 9), at: null }))).toContain('1 line of 9');
  });

  it('given lines when it is shown then all of them can be saved as they are filtered, on these dates', () => {
    const html = shown(
      { trail: trail([row()], 2345), question: { asOf: on('2026-06-01') } },
      'person=M.+Reed',
    );
    expect(wordsOf(html)).toContain('Save all 2,345 lines as CSV');
    expect(html).toContain(
      'href="/plans/harbour/audit?person=M.+Reed&amp;format=csv&amp;asOf=2026-06-01"',
    );
  });

  it('given nothing that matches when it is shown then it says so, and the way to the whole', () => {
    const html = shown({ trail: trail([]) }, 'field=rating');
    expect(wordsOf(html)).toContain('Nothing that was recorded matches');
    expect(html).toContain('href="/plans/harbour/audit">Show the whole trail');
    expect(wordsOf(shown({ trail: trail([]) }))).toContain('Nothing is recorded by then');
    expect(html).not.toContain('Save ');
  });

  it('given names to choose from and what was refused when it is shown then escaped, and as typed', () => {
    const html = shown({
      trail: null,
      refused: {
        typed: { person: 'No"body' },
        errors: [{ field: 'person', message: 'Who: nobody is known as that.' }],
      },
    });
    expect(html).toContain('<option value="Asha &quot;Ash&quot; Bell">');
    expect(html).toContain('value="No&quot;body"');
    expect(wordsOf(html)).toContain('Error: Who: nobody is known as that.');
  });
});
