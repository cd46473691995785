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
import { circumstancesOn, must, stateAfter } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect, it } from 'vitest';
import { proposePlan } from '../propose-plan.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { readText } from '../reading/text/read-text.ts';
import { reconcile } from './reconcile.ts';

const proposalOf = (text: string): ProposedPlan => {
  const read = readText('plan.txt', new TextEncoder().encode(text));
  if (E.isLeft(read)) throw new Error(read.left._tag);
  return proposePlan(read.right);
};

const inOwnCell = (rating: string): string =>
  [
    'Priority 1: Safe',
    '',
    '\tAction 1. Open the boathouse',
    `\t${rating}`,
    '',
    '',
    'Notes: The keys are cut.',
    '',
    '\tAction 2. Light the path',
    '\tGREEN',
    '',
  ].join('\n');

const inColumn = (rating: string): string =>
  [
    'No\tAction\tWho\tRAG',
    `1\tOpen the boathouse\tAda Finch\t${rating}`,
    '2\tLight the path\tAda Finch\tGREEN',
    '',
  ].join('\n');

const importedInto = (
  stream: ReadonlyArray<DomainEvent>,
  text: string,
  [document, date]: readonly [number, string],
): ReadonlyArray<DomainEvent> => {
  const state = stateAfter(stream, date);
  const { steps } = reconcile(
    {
      plan: must(PlanId)('harbour'),
      title: 'Harbour',
      timeZone: 'Europe/London',
      document: { sha256: must(Sha256)(String(document).repeat(64)), name: 'plan.txt', blocks: 1 },
      state,
      partyId: () => must(PartyId)('ada-finch'),
      indicatorId: () => must(IndicatorId)('none'),
    },
    proposalOf(text),
  );
  const commandId = must(CommandId)(`33333333-3333-4333-8333-00000000000${document}`);
  const made = decideCommand(decidePlan)(state)({ ...circumstancesOn(date), commandId }, steps);
  if (E.isLeft(made)) throw new Error(made.left.refusal._tag);
  return made.right;
};

/** What the rating's place says, and what a red action is then. */
const laterWords: ReadonlyArray<readonly [words: string, rating: string]> = [
  ['PURPLE', 'Red'],
  ['On hold', 'Red'],
  ['GREEN/GREEN', 'Red'],
  ['', 'Not rated'],
  ['n/a', 'Not rated'],
  ['AMBER', 'Amber'],
];

const unknown = ['PURPLE', 'On hold', 'GREEN/GREEN'];
const layouts = [
  { layout: 'a cell of its own', written: inOwnCell, line: 4 },
  { layout: 'a rating column', written: inColumn, line: 2 },
];

describe.each(layouts)('given $layout for the rating', ({ written, line }) => {
  it.each(unknown)('when it says "%s" then that is warned of, and no rating is guessed', (word) => {
    const { actions, warnings } = proposalOf(written(word));
    expect(actions.map(({ ref, rating }) => [ref, rating])).toEqual([
      ['1', undefined],
      ['2', 'Green'],
    ]);
    expect(warnings.map((warning) => [warning.line, warning.text, warning.message])).toEqual([
      [
        line,
        word,
        `"${word}" is no rating that is known: not rated, never guessed. Accepted are Red, Amber, Green (or R, A, G), Amber/Green, On track, At risk, Off track, Complete, Not started, or nothing.`,
      ],
    ]);
  });

  it.each(laterWords)(
    'when a later version says "%s" of a red action then it is %s',
    (word, rating) => {
      const before = importedInto([], written('RED'), [1, '2026-03-31']);
      const after = importedInto(before, written(word), [2, '2026-06-30']);
      const { cut } = stateAfter([...before, ...after], '2026-06-30');
      expect(O.toNullable(actionRating.of(cut, 'action:1'))).toBe(rating);
    },
  );
});

describe('given a cell under an action that is no attempt at a rating', () => {
  it.each(['The keys are cut and the rota is full until Easter.', 'Lead: Ada Finch'])(
    'when it says "%s" then nothing is warned of',
    (words) => {
      const { actions, warnings } = proposalOf(inOwnCell(words));
      expect(actions[0]?.ratingAsWritten).toBeUndefined();
      expect(warnings).toEqual([]);
    },
  );
});
