import {
  IndicatorDefined,
  IndicatorLinked,
  ObservationRecorded,
  PartyRegistered,
} from '@trackrecord/domain';
import { aPlan, aPriority, aTheme, happened, holding, type Logged } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageIn, somebodyAs, toldBy, wordsIn } from '../../testing/asking.ts';
import { withCountedIds } from '../../testing/counted-ids.ts';
import { formIn } from '../../testing/form-in.ts';
import {
  browserOf,
  type Filling,
  type TestBrowser,
  visitorAs,
} from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { indicatorsRoutes } from './indicators-routes.ts';

// Today is 30 June 2026.
const log: ReadonlyArray<Logged> = [
  ['party-p-keeper', happened(PartyRegistered, { kind: 'person', name: 'Rhoda Keeper' })],
  ['plan-harbour', aPlan],
  ['plan-harbour', aPriority('2')],
  ['plan-harbour', aTheme('2.1', '2')],
  [
    'indicator-ni-901',
    happened(
      IndicatorDefined,
      {
        ...{ title: 'Families reached', code: 'NI 901', unit: 'families' },
        ...{ direction: 'higher is better', geography: 'Harbour' },
      },
      '2026-02-01',
    ),
  ],
  [
    'plan-harbour',
    happened(IndicatorLinked, { indicator: 'ni-901', to: 'priority:2' }, '2026-01-01'),
  ],
  [
    'indicator-ni-901',
    happened(
      ObservationRecorded,
      { observation: '2024/25', observed: { value: 380, period: '2024/25', status: 'final' } },
      '2026-03-01',
    ),
  ],
];

const list = '/plans/harbour/indicators';
const own = `${list}/ni-901`;

describe('indicators in a browser', () => {
  let manager: TestBrowser;
  let reader: TestBrowser;

  beforeEach(async () => {
    const data = await holding(...log);
    const desk = await testDesk(data, withCountedIds(data));
    const as = (role: 'manager' | 'reader') =>
      browserOf(
        desk,
        indicatorsRoutes,
        visitorAs(somebodyAs('p-keeper', 'Rhoda Keeper', role, 'harbour')),
      );
    manager = as('manager');
    reader = as('reader');
  });

  const words = async (address = own): Promise<string> => wordsIn(await manager.get(address));

  it.each<[string, Filling, string, RegExp]>([
    [
      'record',
      { period: '2025/26', value: '1,412', status: 'provisional', source: 'Return' },
      'Recorded: 1,412 families in 2025/26.',
      /Latest value 1,412 families in 2025\/26, provisional up by 1,032 from 380 in 2024\/25: better/u,
    ],
    [
      'record',
      { period: '2024/25', value: '150', breakdown: 'girls' },
      'Recorded: 150 families in 2024/25.',
      /2024\/25 380 Correct .* 150 Correct/u,
    ],
    [
      'correct?period=2024%2F25',
      { value: '381', why: 'One was left out' },
      'The value for 2024/25 is now 381 families.',
      /Value for 2024\/25 corrected from 380 \(final\) to 381 \(final\) by Rhoda Keeper .*because “One was left out”/u,
    ],
    [
      'comparator',
      { of: 'England', period: '2024/25', value: '390.5' },
      'Recorded: England 390.5 in 2024/25.',
      /England to compare with 2024\/25 380 .* 390\.5/u,
    ],
    [
      'define',
      { title: 'Families seen', direction: 'lower is better' },
      'The indicator is described: Families seen',
      /Families seen .* Lower is better/u,
    ],
    [
      'baseline',
      { asWritten: '350 families', value: '350', period: '2023/24' },
      'The baseline is 350 families',
      /Baseline 350 families .* 2023\/24 – none 350/u,
    ],
    ['story', { text: 'Two centres closed.' }, 'The story is told.', /Two centres closed\./u],
    [
      'link',
      { item: 'theme:2.1' },
      'It measures Theme 2.1: Theme 2.1',
      /Measures Priority 2: Priority 2 Theme 2\.1: Theme 2\.1/u,
    ],
  ])(
    'given %s with %j, when it is sent, then it is so, and said',
    async (form, filling, says, shown) => {
      expect(toldBy(await manager.send(`${own}/${form}`, filling))).toEqual([own, says]);
      expect(await words()).toMatch(shown);
    },
  );

  it('given the only thing that it measures, when it is unlinked, then the plan uses it no more, and its values are kept', async () => {
    expect(wordsIn(await manager.get(`${own}/unlink`))).toContain(
      'no indicator of the plan any more',
    );
    expect(toldBy(await manager.send(`${own}/unlink`, {}))).toEqual([
      list,
      'It does not measure Priority 2: Priority 2 any more.',
    ]);
    expect(toldBy(await manager.get(own))).toEqual(['Missing']);
    expect(await words(`${own}?asOf=2026-06-29`)).toContain('380');
  });

  it('given a value of the indicator’s own place, then it is the value without one', async () => {
    const told = await manager.send(`${own}/record`, {
      ...{ period: '2024/25', value: '390', geography: 'Harbour' },
    });
    expect(toldBy(told)).toEqual([
      '422',
      'period: For which period? There is a value for 2024/25 already: correct that one, or enter another period, place or breakdown.',
    ]);
  });

  it('given a corrected value from when it was first known, then it stands on past dates; later, it does not', async () => {
    await manager.send(`${own}/correct?period=2024%2F25`, {
      value: '381',
      effectiveOn: '1/5/2026',
    });
    expect(await words(`${own}?asOf=2026-04-30`)).toContain('380 families');
    expect(await words(`${own}?asOf=2026-05-01`)).toContain('381 families');
    await manager.send(`${own}/correct?period=2024%2F25`, {
      value: '382',
      effectiveOn: '1/3/2026',
    });
    expect(await words(`${own}?asOf=2026-04-30`)).toContain('382 families');
    expect(await words(`${own}?asOf=2026-04-30&knownAt=8`)).toContain('380 families');
  });

  it.each<[string, Filling, ReadonlyArray<string>]>([
    [
      'record',
      { period: 'last year', value: '18,4' },
      [
        '400',
        'period: For which period? “last year” cannot be placed in time. Enter one like these: 2025/26, 2025, Q1 2025/26, March 2026.',
        'value: Value: “18,4” is not a number. Enter one such as 412, 1,204 or 41.5.',
      ],
    ],
    [
      'record',
      { period: '2025/26', value: '1', effectiveOn: '31/1/2026' },
      [
        '422',
        'effectiveOn: The indicator is defined since 1 February 2026: enter that date or a later one.',
      ],
    ],
    ['correct', { value: '1' }, ['400', 'which: Which value? Choose one from the list.']],
    [
      'correct?period=2024%2F25',
      { value: '1', effectiveOn: '28/2/2026' },
      [
        '422',
        'effectiveOn: The value is recorded since 1 March 2026: enter that date or a later one.',
      ],
    ],
    [
      'define',
      { unit: '' },
      [
        '400',
        'unit: What was said of an indicator can be said otherwise, and not be left out again: enter what is right.',
      ],
    ],
    ['story', { text: '' }, ['400', 'text: Story: Enter the words.']],
    ['link', {}, ['400', 'item: What does it measure? Choose one from the list.']],
  ])('given %s with %j, then it is refused by field', async (form, filling, told) => {
    expect(toldBy(await manager.send(`${own}/${form}`, filling))).toEqual(told);
  });

  it('given a value that should never have been recorded, when it is taken back, then it never held', async () => {
    const entry = `${own}/retract?ordinal=7`;
    expect(toldBy(await manager.send(entry, {}))).toEqual([
      '400',
      'why: Why? Enter a sentence that says why; it will stand in the history.',
    ]);
    expect(toldBy(await manager.send(entry, { why: 'Of another district' }))).toEqual([
      own,
      'The entry 7 was taken back.',
    ]);
    expect(await words()).toContain('No values are recorded yet');
    expect(toldBy(await manager.send(entry, { why: 'Again' }))).toEqual([
      '400',
      'why: There is no such entry any more. Choose “This was wrong” beside an entry of the history.',
    ]);
  });

  it('given two who correct one value, then the second is told, and can say it again', async () => {
    const opened = await manager.open(`${own}/correct?period=2024%2F25`);
    await manager.send(`${own}/correct?period=2024%2F25`, { value: '381' });
    const came = await manager.post(`${own}/correct`, { ...opened, value: '382' });
    expect(toldBy(came)).toEqual(['409']);
    expect(wordsIn(came)).toMatch(
      /Changed meanwhile Value for 2024\/25 corrected from 380 \(final\) to 381 \(final\) by Rhoda Keeper .*Theirs 381 families, since 30 June 2026 Yours 382 families/u,
    );
    const again = { ...formIn(pageIn(came).html, 'change'), keep: 'mine' };
    expect(toldBy(await manager.post(`${own}/correct`, again))).toEqual([
      own,
      'The value for 2024/25 is now 382 families.',
    ]);
  });

  it('given a new indicator, then the plan uses it; one with a code that is known is only taken up', async () => {
    const fresh = { title: 'Calls', measures: 'theme:2.1' };
    expect(toldBy(await manager.send(`${list}/new`, fresh))).toEqual([
      `${list}/harbour--calls`,
      'The plan uses the indicator Calls',
    ]);
    expect(await words(list)).toContain('2 indicators, 1 of them with values.');
    const coded = { title: 'Otherwise', code: 'NI 901', measures: 'theme:2.1' };
    expect(toldBy(await manager.send(`${list}/new`, coded))).toEqual([
      own,
      'The plan uses the indicator Otherwise',
    ]);
    expect(await words()).toMatch(/Families reached .* Theme 2\.1/u);
    expect(toldBy(await manager.send(`${list}/new`, {}))).toEqual([
      '400',
      'title: What is measured? Enter the words.',
      'measures: What in the plan does it measure? Choose one from the list.',
    ]);
  });

  it('given a past date, then nothing is changed there', async () => {
    expect(await words(`${own}?asOf=2026-03-31`)).toContain(
      'A past date can be read and not changed.',
    );
    expect(await words(`${own}/record?asOf=2026-03-31`)).toContain(
      'A past date can be read and not changed.',
    );
  });

  it('given a reader, then the pages without their forms, and no form', async () => {
    expect(wordsIn(await reader.get(list))).toContain('NI 901 Families reached');
    expect(wordsIn(await reader.get(own))).not.toContain('Record a value');
    expect(toldBy(await reader.get(`${own}/record`))).toEqual(['NotAuthorised']);
  });

  it.each(['ni-999', 'No such name'])('given %s, then there is no such indicator', async (id) => {
    expect(toldBy(await manager.get(`${list}/${encodeURIComponent(id)}`))).toEqual(['Missing']);
  });
});
