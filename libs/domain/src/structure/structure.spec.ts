import {
  anAction,
  aPlan,
  aPriority,
  aResult,
  aTheme,
  begun,
  events,
  givenPlan,
  happened,
  nothingNew,
  order,
  refused,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { ActionCreated } from '../action/action-created.ts';
import { ActionWithdrawn } from '../action/action-withdrawn.ts';
import { PlanClosed } from '../plan/plan-closed.ts';
import { DataNeedRaised } from '../target/data-need-raised.ts';
import { AddEnabler } from './add-enabler.ts';
import { AddPriority } from './add-priority.ts';
import { AddResult } from './add-result.ts';
import { AddTheme } from './add-theme.ts';
import { EnablerAdded } from './enabler-added.ts';
import { ItemRemoved } from './item-removed.ts';
import { LinkPriority } from './link-priority.ts';
import { PriorityLinked } from './priority-linked.ts';
import { MoveItem } from './move-item.ts';
import { RemoveItem } from './remove-item.ts';
import { RewordEnabler } from './reword-enabler.ts';
import { RewordPriority } from './reword-priority.ts';
import { RewordResult } from './reword-result.ts';
import { RewordTheme } from './reword-theme.ts';
import { UnlinkPriority } from './unlink-priority.ts';

const closed = happened(PlanClosed, {}, '2026-03-31');

const backwards = {
  timescale: { asWritten: '2028 to 2025', earliest: '2028-01-01', latest: '2025-12-31' },
};
const datesBackwards = refused({
  _tag: 'DatesBackwards',
  earliest: '2028-01-01',
  latest: '2025-12-31',
});

const notFound = (kind: string, ref: string) => refused({ _tag: 'NotFound', kind, ref });
const taken = (kind: string, ref: string) => refused({ _tag: 'RefTaken', kind, ref });

describe('AddPriority', () => {
  const asked = { priority: '2', title: 'Access to play' };
  const add = order(AddPriority, asked);

  it('given a plan without it, then it is added', () => {
    expect(givenPlan(aPlan).when(add)).toEqual(events(['PriorityAdded', asked]));
  });

  it('given a priority of that ref, then it is refused', () => {
    expect(givenPlan(aPlan, aPriority('2')).when(add)).toEqual(taken('priority', '2'));
  });

  it('given one that was removed, then it can be added again', () => {
    expect(
      givenPlan(aPlan, aPriority('2'), happened(ItemRemoved, { item: 'priority:2' })).when(add),
    ).toEqual(events(['PriorityAdded', asked]));
  });

  it('given a closed plan, then it is refused: nothing new comes into it', () => {
    expect(givenPlan(aPlan, closed).when(add)).toEqual(refused({ _tag: 'PlanIsClosed' }));
  });
});

describe('AddTheme', () => {
  const asked = { theme: '2.3', title: 'By opening school grounds', priority: '2' };
  const add = order(AddTheme, asked);

  it('given its priority, then it is added', () => {
    expect(givenPlan(aPlan, aPriority('2')).when(add)).toEqual(events(['ThemeAdded', asked]));
  });

  it('given no such priority, then it is refused', () => {
    expect(givenPlan(aPlan).when(add)).toEqual(notFound('priority', '2'));
  });

  it('given a theme of that ref, then it is refused', () => {
    expect(givenPlan(aPlan, aPriority('2'), aTheme('2.3', '2')).when(add)).toEqual(
      taken('theme', '2.3'),
    );
  });

  it('given a closed plan, then it is refused', () => {
    expect(givenPlan(aPlan, aPriority('2'), closed).when(add)).toEqual(
      refused({ _tag: 'PlanIsClosed' }),
    );
  });
});

describe('AddEnabler', () => {
  const asked = { enabler: 'A', title: 'Data that all can use' };
  const add = order(AddEnabler, asked);

  it('given a plan without it, then it is added', () => {
    expect(givenPlan(aPlan).when(add)).toEqual(events(['EnablerAdded', asked]));
  });

  it('given an enabler of that ref, then it is refused', () => {
    expect(givenPlan(aPlan, happened(EnablerAdded, asked)).when(add)).toEqual(
      taken('enabler', 'A'),
    );
  });

  it('given a closed plan, then it is refused', () => {
    expect(givenPlan(aPlan, closed).when(add)).toEqual(refused({ _tag: 'PlanIsClosed' }));
  });
});

describe('AddResult', () => {
  const asked = {
    result: '2(ii)',
    title: 'Fewer exclusions',
    priority: '2',
    measure: { baseline: '18', target: '9' },
  };
  const add = order(AddResult, asked);

  it('given its priority, then it is added with its measure', () => {
    expect(givenPlan(aPlan, aPriority('2')).when(add)).toEqual(events(['ResultAdded', asked]));
  });

  it('given no such priority, then it is refused', () => {
    expect(givenPlan(aPlan).when(add)).toEqual(notFound('priority', '2'));
  });

  it('given a result of that ref, then it is refused', () => {
    expect(givenPlan(aPlan, aPriority('2'), aResult('2(ii)', '2')).when(add)).toEqual(
      taken('result', '2(ii)'),
    );
  });

  it('given a measure whose dates are the wrong way round, then it is refused', () => {
    expect(
      givenPlan(aPlan, aPriority('2')).when(order(AddResult, { ...asked, measure: backwards })),
    ).toEqual(datesBackwards);
  });

  it('given a closed plan, then it is refused', () => {
    expect(givenPlan(aPlan, aPriority('2'), closed).when(add)).toEqual(
      refused({ _tag: 'PlanIsClosed' }),
    );
  });
});

describe('rewording', () => {
  const title = 'In other words';
  const all = [
    aPlan,
    aPriority('2'),
    aTheme('2.3', '2'),
    aResult('2(ii)', '2'),
    happened(EnablerAdded, { enabler: 'A', title: 'Data' }, begun),
  ];

  it.each([
    [order(RewordPriority, { priority: '2', title }), 'PriorityReworded', 'priority', '2'],
    [order(RewordTheme, { theme: '2.3', title }), 'ThemeReworded', 'theme', '2.3'],
    [order(RewordEnabler, { enabler: 'A', title }), 'EnablerReworded', 'enabler', 'A'],
    [order(RewordResult, { result: '2(ii)', title }), 'ResultReworded', 'result', '2(ii)'],
  ])(
    'given it is in the plan or not, then $type is carried out or refused',
    (asked, type, kind, ref) => {
      expect(givenPlan(...all).when(asked)).toEqual(events([type, asked.data]));
      expect(givenPlan(aPlan).when(asked)).toEqual(notFound(kind, ref));
    },
  );

  it('given a result’s measure whose dates are the wrong way round, then it is refused', () => {
    expect(
      givenPlan(...all).when(order(RewordResult, { result: '2(ii)', title, measure: backwards })),
    ).toEqual(datesBackwards);
  });
});

describe('links to outcomes of outside frameworks', () => {
  const outcome = {
    framework: 'County plan',
    ref: '2',
    title: 'To help families early',
    basis: 'inferred',
  };
  const link = order(LinkPriority, { priority: '2', link: 'county-2', outcome });
  const unlink = order(UnlinkPriority, { priority: '2', link: 'county-2' });

  it('given the priority, then it is linked, said or inferred', () => {
    expect(givenPlan(aPlan, aPriority('2')).when(link)).toEqual(
      events(['PriorityLinked', link.data]),
    );
  });

  it('given no such priority, then it is refused', () => {
    expect(givenPlan(aPlan).when(link)).toEqual(notFound('priority', '2'));
  });

  it('given a link, then it can be taken away', () => {
    expect(
      givenPlan(
        aPlan,
        aPriority('2'),
        happened(PriorityLinked, { priority: '2', link: 'county-2', outcome }),
      ).when(unlink),
    ).toEqual(events(['PriorityUnlinked', unlink.data]));
  });

  it('given no such link, then taking it away is refused', () => {
    expect(givenPlan(aPlan, aPriority('2')).when(unlink)).toEqual(
      notFound('outcome link', 'county-2'),
    );
  });
});

describe('MoveItem', () => {
  const move = (item: string) => order(MoveItem, { item, priority: '3' });
  const past = [aPlan, aPriority('2'), aTheme('2.3', '2'), aResult('2(ii)', '2')];

  it.each(['theme:2.3', 'result:2(ii)'])('given %s and the priority, then it is moved', (item) => {
    expect(givenPlan(...past, aPriority('3')).when(move(item))).toEqual(
      events(['ItemMoved', { item, priority: '3' }]),
    );
  });

  it('given no such item, or no such priority, then it is refused', () => {
    expect(givenPlan(...past).when(move('theme:9'))).toEqual(notFound('theme', '9'));
    expect(givenPlan(...past).when(move('theme:2.3'))).toEqual(notFound('priority', '3'));
  });

  it.each(['plan', 'priority:2', 'action:27'])('given %s, then it is refused', (item) => {
    expect(givenPlan(...past, anAction('27'), aPriority('3')).when(move(item))).toEqual(
      refused({ _tag: 'NotMovable', item }),
    );
  });
});

describe('RemoveItem', () => {
  const remove = (item: string) => order(RemoveItem, { item });
  const under = (place: object) =>
    happened(
      ActionCreated,
      { action: '27', ref: '27', label: '27.', title: 'Do', under: { results: [], ...place } },
      begun,
    );
  const withdrawn = happened(ActionWithdrawn, { action: '27' });

  it.each([
    ['priority:2', [aPriority('2')]],
    ['theme:2.3', [aPriority('2'), aTheme('2.3', '2')]],
    ['result:2(ii)', [aPriority('2'), aResult('2(ii)', '2')]],
    ['enabler:A', [happened(EnablerAdded, { enabler: 'A', title: 'Data' }, begun)]],
    [
      'dataNeed:d-1',
      [happened(DataNeedRaised, { dataNeed: 'd-1', words: 'by ***', under: 'plan' })],
    ],
  ])('given %s with nothing under it, then it is removed', (item, past) => {
    expect(givenPlan(aPlan, ...past).when(remove(item))).toEqual(events(['ItemRemoved', { item }]));
  });

  it('given no such item, then it is refused', () => {
    expect(givenPlan(aPlan).when(remove('theme:2.3'))).toEqual(notFound('theme', '2.3'));
  });

  it.each(['plan', 'action:27', 'indicator:ni-1'])(
    'given %s, then it is refused: that is not how it ends',
    (item) => {
      expect(givenPlan(aPlan, anAction('27')).when(remove(item))).toEqual(
        refused({ _tag: 'NotRemovable', item }),
      );
    },
  );

  it('given a priority with themes and results, then it is refused, and says which', () => {
    expect(
      givenPlan(aPlan, aPriority('2'), aTheme('2.3', '2'), aResult('2(ii)', '2')).when(
        remove('priority:2'),
      ),
    ).toEqual(
      refused({ _tag: 'InUse', kind: 'priority', ref: '2', by: ['theme:2.3', 'result:2(ii)'] }),
    );
  });

  it.each([
    ['priority', '2', { priority: '2' }],
    ['theme', '2.3', { theme: '2.3' }],
    ['result', '2(ii)', { results: ['2(ii)'] }],
  ])('given a %s with an open action under it, then it is refused', (kind, ref, place) => {
    const items = {
      priority: [aPriority('2')],
      theme: [aPriority('9'), aTheme('2.3', '9')],
      result: [aPriority('9'), aResult('2(ii)', '9')],
    }[kind];
    expect(givenPlan(aPlan, ...(items ?? []), under(place)).when(remove(`${kind}:${ref}`))).toEqual(
      refused({ _tag: 'InUse', kind, ref, by: ['action:27'] }),
    );
  });

  it('given that it is only to go unless it is in use, then it stays where it is', () => {
    expect(
      givenPlan(aPlan, aPriority('2'), aTheme('2.3', '2')).when(
        order(RemoveItem, { item: 'priority:2', unlessInUse: true }),
      ),
    ).toEqual(nothingNew);
  });

  it('given that its only action was withdrawn, then it is removed', () => {
    expect(
      givenPlan(aPlan, aPriority('2'), under({ priority: '2' }), withdrawn).when(
        remove('priority:2'),
      ),
    ).toEqual(events(['ItemRemoved', { item: 'priority:2' }]));
  });
});
