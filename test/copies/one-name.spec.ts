import {
  assignOrder,
  type Author,
  carryOut,
  changeAction,
  streamOf,
  type WorkbookAnswer,
} from '@trackrecord/application';
import { decideParty, PartyId, RenameParty, Text } from '@trackrecord/domain';
import { CommandId, LocalDate } from '@trackrecord/kernel';
import { must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { into } from './kit/copied-plan.ts';
import { copyDocument, type Row } from './kit/copy-document.ts';
import {
  type CopyStage,
  copyStage,
  doubtsIn,
  ordersIn,
  rowsOf,
  written,
} from './kit/copy-stage.ts';

let stage: CopyStage;
let made: WorkbookAnswer;

const [said, back] = ['2025-06-30', '2025-09-30'] as const;

const keeper: Author = () =>
  TE.right({
    by: must(PartyId)('p-keeper'),
    effectiveOn: must(LocalDate)(said),
    channel: 'document',
    verified: true,
  });

const leads = ({ plan }: WorkbookAnswer, ref: string): ReadonlyArray<string> =>
  plan.actions
    .filter((action) => action.ref === ref)
    .flatMap(({ owners }) => owners.filter(({ role }) => role === 'lead'))
    .map(({ party }) => party);

/** Action 3 is led by another Ada Moss than action 1. */
beforeEach(async () => {
  stage = await copyStage();
  const { data } = stage.plan;
  const other = { _tag: 'ByName', name: 'Ada Mosse', kind: 'person' } as const;
  const named = { plan: into.plan, ref: '3', author: keeper };
  rightOf(await changeAction(data)({ ...named, make: assignOrder(other, 'lead') })());
  const before = await stage.plan.answer(said);
  const id = before.plan.actions
    .flatMap(({ owners }) => owners)
    .find(({ name }) => name === 'Ada Mosse')?.party;
  rightOf(
    await carryOut(data)({
      stream: streamOf('party', must(PartyId)(id)),
      decide: decideParty,
      circumstances: {
        commandId: must(CommandId)('44444444-4444-4444-8444-444444444444'),
        recordedAt: data.clock.now(),
        recordedBy: { party: must(PartyId)('p-keeper'), verified: true },
        channel: 'document',
        effectiveOn: must(LocalDate)(said),
      },
      steps: () => E.right([{ order: RenameParty.of({ name: must(Text)('Ada Moss') }) }]),
    })(),
  );
  rightOf(await data.views.catchUp()());
  made = await stage.plan.answer(said);
});

const taken = (change: (row: Row) => Row) =>
  stage.plan.takeBack(copyDocument('copy.xlsx', { rows: rowsOf(made).map(change) }, made), back);

const inRow =
  (ref: string, lead: string) =>
  (row: Row): Row =>
    row.cells.get('ref') === ref ? written(row, ['lead', lead]) : row;

describe('two of one name in a copy', () => {
  it('given that nobody touched it, then each is said again', async () => {
    expect(leads(made, '1')).not.toEqual(leads(made, '3').slice(-1));
    const copy = await taken((row) => row);
    expect(ordersIn(copy)).toEqual([]);
    expect(doubtsIn(copy)).toEqual([]);
    const owners = copy.reconciled.confirmed
      .flatMap(({ registers }) => registers)
      .filter(({ field }) => field.startsWith('owner/'));
    // Both leads of action 3, the lead and supporter of action 1, the supporter of action 2.
    expect(owners).toHaveLength(5);
  });

  it('given that one is taken out, then whoever of them leads that action is released', async () => {
    const copy = await taken(inRow('3', 'Ben Frost'));
    expect(ordersIn(copy)).toEqual(['ReleaseOwner 3']);
    const after = await stage.plan.answer(back);
    expect(leads(after, '3')).toHaveLength(1);
    expect(leads(after, '1')).toEqual(leads(made, '1'));
  });

  it('given that the name is written where neither leads, then nobody is guessed, and that is told', async () => {
    const copy = await taken(inRow('4', 'Ada Moss'));
    expect(ordersIn(copy)).toEqual([]);
    expect(doubtsIn(copy)).toEqual([
      'Ada Moss: several in this plan are called “Ada Moss”, and the cell does not say which of them: left as it is. Change it in the plan',
    ]);
  });
});
