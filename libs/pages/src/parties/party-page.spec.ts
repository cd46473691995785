import type { AuditRow, PartyInFull } from '@trackrecord/application';
import { PlanId, Text } from '@trackrecord/domain';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { mergePage } from './merge-page.ts';
import { partyPage, type PartyPageOf } from './party-page.ts';
import { workInWords } from './party-standing.ts';

const on = must(LocalDate);

const anAction = (ref: string): PartyInFull['plans'][number]['leads'][number] => ({
  ...{ ref, title: `Do ${ref}\n· and more`, rating: 'Amber', status: 'open' },
  ...{ timescale: null, lastUpdatedOn: on('2026-03-31') },
});

const aPlan = (more: Partial<PartyInFull['plans'][number]> = {}): PartyInFull['plans'][number] => ({
  ...{ plan: 'harbour', title: 'Harbour Plan', leads: [], supports: [], askedFor: [], owes: [] },
  ...more,
});

const aParty = (more: Partial<PartyInFull> = {}): PartyInFull => ({
  asOf: on('2026-06-30'),
  ordinal: must(Ordinal)(100),
  ...{ id: 'p-2', name: 'Desmond Okell', kind: 'person', spellings: [], formerNames: [] },
  ...{ organisations: [], members: [], boardRoles: [], plans: [], latest: [] },
  ...more,
});

const aRow = (ordinal: number, more: Partial<AuditRow> = {}): AuditRow => ({
  ordinal: must(Ordinal)(ordinal),
  recordedAt: must(Instant)('2026-06-30T09:00:00.000Z'),
  effectiveOn: on('2026-06-30'),
  ...{ by: 'Asha Bell', byParty: 'p-1', verified: true, onWordOf: null, onWordOfParty: null },
  ...{ channel: 'web', type: 'PartyMerged', subject: 'party', ref: 'p-2', field: 'mergedInto' },
  ...{ member: null, from: null, to: 'Desmond Okell', value: 'p-2', fromValue: null, parties: [] },
  ...{ why: null, source: null, documentName: null, confirmed: false, retracted: null },
  ...{ plan: null, sentence: `Line ${ordinal}` },
  ...more,
});

const shown = (party: PartyInFull, more: Partial<PartyPageOf> = {}): string =>
  partyPage({
    party,
    duplicates: [],
    history: null,
    contact: null,
    question: {},
    may: { keep: false, arrange: false },
    todayHref: null,
    ...more,
  }).content;

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

const okells = [
  {
    parties: [
      { id: 'p-1', name: 'D. Okell' },
      { id: 'p-2', name: 'Desmond Okell' },
    ] as const,
    likeness: 'initials' as const,
  },
];

describe('the page of a party', () => {
  it('given what a party does in a plan, then what it owes, leads and supports there', () => {
    const words = wordsOf(
      shown(
        aParty({
          plans: [
            aPlan({
              leads: [anAction('7')],
              supports: [anAction('9')],
              owes: [
                {
                  plan: must(PlanId)('harbour'),
                  about: 'action:7',
                  ...{ action: '7', title: 'Do 7\n· and more', party: null, reason: 'asked' },
                  ...{ since: on('2026-05-01'), dueOn: on('2026-05-31'), daysOverdue: 30 },
                  words: 'Report needed',
                  request: 'r-1',
                },
              ],
            }),
          ],
        }),
      ),
    );
    expect(words).toContain(
      'Action 7 Do 7 Asked on 1 May 2026, due on 31 May 2026: “Report needed” · due on 31 May 2026, 30 days overdue',
    );
    expect(words).toContain('7 Do 7 leads');
    expect(words).toContain('9 Do 9 supports');
    expect(words).toContain('31 March 2026');
  });

  it('given names, organisations and roles, then all of them', () => {
    const html = shown(
      aParty({
        spellings: [{ id: 'p-1', name: 'D. Okell' }],
        formerNames: ['Des Okell'],
        organisations: [{ id: 'p-9', name: 'Harbour Trust' }],
        boardRoles: [{ board: must(Text)('Harbour Board'), role: must(Text)('Chair') }],
      }),
      { question: { asOf: on('2026-03-31') } },
    );
    expect(wordsOf(html)).toMatch(
      /Also known as D\. Okell Known before as Des Okell Belongs to Harbour Trust Roles on boards Chair, Harbour Board/u,
    );
    expect(html).toContain('href="/parties/p-9?asOf=2026-03-31"');
  });

  it('given nothing that it does, then that is said', () => {
    expect(wordsOf(shown(aParty({ plans: [aPlan()] })))).toContain(
      'Desmond Okell leads, supports and owes nothing in the plans that you may read',
    );
  });

  it('given somebody who may be the same, then who and why', () => {
    expect(wordsOf(shown(aParty(), { duplicates: okells }))).toContain(
      'Another name may be the same person: D. Okell (an initial for the first name)',
    );
    // Pairs of others are not its concern.
    expect(wordsOf(shown(aParty({ id: 'p-3' }), { duplicates: okells }))).not.toContain('the same');
  });

  it('given who may do what, then they are offered that', () => {
    const offered = (keep: boolean, arrange: boolean) =>
      ['/rename', '/merge"', '/merge?into=p-1', '/join', '/take-role'].filter((part) =>
        shown(aParty(), { may: { keep, arrange }, duplicates: okells }).includes(
          `/parties/p-2${part}`,
        ),
      );
    expect(offered(false, false)).toEqual([]);
    expect(offered(false, true)).toEqual(['/take-role']);
    expect(offered(true, true)).toEqual([
      ...['/rename', '/merge"', '/merge?into=p-1', '/join', '/take-role'],
    ]);
  });

  it('given its history, then what can be wrong can be taken back, where it was said', () => {
    const html = shown(aParty({ spellings: [{ id: 'p-1', name: 'D. Okell' }] }), {
      may: { keep: true, arrange: true },
      history: [
        aRow(9, { ref: 'p-1' }),
        aRow(3, { type: 'PartyRegistered', field: 'name', value: 'Desmond Okell' }),
        aRow(3, { type: 'PartyRegistered', field: 'kind', value: 'person' }),
      ],
    });
    expect(wordsOf(html)).toContain('D. Okell: Merged into Desmond Okell by Asha Bell');
    expect(html).toContain('href="/parties/p-1/retract?ordinal=9"');
    expect(html).not.toContain('ordinal=3');
    expect(html.match(/id="ordinal-3"/gu)).toHaveLength(1);
  });

  it('given hostile names, then they are words', () => {
    const evil = '"><script>alert(1)</script>';
    const html = shown(
      aParty({
        ...{ name: evil, formerNames: [evil], spellings: [{ id: 'p-1', name: evil }] },
        organisations: [{ id: evil, name: evil }],
      }),
    );
    expect(html).not.toContain('<script>alert');
  });
});

describe('who else a party is', () => {
  it('given somebody likely, then the way to compare the two', () => {
    const html = mergePage({
      party: { id: 'p-2', name: 'Desmond Okell' },
      duplicates: okells,
      others: [{ value: 'p-9', text: 'Asha Bell' }],
      errors: [],
    }).content;
    expect(html).toContain('href="/parties/p-2/merge?into=p-1"');
    expect(html).toContain('<option value="p-9">');
  });
});

describe('how much a party does', () => {
  it.each([
    [[], 'has no actions'],
    [[aPlan({ leads: [anAction('1')] })], 'leads 1 action'],
    [
      [
        aPlan({ leads: [anAction('1'), anAction('2')], supports: [anAction('3')] }),
        aPlan({
          leads: [anAction('1')],
          askedFor: [
            { ...{ ref: '4', title: '', words: '', dueOn: null }, askedOn: on('2026-01-01') },
            { ...{ ref: '4', title: '', words: '', dueOn: null }, askedOn: on('2026-02-01') },
          ],
        }),
      ],
      'leads 3 actions, supports 1 action, is asked about 1 action',
    ],
  ])('given plans, then in words', (plans, words) => {
    expect(workInWords({ plans })).toBe(words);
  });
});
