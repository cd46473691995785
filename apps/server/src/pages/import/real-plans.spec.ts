import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planAnswer, previewImport, resolveQuestion } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { importableOf, importReport, proposePlan, readText } from '@trackrecord/documents';
import { LocalDate } from '@trackrecord/kernel';
import { lookupReferencePlans, memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { textIn } from '../../testing/form-in.ts';
import { importStage } from '../../testing/import-stage.ts';

const plans = lookupReferencePlans();
if (plans._tag === 'Missing') console.log(`real plans in the browser: skipped, since ${plans.why}`);

/** Counted by hand in the documents: actions, and what the ratings come to. */
const real = [
  {
    name: 'ashford-1-cypp-2008-2011.txt',
    plan: 'ashford',
    actions: 84,
    doubts: ['No line under this priority is labelled as an action', 'May ask for an update'],
    hints: ['A place was left open: “***”.'],
  },
  {
    name: 'tunbridge-wells-cypp-2008-2010.txt',
    plan: 'tunbridge',
    actions: 41,
    doubts: ['Says “seven performance accountability questions”'],
    hints: [],
  },
] as const;

describe.skipIf(plans._tag === 'Missing').each(real)('the real plan $name', (one) => {
  const path = join(plans._tag === 'Found' ? plans.directory : '', one.name);

  it('then its preview says what the import reports, and recording it makes the plan', async () => {
    const { desk, manager, upload } = await importStage(await memoryTrackrecord());
    const bytes = readFileSync(path);
    const came = await upload(
      '/imports/new',
      { name: one.name, bytes },
      { on: '30/6/2009', plan: one.plan },
    );
    const preview = came._tag === 'Redirect' ? came.to : '';

    // The same by another way: as the command line previews it.
    const document = rightOf(readText(one.name, bytes));
    const proposal = proposePlan(document);
    const plan = must(PlanId)(one.plan);
    const effectiveOn = must(LocalDate)('2009-06-30');
    const into = { plan, title: plan, timeZone: 'Europe/London' };
    const imported = rightOf(
      await previewImport(desk)({
        plan,
        importable: importableOf(document, proposal, into),
        said: { effectiveOn, channel: 'document' },
      })(),
    );
    const report = importReport({
      plan,
      document,
      proposal,
      imported,
      effectiveOn,
      committed: false,
    });

    const shown = await manager.get(preview);
    const html = shown._tag === 'Page' ? textIn(shown.html) : '';
    const doubtful = new Set(report.warnings.map(({ block }) => block)).size;
    [
      `${report.events} facts will be recorded`,
      `Of ${report.document.blocks} blocks`,
      `${report.accounted.fields} blocks became part of the plan`,
      `${report.accounted.narrative} blocks are kept as text`,
      'none was left over',
      `${report.found.actions} actions`,
      `${report.found.priorities} priorities`,
      `${report.found.indicators} indicators`,
      `>${doubtful}</span> <span class="app-tally__label">doubtful places`,
      ...one.doubts,
      ...one.hints,
    ].forEach((words) => {
      expect(html).toContain(words);
    });
    expect(report.found.actions).toBe(one.actions);

    const recorded = await manager.send(preview, {});
    expect(recorded).toMatchObject({ _tag: 'Redirect' });
    rightOf(await desk.views.catchUp()());
    const answer = rightOf(planAnswer(desk)(rightOf(resolveQuestion(desk)(plan, {}))));
    expect(answer.counts.actions).toBe(one.actions);
    expect(answer.documents).toMatchObject([{ name: one.name, on: '2009-06-30' }]);
  });

  it('then every page of its blocks has its lines, up to the last', async () => {
    const { manager, upload } = await importStage(await memoryTrackrecord());
    const bytes = readFileSync(path);
    const came = await upload(
      '/imports/new',
      { name: one.name, bytes },
      { on: '30/6/2009', plan: one.plan },
    );
    const preview = came._tag === 'Redirect' ? came.to : '';
    const { blocks } = rightOf(readText(one.name, bytes));
    const pages = Math.ceil(blocks.length / 100);
    const lines: Array<number> = [];
    for (let page = 1; page <= pages; page += 1) {
      const shown = await manager.get(`${preview}/blocks?page=${page}`);
      const html = shown._tag === 'Page' ? shown.html : '';
      lines.push(
        ...[...html.matchAll(/data-label="Line">(\d+)</gu)].map(([, line]) => Number(line)),
      );
    }
    expect(lines).toEqual(blocks.map(({ line }) => line));
  });
});
