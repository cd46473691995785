import {
  AddNote,
  ChangeRating,
  CloseAction,
  CreateAction,
  decideCommand,
  decidePlan,
  type DomainEvent,
  GiveUpdate,
  IndicatorId,
  PartyId,
  PlanId,
  type PlanOrder,
  ReopenAction,
  RewordAction,
  type Step,
  WithdrawAction,
} from '@trackrecord/domain';
import { CommandId, Sha256 } from '@trackrecord/kernel';
import { circumstancesOn, must, order, stateAfter } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { proposePlan } from '../propose-plan.ts';
import { readText } from '../reading/text/read-text.ts';
import type { Context } from './context.ts';
import { reconcile } from './reconcile.ts';
import type { Reconciliation } from './reconciliation.ts';
import { slugOf } from './words-of.ts';

type Row = Readonly<{ title: string; rating?: string; note?: string }>;

const row = (number: number, { title, rating = 'AMBER', note = '' }: Row): string =>
  `\tAction ${number}. ${title}\n\t${rating}\n\n\nNotes: ${note}\n`;

/** A document of one priority: its actions are numbered in their order. */
const document = (...rows: ReadonlyArray<Row>): string =>
  `Priority 1: Better parks\n\n${rows.map((one, at) => row(at + 1, one)).join('')}`;

const proposed = (text: string): ProposedPlan => {
  const read = readText('plan.txt', new TextEncoder().encode(text));
  if (E.isLeft(read)) throw new Error(read.left._tag);
  return proposePlan(read.right);
};

const contextOf = (events: ReadonlyArray<DomainEvent>, nth: number, on: string): Context => ({
  ...{ plan: must(PlanId)('parks'), title: 'Parks', timeZone: 'Europe/London' },
  document: { sha256: must(Sha256)(String(nth).repeat(64)), name: `${nth}.txt`, blocks: 1 },
  state: stateAfter(events, on),
  partyId: (name) => must(PartyId)(slugOf(name)),
  indicatorId: ({ title }) => must(IndicatorId)(slugOf(title)),
});

const carriedOut = (
  events: ReadonlyArray<DomainEvent>,
  on: string,
  steps: ReadonlyArray<Step<PlanOrder>>,
): ReadonlyArray<DomainEvent> => {
  const id = must(CommandId)(
    `44444444-4444-4444-8444-44444444${String(events.length).padStart(4, '0')}`,
  );
  const made = decideCommand(decidePlan)(stateAfter(events, on))(
    { ...circumstancesOn(on), commandId: id },
    steps,
  );
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left));
  return [...events, ...made.right];
};

/** What a second document comes to after a first one, and after what people did in between. */
const after = (
  first: string,
  between: ReadonlyArray<PlanOrder>,
  ...documents: ReadonlyArray<string>
): Reconciliation => {
  const quarters = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'];
  const imported = (events: ReadonlyArray<DomainEvent>, text: string, nth: number) => {
    const on = quarters[nth] ?? '';
    const steps = reconcile(contextOf(events, nth + 1, on), proposed(text)).steps;
    const done = carriedOut(events, on, steps);
    return nth === 0
      ? between.reduce((so, one) => carriedOut(so, '2026-05-01', [{ order: one }]), done)
      : done;
  };
  const before = [first, ...documents.slice(0, -1)].reduce(imported, []);
  const last = documents.length;
  return reconcile(
    contextOf(before, last + 1, quarters[last] ?? ''),
    proposed(documents.at(-1) ?? ''),
  );
};

/** The orders that a document comes to, without the record of its import. */
const orders = ({ steps }: Reconciliation): ReadonlyArray<readonly [string, unknown]> =>
  steps
    .filter(({ order: { type } }) => type !== 'RecordImport')
    .map((step) => [step.order.type, step.order.data]);

const types = (reconciliation: Reconciliation): ReadonlyArray<string> =>
  orders(reconciliation).map(([type]) => type);

const gates = { title: 'Open the gates at weekends', note: 'Two gates are open.' };
const trees = { title: 'Plant a tree for every newborn child' };
const bus = { title: 'Run a night bus to the harbour' };
const plan = document(gates, trees, bus);

const rate = (action: string, rating: string) => order(ChangeRating, { action, rating });
const reword = (action: string, title: string) => order(RewordAction, { action, title });

describe('a document that is held against the plan', () => {
  it('given the same words, then it changes nothing and confirms what it says', () => {
    const same = after(plan, [], plan);
    expect(types(same)).toEqual([]);
    expect(same.confirmed.length).toBeGreaterThan(0);
    expect(same.takesBack).toEqual([]);
  });

  it('given a new action in the middle, then it is created, and those after it are renumbered at once', () => {
    expect(
      orders(after(plan, [], document(gates, { title: 'Teach children to swim' }, trees, bus))),
    ).toEqual([
      [
        'RenumberActions',
        {
          renumbered: [
            { action: '2', ref: '3', label: 'Action 3.' },
            { action: '3', ref: '4', label: 'Action 4.' },
          ],
        },
      ],
      ['CreateAction', expect.objectContaining({ action: '2~2', ref: '2' })],
      ['ChangeRating', { action: '2~2', rating: 'Amber' }],
    ]);
  });

  it('given an action that is gone and others that take its number, then it is withdrawn before they do', () => {
    expect(orders(after(plan, [], document(trees, bus)))).toEqual([
      ['WithdrawAction', { action: '1' }],
      [
        'RenumberActions',
        {
          renumbered: [
            { action: '2', ref: '1', label: 'Action 1.' },
            { action: '3', ref: '2', label: 'Action 2.' },
          ],
        },
      ],
    ]);
  });

  it('given an action that comes back, then it is opened again', () => {
    const back = after(plan, [], document(trees, bus), plan);
    expect(types(back)).toEqual(['RenumberActions', 'ReopenAction']);
    expect(orders(back)[1]).toEqual(['ReopenAction', { action: '1' }]);
  });

  it('given a closed action whose number goes to another, then it gets one of its own', () => {
    const closed = after(plan, [order(CloseAction, { action: '1' })], document(trees, bus));
    expect(orders(closed)).toEqual([
      [
        'RenumberActions',
        {
          renumbered: [
            { action: '2', ref: '1', label: 'Action 1.' },
            { action: '3', ref: '2', label: 'Action 2.' },
            { action: '1', ref: '1~2', label: 'Action 1.' },
          ],
        },
      ],
    ]);
  });

  it('given an action that people added, then it stays, and that is told', () => {
    const added = order(CreateAction, {
      ...{
        action: '9',
        ref: '9',
        label: '',
        title: 'Mow the lawn',
        under: { priority: '1', results: [] },
      },
    });
    const kept = after(plan, [added], plan);
    expect(types(kept)).toEqual([]);
    expect(kept.warnings.map(({ text }) => text)).toEqual(['Mow the lawn']);
  });

  it('given words that are quite others under the same number, then it is taken for the same, and that is told', () => {
    const other = after(plan, [], document(gates, trees, { title: 'Teach children to swim' }));
    expect(types(other)).toEqual(['RewordAction']);
    expect(other.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('action 3 reads quite differently'),
    ]);
  });
});

describe('what people recorded since the document before', () => {
  it('given another rating than the document’s, then it is changed back, and listed', () => {
    const back = after(plan, [rate('1', 'Red')], plan);
    expect(orders(back)).toEqual([['ChangeRating', { action: '1', rating: 'Amber' }]]);
    expect(back.takesBack).toEqual([
      {
        ...{ subject: 'action:1', field: 'rating', held: 'Red' },
        ...{ heldSince: '2026-05-01', says: 'Amber' },
      },
    ]);
  });

  it('given the rating that the document has now, then it is confirmed and nothing is taken back', () => {
    const same = after(plan, [rate('1', 'Red')], document({ ...gates, rating: 'RED' }, trees, bus));
    expect([orders(same), same.takesBack]).toEqual([[], []]);
  });

  it('given other words, then they are changed back, and listed', () => {
    const back = after(plan, [reword('1', 'Open all gates at weekends')], plan);
    expect(types(back)).toEqual(['RewordAction']);
    expect(back.takesBack.map(({ field, held }) => [field, held])).toEqual([
      ['title', 'Open all gates at weekends'],
    ]);
  });

  it('given a closed action that stands there as it was, then it stays closed', () => {
    const closed = after(plan, [order(CloseAction, { action: '1' })], plan);
    expect([orders(closed), closed.takesBack]).toEqual([[], []]);
  });

  it('given a closed action that is rated otherwise, then it is opened again, and that is listed', () => {
    const opened = after(
      plan,
      [order(CloseAction, { action: '1' })],
      document({ ...gates, rating: 'RED' }, trees, bus),
    );
    expect(types(opened)).toEqual(['ReopenAction', 'ChangeRating']);
    expect(opened.takesBack.map(({ field, held, says }) => [field, held, says])).toEqual([
      ['status', 'closed', 'open'],
    ]);
  });

  it('given an action that people withdrew, then it is opened again, and that is listed', () => {
    const opened = after(plan, [order(WithdrawAction, { action: '1' })], plan);
    expect(types(opened)).toEqual(['ReopenAction']);
    expect(opened.takesBack).toHaveLength(1);
  });

  it('given an action that people opened again and that is gone, then it is withdrawn, and that is listed', () => {
    const between = [order(CloseAction, { action: '1' }), order(ReopenAction, { action: '1' })];
    const gone = after(plan, between, document(trees, bus));
    expect(types(gone)).toEqual(['WithdrawAction', 'RenumberActions']);
    expect(gone.takesBack.map(({ field, held, says }) => [field, held, says])).toEqual([
      ['status', 'open', 'withdrawn'],
    ]);
  });
});

describe('the notes of an action', () => {
  const noted = (note: string) => document({ ...gates, note }, trees, bus);

  it('given another note, then it takes the place of the one before', () => {
    expect(orders(after(plan, [], noted('Four gates are open.')))).toEqual([
      ['AddNote', { action: '1', note: '22222222-1', text: 'Four gates are open.' }],
      ['SupersedeNote', { action: '1', note: '11111111-1', by: '22222222-1' }],
    ]);
  });

  it('given no note any more, then the one before is withdrawn', () => {
    expect(orders(after(plan, [], noted('')))).toEqual([
      ['WithdrawNote', { action: '1', note: '11111111-1' }],
    ]);
  });

  it('given a note of people’s own, then it stays', () => {
    const own = order(AddNote, { action: '1', note: 'n-1', text: 'The key is lost.' });
    expect(types(after(plan, [own], plan))).toEqual([]);
    expect(types(after(plan, [own], noted('')))).toEqual(['WithdrawNote']);
  });

  it('given a first note, then it is added', () => {
    expect(orders(after(document(trees), [], document({ ...trees, note: 'Begun.' })))).toEqual([
      ['AddNote', { action: '1', note: '22222222-1', text: 'Begun.' }],
    ]);
  });
});

describe('words that ask for news', () => {
  const asking = document({ ...gates, note: 'Two gates are open. Mary Moss to update' }, trees);
  const noted = (note: string) => document({ ...gates, note }, trees);
  const given = order(GiveUpdate, { action: '1', note: { note: 'n-1', text: 'All is well.' } });

  it('given that they still stand, then they ask still', () => {
    expect(types(after(asking, [], asking))).toEqual([]);
  });

  it('given that they are gone with news, then they were answered; without news, they are waived', () => {
    expect(types(after(asking, [], noted('All gates are open.')))).toEqual([
      'GiveUpdate',
      'AddNote',
      'SupersedeNote',
    ]);
    expect(types(after(asking, [], noted('')))).toEqual(['WaiveUpdate', 'WithdrawNote']);
  });

  it('given that people answered and the document merely repeats them, then nobody is asked again', () => {
    expect(types(after(asking, [given], asking))).toEqual([]);
  });

  it('given that people answered and a new note asks again, then it is a new request', () => {
    const again = after(asking, [given], noted('The gates stick. Mary Moss to update'));
    expect(orders(again)[0]).toEqual([
      'RequestUpdate',
      {
        ...{ action: '1', request: 'mary-moss-to-update-2', of: ['mary-moss'] },
        words: 'Mary Moss to update',
      },
    ]);
  });

  it('given that a document dropped them and a later one asks again, then it is a new request', () => {
    const again = after(asking, [], noted('All gates are open.'), asking);
    expect(types(again)).toContain('RequestUpdate');
  });

  it('given a closed action, then what it was asked is waived, and it stays closed', () => {
    const closed = after(asking, [order(CloseAction, { action: '1' })], noted('All is done.'));
    expect(types(closed)).toEqual(['WaiveUpdate', 'AddNote', 'SupersedeNote']);
  });
});

describe('what stands in the document no longer', () => {
  const themed = (theme: string, target: string) =>
    `Priority 1: Better parks\n\n1.1. By opening them:\n\n${row(1, gates)}${theme}${row(2, trees)}${target}`;
  const theme = '\n1.2. By planting:\n\n';
  const target = '\nTargets\n\n1.2a. To plant 100 trees by ***\n';
  const all = themed(theme, target);

  it('given a theme that is gone, then its actions move first', () => {
    expect(types(after(all, [], themed('', target)))).toEqual(
      expect.arrayContaining(['MoveAction', 'RemoveItem']),
    );
    const removed = after(all, [], themed('', ''));
    // What the target lacked is lacked no longer, since it has gone itself.
    expect(types(removed)).toEqual(['MoveAction', 'DropTarget', 'RemoveItem', 'RemoveItem']);
    expect(orders(removed).at(-1)).toMatchObject(['RemoveItem', { item: 'theme:1.2' }]);
  });

  it('given a theme under which people added an action, then it stays, and that is told', () => {
    const added = order(CreateAction, {
      ...{ action: '9', ref: '9', label: '', title: 'Water the trees' },
      under: { priority: '1', theme: '1.2', results: [] },
    });
    const kept = after(all, [added], themed('', ''));
    expect(orders(kept)).not.toContainEqual(['RemoveItem', { item: 'theme:1.2' }]);
    expect(kept.warnings.map(({ text }) => text)).toContain('theme 1.2');
  });

  it('given a target and a need that come back, then they are set and raised again', () => {
    const back = after(all, [], themed(theme, ''), all);
    expect(types(back)).toEqual(['SetTarget', 'RaiseDataNeed']);
  });
});

describe('words that are too long to be kept whole', () => {
  it('given a note of more than 100,000 characters, then it is cut between two of them, and that is told', () => {
    const long = `${'a'.repeat(99_999)}😀 and more`;
    const cut = after(plan, [], document({ ...gates, note: long }, trees, bus));
    expect(orders(cut)[0]).toMatchObject(['AddNote', { text: 'a'.repeat(99_999) }]);
    expect(cut.warnings.map(({ line, message }) => [line, message])).toEqual([
      [7, 'Longer than 100000 characters: only so many of them are kept.'],
    ]);
  });
});
