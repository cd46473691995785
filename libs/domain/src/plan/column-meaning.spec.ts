import { aPlan, events, givenPlan, happened, nothingNew, order } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { ChooseColumnMeaning } from './choose-column-meaning.ts';
import { ColumnMeaningChosen } from './column-meaning-chosen.ts';
import { ColumnHead, columnMeanings, plainHead } from './column-meaning.ts';
import { PlanClosed } from './plan-closed.ts';

const rating = { head: 'Where are we', meaning: 'rating' };

describe('ChooseColumnMeaning', () => {
  const choose = order(ChooseColumnMeaning, rating);

  it('given a plan, then what a column means is chosen', () => {
    expect(givenPlan(aPlan).when(choose)).toEqual(events(['ColumnMeaningChosen', rating]));
  });

  it('given the same choice for the same date, then it is nothing new', () => {
    expect(givenPlan(aPlan, happened(ColumnMeaningChosen, rating)).when(choose)).toEqual(
      nothingNew,
    );
  });

  it('given another choice, then the column means that from now on', () => {
    const notes = { ...rating, meaning: 'notes' };
    expect(
      givenPlan(aPlan, happened(ColumnMeaningChosen, rating)).when(
        order(ChooseColumnMeaning, notes),
      ),
    ).toEqual(events(['ColumnMeaningChosen', notes]));
  });

  it('given a plan that has ended, then its older documents can still be read', () => {
    expect(givenPlan(aPlan, happened(PlanClosed, {}, '2026-03-31')).when(choose)).toEqual(
      events(['ColumnMeaningChosen', rating]),
    );
  });

  it('given a meaning or a head that is none, then there is no such command', () => {
    expect(() => order(ChooseColumnMeaning, { ...rating, meaning: 'colour' })).toThrow();
    expect(() => order(ChooseColumnMeaning, { ...rating, head: '' })).toThrow();
    expect(() => order(ChooseColumnMeaning, { ...rating, head: ' Status' })).toThrow();
    expect(() => order(ChooseColumnMeaning, { ...rating, head: 'Two\nlines' })).toThrow();
    expect(() => order(ChooseColumnMeaning, { ...rating, head: 'x'.repeat(201) })).toThrow();
  });
});

describe('what a column means', () => {
  it('given an event, then it stands in a register of the plain head, with the head as written', () => {
    const { says } = ColumnMeaningChosen.statesOf({ head: 'Where  are we?', meaning: 'notes' });
    expect(says).toEqual([
      {
        subject: 'plan',
        field: 'columnMeaning/where are we',
        value: { head: 'Where  are we?', meaning: 'notes' },
      },
    ]);
  });

  it('given the meanings, then nothing is the last of the ten', () => {
    expect(columnMeanings).toHaveLength(10);
    expect(columnMeanings.at(-1)).toBe('nothing');
  });
});

describe('the plain head', () => {
  it.each([
    ['RAG Status', 'rag status'],
    ['RAG  status:', 'rag status'],
    ['Where are we?', 'where are we'],
    ['Who’s doing it', "who's doing it"],
    ['Position\u00a0(Q1)', 'position (q1)'],
    ['Start – end', 'start - end'],
    ['#', '#'],
    ['?', '?'],
    ['***', '***'],
  ])('given "%s", then it is "%s"', (head, plain) => {
    expect(plainHead(head)).toBe(plain);
  });

  it('given the plain head of a head, then it is its own plain head', () => {
    const heads = ['RAG Status :', 'A . :', '?', 'Ｗｈｅｒｅ', 'İ'];
    expect(heads.every((head) => ColumnHead.is(head))).toBe(true);
    expect(heads.map(plainHead).map(plainHead)).toEqual(heads.map(plainHead));
  });
});
