import type { IndicatorInFull, ObservationAnswer, ObservationLine } from '@trackrecord/application';
import { Text } from '@trackrecord/domain';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import { aPlanAnswer, aPriorityAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { indicatorPage, type IndicatorPageOf } from './indicator-page.ts';
import { indicatorsPage } from './indicators-page.ts';

const text = must(Text);
const ordinal = must(Ordinal);

const aLine = (at: number, more: Partial<ObservationLine> = {}): ObservationLine => ({
  ...{ value: 1, status: 'final', source: null, sentence: `Entry ${at}` },
  ...{ ordinal: ordinal(at), type: 'ObservationRecorded' },
  effectiveOn: must(LocalDate)('2026-04-30'),
  recordedAt: must(Instant)('2026-04-30T09:00:00.000Z'),
  ...{ by: 'Asha Bell', onWordOf: null, why: null, retracted: null },
  ...more,
});

const aValue = (
  value: number,
  period: string,
  more: Partial<ObservationAnswer> = {},
): ObservationAnswer => ({
  ...{ key: period, period, value, geography: null, breakdown: null },
  ...{ status: 'final', source: null, history: [aLine(value)] },
  ...more,
});

const definition: IndicatorInFull['definition'] = {
  ...{ title: 'Families reached', code: 'NI 1', unit: 'families' },
  ...{ direction: 'higher is better', geography: null, breakdowns: [] },
};

const anIndicator = (more: Partial<IndicatorInFull> = {}): IndicatorInFull => ({
  ...{ plan: 'harbour', planTitle: 'Harbour Children’s Plan', knownAt: null, id: 'ni-1' },
  asOf: must(LocalDate)('2026-06-30'),
  ordinal: ordinal(100),
  definition,
  under: [{ subject: 'priority:2', title: 'Be healthy' }],
  baseline: null,
  ...{ stories: [], targets: [], targetsOfItems: [], dataNeeds: [] },
  ...{ comparators: [], periods: [], series: [] },
  ...more,
});

const plan = aPlanAnswer([], {
  priorities: [aPriorityAnswer('2', { title: 'Be healthy', stories: ['Two centres closed.'] })],
  indicators: [
    { id: 'ni-1', code: 'NI 1', title: 'Families reached', under: ['priority:2'], baseline: null },
  ],
});

const page = (indicator: IndicatorInFull, more: Partial<IndicatorPageOf> = {}): string =>
  indicatorPage({
    plan,
    indicator,
    question: {},
    params: { geography: null, breakdown: null },
    may: { audit: false, manage: false },
    mayChange: false,
    ...more,
  }).content;

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

/** The table of values, a line each. */
const tableOf = (html: string): ReadonlyArray<string> => {
  const table = /<table[^>]*app-value-table[\s\S]*?<\/table>/u.exec(html)?.[0] ?? '';
  return [...table.matchAll(/<tr[\s\S]*?<\/tr>/gu)].map(([row]) => wordsOf(row).trim());
};

describe('the page of an indicator', () => {
  const series = [
    aValue(380, '2024/25'),
    aValue(412, '2025/26', {
      status: 'provisional',
      source: 'Annual return',
      history: [aLine(14), aLine(21, { type: 'ObservationCorrected' })],
    }),
  ];
  const full = anIndicator({
    series,
    baseline: { asWritten: text('350 in 2023/24'), value: 350, period: text('2023/24') },
    comparators: [{ of: text('England'), value: 390, period: text('2025/26') }],
  });

  it('given values, comparators and a baseline, then a table of all of them by period', () => {
    expect(tableOf(page(full))).toEqual([
      'Period Value England to compare with Baseline of the plan',
      '2023/24 – none – none 350',
      '2024/25 380 – none – none',
      '2025/26 412 provisional put right Annual return 390 – none',
    ]);
  });

  it('given them, then a chart with a line for each, and what it shows in words', () => {
    const svg = /<svg[\s\S]*?<\/svg>/u.exec(page(full))?.[0] ?? '';
    expect(wordsOf(svg)).toContain('Families reached from 2023/24 to 2025/26');
    expect(wordsOf(svg)).toContain('Lines for Value, England and Baseline of the plan.');
    expect(wordsOf(svg)).toContain('Hollow: provisional');
  });

  it('given one period, then there is a table and no chart', () => {
    const html = page(anIndicator({ series: [aValue(380, '2024/25')] }));
    expect(html).not.toContain('<svg');
    expect(tableOf(html)).toEqual(['Period Value', '2024/25 380']);
  });

  it('given parts and more lines than can be told apart, then the picture says what it leaves out', () => {
    const wards = ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Oak', 'Yew'];
    const html = page(
      anIndicator({
        series: ['2024/25', '2025/26'].flatMap((period) =>
          wards.map((geography) =>
            aValue(1, period, { geography, key: `${period} · ${geography}` }),
          ),
        ),
        comparators: [{ of: text('England'), value: 390, period: text('2025/26') }],
      }),
    );
    // Six lines: five wards and what they are held against.
    expect(wordsOf(html)).toContain('The picture leaves out Oak and Yew:');
    expect(html).toContain('<option value="Yew"');
  });

  it('given a place that is chosen, then its values alone', () => {
    const some = anIndicator({
      series: [
        aValue(1, '2024/25', { geography: 'Ash', key: 'a' }),
        aValue(2, '2024/25', { geography: 'Yew', key: 'b' }),
      ],
    });
    expect(tableOf(page(some, { params: { geography: 'Yew', breakdown: null } }))).toEqual([
      'Period Yew',
      '2024/25 2',
    ]);
    const none = page(some, { params: { geography: 'Elm', breakdown: null } });
    expect(wordsOf(none)).toContain('No value is of this place and breakdown');
  });

  it('given what was recorded, then the newest first, and what was taken back says so', () => {
    const takenBack = aLine(30, {
      retracted: {
        ordinal: ordinal(31),
        recordedAt: must(Instant)('2026-05-01T09:00:00.000Z'),
        ...{ by: 'Asha Bell', byParty: 'p-1', verified: true, onWordOf: null },
        ...{ onWordOfParty: null, channel: 'web', why: null },
      },
    });
    const html = page(
      anIndicator({ series: [aValue(1, '2025', { history: [aLine(14), takenBack] })] }),
      { mayChange: true },
    );
    expect(wordsOf(html)).toMatch(/Taken back Entry 30\. Ordinal 30 .*Entry 14\. Ordinal 14/u);
    expect(html).toContain('/retract?ordinal=14"');
    expect(html).not.toContain('/retract?ordinal=30"');
  });

  it('given a story of what it measures, then it is told as that', () => {
    expect(wordsOf(page(full))).toContain('Told of Priority 2 Two centres closed.');
  });

  it('given no values, then what can be done', () => {
    const html = page(anIndicator(), { may: { audit: true, manage: true }, mayChange: true });
    expect(wordsOf(html)).toContain('No values are recorded yet');
    expect(html).toContain('href="/plans/harbour/indicators/ni-1/record"');
  });

  it('given a past date, then links keep it, and nothing is changed there', () => {
    const html = page(full, {
      question: { asOf: must(LocalDate)('2026-03-31') },
      may: { audit: true, manage: true },
    });
    expect(html).not.toContain('/record');
    expect(html).not.toContain('/correct');
    expect(html).toContain('href="/plans/harbour/indicators/ni-1">Change this indicator');
    expect(html).toContain('href="/plans/harbour/indicators?asOf=2026-03-31"');
  });

  it('given who may change it, then a value’s own form knows which value it is', () => {
    const html = page(
      anIndicator({ series: [aValue(1, '2025/26', { geography: 'Ash & Elm', key: 'a' })] }),
      { mayChange: true },
    );
    expect(html).toContain('/correct?period=2025%2F26&amp;geography=Ash+%26+Elm"');
  });

  it('given hostile words, then they are words', () => {
    const evil = '"><script>alert(1)</script>';
    const html = page(
      anIndicator({
        definition: { ...definition, title: evil, unit: evil },
        stories: [evil],
        series: [
          aValue(1, '2024', { geography: evil, source: evil }),
          aValue(2, '2025', { geography: evil }),
        ],
      }),
      { mayChange: true },
    );
    expect(html).not.toContain('<script>alert');
  });
});

describe('the indicators of a plan', () => {
  const listed = (more: Partial<Parameters<typeof indicatorsPage>[0]> = {}): string =>
    indicatorsPage({
      plan,
      indicators: [
        {
          id: 'ni-1',
          definition,
          under: ['priority:2'],
          baseline: { asWritten: text('350 in 2023/24') },
          observed: [
            { value: 380, period: text('2024/25'), status: 'final' },
            { value: 412, period: text('2025/26'), status: 'provisional' },
          ],
          comparators: [
            { of: text('England'), value: 380, period: text('2024/25') },
            { of: text('England'), value: 390, period: text('2025/26') },
          ],
        },
        {
          ...{ id: 'own', under: ['priority:9'], baseline: null, observed: [], comparators: [] },
          definition: { ...definition, code: null, title: null },
        },
      ],
      question: {},
      may: { audit: false, manage: false },
      mayChange: false,
      ...more,
    }).content;

  it('given some, then each with its baseline, where it stands and what it is held against', () => {
    const words = wordsOf(listed());
    expect(words).toContain('2 indicators, 1 of them with values.');
    expect(words).toContain(
      'NI 1 Families reached 350 in 2023/24 412 families in 2025/26, provisional up by 32 from 380 in 2024/25: better England 390 in 2025/26',
    );
    expect(words).toContain('Under no priority');
    expect(words).toContain('own Priority 9 Not set None yet Nothing yet');
  });

  it('given none, then what can be done', () => {
    const may = { audit: true, manage: true };
    const html = listed({ indicators: [], may, mayChange: true });
    expect(wordsOf(html)).toContain('The plan uses no indicators yet');
    expect(html).toContain('href="/plans/harbour/indicators/new"');
    expect(listed({ indicators: [] })).not.toContain('indicators/new');
  });
});
