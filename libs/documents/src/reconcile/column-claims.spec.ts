import {
  type ColumnChoice,
  ColumnHead,
  ColumnMeaningChosen,
  type DomainEvent,
  IndicatorId,
  PartyId,
  PlanId,
} from '@trackrecord/domain';
import { aPlan, eventsOf, happened, must, stateAfter } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { columnMeaningsOf } from '../columns/column-meanings.ts';
import { tableDocument } from '../columns/testing/table-document.ts';
import { proposePlan } from '../propose-plan.ts';
import { reconcile } from './reconcile.ts';

const document = tableDocument([
  ['Thing', 'Where are we'],
  ['Open a family hub', 'Amber'],
  ['Recruit two wardens', 'Green'],
]);

const choice = (head: string, meaning: ColumnChoice['meaning']): ColumnChoice => ({
  head: must(ColumnHead)(head),
  meaning,
});

const held = (columns: ReadonlyArray<ColumnChoice>, before: ReadonlyArray<DomainEvent> = []) =>
  reconcile(
    {
      ...{ plan: must(PlanId)('harbour'), title: 'Harbour', timeZone: 'Europe/London' },
      document: { sha256: document.sha256, name: document.name, blocks: document.blocks.length },
      state: stateAfter(before, '2026-06-30'),
      partyId: must(PartyId),
      indicatorId: ({ title }) => must(IndicatorId)(title),
      columns,
    },
    proposePlan(document, columnMeaningsOf(columns)),
  );

const chosenIn = ({ steps }: ReturnType<typeof held>) =>
  steps.flatMap(({ order, source }) =>
    order.type === 'ChooseColumnMeaning'
      ? [{ ...order.data, document: source?.document, place: source?.place }]
      : [],
  );

const answers = [choice('Thing', 'action'), choice('Where are we', 'rating')] as const;

describe('what was said of columns with an import', () => {
  it('given a plan that knows none of it, then it is chosen in the same command, from that document', () => {
    const outcome = held(answers);
    expect(chosenIn(outcome)).toEqual([
      { ...answers[0], document: document.sha256, place: 'table 1, row 1, column 1' },
      { ...answers[1], document: document.sha256, place: 'table 1, row 1, column 2' },
    ]);
    expect(outcome.changes).toMatchObject({ ChooseColumnMeaning: 2, CreateAction: 2 });
    expect(outcome.steps.map(({ order }) => order.type)[0]).toBe('RegisterPlan');
    expect(outcome.steps.at(-1)?.order.type).toBe('RecordImport');
  });

  it('given nothing said, then nothing is chosen', () => {
    expect(chosenIn(held([]))).toEqual([]);
  });

  it('given what the plan holds already, under a head written otherwise, then it is only said again', () => {
    const outcome = held(
      [choice('where are we?', 'rating')],
      eventsOf([aPlan, happened(ColumnMeaningChosen, answers[1], '2026-03-31')]),
    );
    expect(chosenIn(outcome)).toEqual([]);
    expect(outcome.confirmed.flatMap(({ registers }) => registers)).toContainEqual({
      subject: 'plan',
      field: 'columnMeaning/where are we',
    });
  });

  it('given another meaning than the plan holds, then it is chosen anew, and takes nothing back', () => {
    const outcome = held(
      answers,
      eventsOf([aPlan, happened(ColumnMeaningChosen, choice('Thing', 'notes'), '2026-03-31')]),
    );
    expect(chosenIn(outcome).map(({ head }) => head)).toEqual(['Thing', 'Where are we']);
    expect(outcome.takesBack.filter(({ field }) => field.startsWith('columnMeaning'))).toEqual([]);
  });
});
