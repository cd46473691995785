import {
  actionRating,
  decideCommand,
  decidePlan,
  type DomainEvent,
  IndicatorId,
  PartyId,
  PlanId,
} from '@trackrecord/domain';
import { CommandId, Sha256 } from '@trackrecord/kernel';
import { circumstancesOn, must, rightOf, stateAfter } from '@trackrecord/test-kit';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect, it } from 'vitest';
import { documentOf, heading, table } from '../outline/testing/document-of.ts';
import { proposePlan } from '../propose-plan.ts';
import { reconcile } from './reconcile.ts';

const paper = (fill: string) =>
  documentOf(
    heading('Priority 1: Safe'),
    table(1, [
      ['Ref', 'Action', 'Lead', 'RAG'],
      ['1', 'Open the hall', 'Ada Finch', { fill }],
      ['2', 'Light the path', 'Ada Finch', 'GREEN'],
    ]),
  );

const importedInto = (
  stream: ReadonlyArray<DomainEvent>,
  fill: string,
  [document, date]: readonly [number, string],
): ReadonlyArray<DomainEvent> => {
  const state = stateAfter(stream, date);
  const { steps } = reconcile(
    {
      plan: must(PlanId)('harbour'),
      title: 'Harbour',
      timeZone: 'Europe/London',
      document: { sha256: must(Sha256)(String(document).repeat(64)), name: 'plan.docx', blocks: 1 },
      state,
      partyId: () => must(PartyId)('ada-finch'),
      indicatorId: () => must(IndicatorId)('none'),
    },
    proposePlan(paper(fill)),
  );
  const commandId = must(CommandId)(`33333333-3333-4333-8333-00000000000${document}`);
  return rightOf(decideCommand(decidePlan)(state)({ ...circumstancesOn(date), commandId }, steps));
};

const ratingOn = (stream: ReadonlyArray<DomainEvent>, date: string) =>
  O.toUndefined(actionRating.of(stateAfter(stream, date).cut, 'action:1'));

describe('given a document that rates by a colour', () => {
  const first = importedInto([], '#FF0000', [1, '2026-03-31']);

  it('when it is imported then the event keeps which colour it was, and where', () => {
    const [rated] = first.filter(({ type }) => type === 'RatingChanged');
    expect(rated?.source).toMatchObject({
      words: "red by the cell's colour #FF0000",
      place: 'table 1, row 2, column 4',
    });
    expect(ratingOn(first, '2026-03-31')).toBe('Red');
  });

  it('when the next has another shade of it then nothing has changed', () => {
    const next = importedInto(first, '#C00000', [2, '2026-06-30']);
    expect(next.filter(({ type }) => type === 'RatingChanged')).toEqual([]);
  });

  it('when the next has a colour in doubt then the rating that was stays', () => {
    const next = importedInto(first, '#C9A86A', [2, '2026-06-30']);
    expect(ratingOn([...first, ...next], '2026-06-30')).toBe('Red');
  });

  it('when the next has no colour then it is not rated', () => {
    const next = importedInto(first, '#FFFFFF', [2, '2026-06-30']);
    expect(ratingOn([...first, ...next], '2026-06-30')).toBe('Not rated');
  });
});
