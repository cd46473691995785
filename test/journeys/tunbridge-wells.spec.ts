import { beforeAll, describe, expect, it } from 'vitest';
import {
  ChangesJson,
  HistoryJson,
  ImportJson,
  OwedJson,
  PartiesJson,
  PlanJson,
} from './kit/answers.ts';
import { setUpDesk } from './kit/desk.ts';
import { lookupRealPlan } from './kit/real-plan.ts';
import { actionOf } from './kit/reading.ts';

const real = lookupRealPlan('tunbridge-wells-cypp-2008-2010.txt');
const day = '2008-09-30';

// What is expected here was read off the document by a person's eye.
describe.skipIf(real === undefined)(
  'the Tunbridge Wells plan, imported for 30 September 2008',
  () => {
    if (real === undefined) return;
    const desk = setUpDesk();
    const importing = ['import', real.path, '--plan', 'tw', '--effective-on'];
    const planOn = (on: string) => desk.json(PlanJson, 'plan', 'tw', '--as-of', on);
    const imports: ImportJson[] = [];

    beforeAll(async () => {
      imports.push(await desk.json(ImportJson, ...importing, day));
    });

    it('then every block is accounted for, and it counts what is in it', () => {
      const [report] = imports;
      expect(report?.accounted.unaccounted).toBe(0);
      expect(report?.found).toMatchObject({
        priorities: 5,
        themes: 0,
        enablers: 0,
        results: 10,
        actions: 41,
        missingNumbers: [],
        targets: 0,
        updateRequests: 0,
        dataNeeds: 11,
        parties: 8,
      });
    });

    it('then priorities stand in the order of the document, under the outcomes of their headings', async () => {
      const { priorities } = await planOn(day);
      expect(
        priorities.map(({ ref, outcomes }) => [
          ref,
          outcomes.map(({ basis, title }) => [basis, title]),
        ]),
      ).toEqual([
        ['1', [['said', 'Being Healthy']]],
        ['4', [['said', 'Staying Safe']]],
        ['2', [['said', 'Enjoying and Achieving']]],
        ['5', [['said', 'Enjoying and Achieving']]],
        [
          '3',
          [
            ['said', 'Achieving Economic Wellbeing'],
            ['said', 'Making a Positive Contribution'],
          ],
        ],
      ]);
      expect(
        new Set(priorities.flatMap(({ outcomes }) => outcomes.map((one) => one.framework))),
      ).toEqual(new Set(['Every Child Matters']));
    });

    it('then results have what they are measured by where the words give it', async () => {
      const { priorities } = await planOn(day);
      const measures = priorities.flatMap(({ results }) =>
        results.map(({ ref, measure }) => [
          ref,
          measure?.baseline,
          measure?.target,
          measure?.timescale,
        ]),
      );
      const year2009 = { asWritten: '2009', earliest: '2009-01-01', latest: '2009-12-31' };
      expect(measures).toEqual([
        ['1(i)', undefined, undefined, undefined],
        [
          '1(ii)',
          '24',
          '15',
          { asWritten: 'September 2008 – July 2009', earliest: '2008-09-01', latest: '2009-07-31' },
        ],
        ['4', undefined, 'below the Kent average', undefined],
        ['2(i)', undefined, 'above the Kent and national averages', year2009],
        ['2(ii)', undefined, 'At least 80%', year2009],
        ['2(iii)', undefined, '90%', year2009],
        ['2(iv)', undefined, '90%', year2009],
        [
          '5(i)',
          undefined,
          undefined,
          {
            asWritten: 'in the academic year 2008/09',
            earliest: '2008-09-01',
            latest: '2009-08-31',
          },
        ],
        ['5(ii)', undefined, undefined, undefined],
        [
          '3',
          'zero',
          '25+',
          {
            asWritten: 'between September 2008 and July 2009',
            earliest: '2008-09-01',
            latest: '2009-07-31',
          },
        ],
      ]);
    });

    it('then 41 actions stand in six lists, whose numbers begin again, under the results that they serve', async () => {
      const { actions, counts } = await planOn(day);
      const lists = Map.groupBy(actions, ({ under }) => under.results.join(' '));
      expect([...lists].map(([results, list]) => [results, list.length]).toSorted()).toEqual([
        ['1(i) 1(ii)', 9],
        ['2(i)', 7],
        ['2(ii) 2(iii) 2(iv)', 11],
        ['3', 5],
        ['4', 2],
        ['5(i) 5(ii)', 7],
      ]);
      expect(lists.get('2(ii) 2(iii) 2(iv)')?.map(({ ref, label }) => [ref, label])).toEqual(
        Array.from({ length: 11 }, (_, at) => [`2(ii).${at + 1}`, `${at + 1}.`]),
      );
      expect(lists.get('3')?.map(({ label }) => label)).toEqual(['·', '·', '·', '·', '·']);
      expect(counts.byRating).toMatchObject({ Red: 0, Amber: 0, Green: 0, 'Not rated': 41 });
      expect(actions.flatMap(({ owners }) => owners)).toEqual([]);
    });

    it('then an action has its timescale, and every appendix that it names', async () => {
      const plan = await planOn(day);
      expect(actionOf(plan, '4.1').timescale).toEqual({
        asWritten: 'Autumn 2008',
        earliest: '2008-09-01',
        latest: '2008-11-30',
      });
      const references = (ref: string) =>
        actionOf(plan, ref).crossReferences.map(({ asWritten }) => asWritten);
      expect(references('1.2')).toEqual(['Appendix 3', 'Appendix 4', 'Appendix 5', 'Appendix 28']);
      expect(references('4.2')).toEqual(['Appendices 9 and 10', 'Appendices 9 and 10']);
      expect(references('1.3')).toEqual([]);
    });

    it('then indicators have their baselines, and the stories behind them are told', async () => {
      const { indicators, priorities } = await planOn(day);
      expect(indicators.map(({ under, baseline }) => [under, baseline !== null])).toEqual([
        [['priority:1'], true],
        [['priority:4'], true],
        [['priority:2'], true],
        [['priority:2'], false],
        [['priority:5'], false],
        [['priority:5'], false],
      ]);
      expect(indicators[0]?.baseline).toContain(
        'from 15 (14 secondary; 1 primary) in 2006-2007 to 24',
      );
      // A story that serves several results stands under their priority.
      expect(
        priorities.map(({ ref, stories, results }) => [
          ref,
          stories.length,
          results.filter((one) => one.stories.length > 0).map((one) => one.ref),
        ]),
      ).toEqual([
        ['1', 1, []],
        ['4', 1, []],
        ['2', 1, ['2(i)']],
        ['5', 1, []],
        ['3', 1, []],
      ]);
    });

    it('then the lines of the data development plans are what data is lacking', async () => {
      const { dataNeeds } = await planOn(day);
      expect(dataNeeds.map(({ under }) => under)).toEqual([
        ...['priority:1', 'priority:1'],
        ...['priority:4', 'priority:4', 'priority:4'],
        'result:2(i)',
        'priority:2',
        ...['priority:5', 'priority:5'],
        ...['priority:3', 'priority:3'],
      ]);
      expect(dataNeeds.every(({ status }) => status === 'raised')).toBe(true);
    });

    it('then footnotes out of their place are kept as narrative, and said to be uncertain', async () => {
      const lines = (message: RegExp) =>
        imports[0]?.warnings.filter((one) => message.test(one.message)).map(({ line }) => line);
      expect(lines(/footnote/)).toEqual([330, 577, 579, 581]);
      expect(lines(/seven/)).toEqual([680]);
      const { narratives } = await planOn(day);
      expect(JSON.stringify(narratives)).toContain('3 specific target for LAC (Appendix 33)');
    });

    it('then the board’s organisations are known with their roles on it', async () => {
      const parties = await desk.json(PartiesJson, 'parties', 'tw', '--as-of', day);
      const roles = parties
        .filter(({ kind }) => kind === 'organisation')
        .map(({ name, boardRoles }) => [name, boardRoles.length]);
      expect(roles).toEqual([
        ['KCC Children, Families and Education (CFE)', 7],
        ['KCC Community', 2],
        ['Tunbridge Wells Borough Council', 1],
        ['West Kent Primary Care Trust (PCT)', 1],
        ['Voluntary Agency West Kent (VAWK)', 1],
        ['Early Years', 1],
        ['West Kent College', 1],
        ['West Kent Police', 1],
      ]);
      const police = parties.find(({ name }) => name === 'West Kent Police');
      expect(police?.boardRoles.map(({ role }) => role)).toEqual(['Police Inspector (Community)']);
    });

    it('then the board looks at it each quarter, and nothing of it has ever been rated', async () => {
      const { plan } = await planOn(day);
      expect(plan.cadenceMonths).toBe(3);
      expect(plan.period).toMatchObject({ earliest: '2008-01-01', latest: '2010-12-31' });
      const owed = await desk.json(OwedJson, 'owed', 'tw', '--as-of', '2008-12-31');
      const reasons = Map.groupBy(owed, ({ reason }) => reason);
      expect(reasons.get('never rated')).toHaveLength(41);
      expect(reasons.get('asked') ?? []).toHaveLength(0);
      expect(reasons.get('overdue')?.[0]).toMatchObject({ dueOn: '2008-12-30', daysOverdue: 1 });
    });

    it('when the same document comes again, then nothing is added for that date, and one event for a later', async () => {
      const again = desk.copy();
      const before = imports[0]?.ordinal ?? 0;
      expect(await again.json(ImportJson, ...importing, day)).toMatchObject({
        events: 0,
        ordinal: before,
      });
      const later = await again.json(ImportJson, ...importing, '2008-12-31');
      expect([later.events, later.changes]).toEqual([1, {}]);
      expect(later.ordinal).toBe(before + 1);
    });

    it('given a result’s action that is rated between, then its history says by whom, and from where the title is', async () => {
      const kept = desk.copy();
      await kept.done(
        'rate',
        'tw',
        '2(ii).3',
        'amber',
        '--effective-on',
        '2008-11-01',
        '--on-word-of',
        'Pat Reed',
      );
      const rows = await kept.json(HistoryJson, 'history', 'tw', '2(ii).3');
      expect(rows.find(({ field }) => field === 'title')?.source?.line).toBe(563);
      expect(rows.find(({ field }) => field === 'rating')).toMatchObject({
        from: 'Not rated',
        to: 'Amber',
        by: 'Ada Clerk',
        onWordOf: 'Pat Reed',
        effectiveOn: '2008-11-01',
      });
      const changes = await kept.json(
        ChangesJson,
        'changes',
        'tw',
        '--from',
        day,
        '--to',
        '2008-12-31',
      );
      expect(changes.counts).toEqual({ 're-rated': 1, silent: 40 });
    });
  },
);
