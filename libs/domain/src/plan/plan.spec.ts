import type { Json } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  begun,
  events,
  givenPlan,
  happened,
  nothingNew,
  order,
  refused,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { ActionClosed } from '../action/action-closed.ts';
import { RatingChanged } from '../action/rating-changed.ts';
import { CarryActionsForward } from './carry-actions-forward.ts';
import { ClosePlan } from './close-plan.ts';
import { DefineGlossaryTerm } from './define-glossary-term.ts';
import { GlossaryTermDefined } from './glossary-term-defined.ts';
import { NarrativeRecorded } from './narrative-recorded.ts';
import { PlanClosed } from './plan-closed.ts';
import { RecordNarrative } from './record-narrative.ts';
import { RatingScaleSet } from './rating-scale-set.ts';
import { ReminderPolicySet } from './reminder-policy-set.ts';
import { RegisterPlan } from './register-plan.ts';
import { RemoveGlossaryTerm } from './remove-glossary-term.ts';
import { RemoveNarrative } from './remove-narrative.ts';
import { RenamePlan } from './rename-plan.ts';
import { SetPlanPeriod } from './set-plan-period.ts';
import { SetReminderPolicy } from './set-reminder-policy.ts';
import { UpdateCadenceSet } from './update-cadence-set.ts';
import { SetRatingScale } from './set-rating-scale.ts';
import { SetUpdateCadence } from './set-update-cadence.ts';

const registration = {
  plan: 'harbour',
  title: 'Harbour Children’s Plan',
  timeZone: 'Europe/London',
};

describe('RegisterPlan', () => {
  it('given no plan, then it is registered', () => {
    expect(givenPlan().when(order(RegisterPlan, registration))).toEqual(
      events(['PlanRegistered', registration]),
    );
  });

  it('given the plan, then it is refused: there is one', () => {
    expect(givenPlan(aPlan).when(order(RegisterPlan, registration))).toEqual(
      refused({ _tag: 'AlreadyRegistered', what: 'plan harbour' }),
    );
  });

  it('given a time zone that is none, then there is no such command', () => {
    expect(() => order(RegisterPlan, { ...registration, timeZone: 'somewhere' })).toThrow();
  });
});

describe('any command but its registration', () => {
  it('given no plan, then it is refused', () => {
    expect(givenPlan().when(order(RenamePlan, { title: 'Vale' }))).toEqual(
      refused({ _tag: 'NoPlan' }),
    );
  });

  it('given a date before the plan began, then it is refused', () => {
    expect(givenPlan(aPlan).when(order(RenamePlan, { title: 'Vale' }), '2025-12-31')).toEqual(
      refused({ _tag: 'NoPlan' }),
    );
  });
});

describe('RenamePlan', () => {
  it('given a plan, then it has another title', () => {
    expect(givenPlan(aPlan).when(order(RenamePlan, { title: 'Vale' }))).toEqual(
      events(['PlanRenamed', { title: 'Vale' }]),
    );
  });

  it('given the title that it was registered with, said for the same date, then it is nothing new', () => {
    expect(
      givenPlan(aPlan).when(order(RenamePlan, { title: 'Harbour Children’s Plan' }), begun),
    ).toEqual(nothingNew);
  });

  it('given the title that it has, said for a later date, then it is news: it still holds', () => {
    const title = 'Harbour Children’s Plan';
    expect(givenPlan(aPlan).when(order(RenamePlan, { title }))).toEqual(
      events(['PlanRenamed', { title }]),
    );
  });
});

describe('SetPlanPeriod', () => {
  const period = { asWritten: '2025 – 2028', earliest: '2025-01-01', latest: '2028-12-31' };

  it('given a period, then it is set', () => {
    expect(givenPlan(aPlan).when(order(SetPlanPeriod, { period }))).toEqual(
      events(['PlanPeriodSet', { period }]),
    );
  });

  it('given a period that ends before it begins, then it is refused', () => {
    const backwards = { asWritten: '2028 – 2025', earliest: '2028-01-01', latest: '2025-12-31' };
    expect(givenPlan(aPlan).when(order(SetPlanPeriod, { period: backwards }))).toEqual(
      refused({ _tag: 'DatesBackwards', earliest: '2028-01-01', latest: '2025-12-31' }),
    );
  });
});

describe('SetRatingScale', () => {
  const rated = [aPlan, anAction('27'), happened(RatingChanged, { action: '27', rating: 'Amber' })];

  it('given a scale with what actions have, then it is set, each rating once', () => {
    expect(
      givenPlan(...rated).when(
        order(SetRatingScale, { scale: ['Red', 'Amber', 'Amber', 'Green'] }),
      ),
    ).toEqual(events(['RatingScaleSet', { scale: ['Red', 'Amber', 'Green'] }]));
  });

  it('given a scale without a rating that an action has, then it is refused, and says which', () => {
    expect(givenPlan(...rated).when(order(SetRatingScale, { scale: ['Red', 'Green'] }))).toEqual(
      refused({ _tag: 'RatingInUse', rating: 'Amber', actions: ['27'] }),
    );
  });

  it('given no ratings, then it is refused', () => {
    expect(givenPlan(aPlan).when(order(SetRatingScale, { scale: [] }))).toEqual(
      refused({ _tag: 'EmptyScale' }),
    );
  });

  it('given "Not rated" on a scale, then there is no such command: it is no rating', () => {
    expect(() => order(SetRatingScale, { scale: ['Not rated'] })).toThrow();
  });
});

describe('SetUpdateCadence', () => {
  it.each([1, 3, 24])('given %d months, then it is set', (months) => {
    expect(givenPlan(aPlan).when(order(SetUpdateCadence, { months }))).toEqual(
      events(['UpdateCadenceSet', { months }]),
    );
  });

  it.each([0, -3, 1.5, 25])('given %d months, then it is refused', (months) => {
    expect(givenPlan(aPlan).when(order(SetUpdateCadence, { months }))).toEqual(
      refused({ _tag: 'CadenceOutOfRange', months }),
    );
  });
});

describe('SetUpdateCadence by rating', () => {
  it.each([
    { Red: 1, Green: 3 },
    { 'Not rated': 2 },
    // Never, and as rarely as can be.
    { Green: 0, Amber: 24 },
    {},
  ])('given %j, then it is set', (byRating) => {
    expect(givenPlan(aPlan).when(order(SetUpdateCadence, { months: 2, byRating }))).toEqual(
      events(['UpdateCadenceSet', { months: 2, byRating }]),
    );
  });

  it('given a rating that is not on the scale, then it is refused', () => {
    const byRating = { Red: 1, Complete: 0 };
    const asked = order(SetUpdateCadence, { months: 2, byRating });
    expect(givenPlan(aPlan).when(asked)).toEqual(
      refused({ _tag: 'RatingNotOnScale', rating: 'Complete', scale: ['Red', 'Amber', 'Green'] }),
    );
    const wider = happened(RatingScaleSet, { scale: ['Red', 'Complete'] }, begun);
    expect(givenPlan(aPlan, wider).when(asked)).toEqual(
      events(['UpdateCadenceSet', { months: 2, byRating }]),
    );
  });

  it('given too many months for a rating, then it is refused; less than none is no command', () => {
    expect(
      givenPlan(aPlan).when(order(SetUpdateCadence, { months: 2, byRating: { Red: 25 } })),
    ).toEqual(refused({ _tag: 'CadenceOutOfRange', months: 25, least: 0 }));
    expect(() => order(SetUpdateCadence, { months: 2, byRating: { Red: -1 } })).toThrow();
    expect(() => order(SetUpdateCadence, { months: 2, byRating: { Red: 1.5 } })).toThrow();
  });

  it('given 0 months in general, then it is refused, whatever is said of ratings', () => {
    expect(
      givenPlan(aPlan).when(order(SetUpdateCadence, { months: 0, byRating: { Red: 1 } })),
    ).toEqual(refused({ _tag: 'CadenceOutOfRange', months: 0 }));
  });

  it('given what was said by rating, then months alone say for the same date that ratings are alike', () => {
    const before = happened(UpdateCadenceSet, { months: 2, byRating: { Red: 1 } });
    expect(givenPlan(aPlan, before).when(order(SetUpdateCadence, { months: 2 }))).toEqual(
      events(['UpdateCadenceSet', { months: 2 }]),
    );
    const alike = happened(UpdateCadenceSet, { months: 2 });
    expect(
      givenPlan(aPlan, alike).when(order(SetUpdateCadence, { months: 2, byRating: {} })),
    ).toEqual(nothingNew);
  });
});

describe('SetReminderPolicy', () => {
  const policy = {
    paused: false,
    daysBefore: [3, 7],
    daysAfter: [1, 8],
    escalation: { support: 7, manager: 14, sponsor: 28 },
    quiet: { weekends: true, holidays: 'Wales', days: ['2026-12-24'] },
    at: '09:00',
    form: 'digest',
  };
  const setting = (more: Readonly<Record<string, Json>>) =>
    order(SetReminderPolicy, { policy: { ...policy, ...more } });
  const notInOrder = (field: string) => refused({ _tag: 'DaysNotInOrder', field });

  it.each([
    {},
    { daysBefore: [], daysAfter: [1] },
    { daysBefore: [1], daysAfter: [] },
    { daysBefore: [], daysAfter: [], thenEvery: 28 },
    { paused: true, daysBefore: [], daysAfter: [] },
    { escalation: {} },
    { escalation: { manager: 3 } },
    { escalation: { support: 1, sponsor: 2 } },
    { manager: 'p-1', sponsor: 'p-2', timeZone: 'Europe/London', thenEvery: 366 },
    { at: '00:00', form: 'single', quiet: { weekends: false } },
  ])('given a policy with %j, then it is set', (more) => {
    expect(givenPlan(aPlan).when(setting(more))).toEqual(
      events(['ReminderPolicySet', { policy: { ...policy, ...more } }]),
    );
  });

  it('given the same policy for the same date, then it is nothing new', () => {
    expect(givenPlan(aPlan, happened(ReminderPolicySet, { policy })).when(setting({}))).toEqual(
      nothingNew,
    );
  });

  it('given one that asks on no day, then it is refused: reminders are paused instead', () => {
    expect(givenPlan(aPlan).when(setting({ daysBefore: [], daysAfter: [] }))).toEqual(
      refused({ _tag: 'PolicySendsNothing' }),
    );
  });

  it.each([
    ['daysBefore', { daysBefore: [7, 3] }],
    ['daysBefore', { daysBefore: [3, 3] }],
    ['daysAfter', { daysAfter: [8, 1] }],
    ['escalation', { escalation: { support: 14, manager: 14 } }],
    ['escalation', { escalation: { manager: 28, sponsor: 14 } }],
    ['escalation', { escalation: { support: 28, sponsor: 14 } }],
    // Also of one that is paused: it may go on as it is.
    ['daysAfter', { paused: true, daysAfter: [8, 1] }],
  ])('given %s that are not in order, then they are refused', (field, more) => {
    expect(givenPlan(aPlan).when(setting(more))).toEqual(notInOrder(field));
  });

  it('given a plan that is closed, then it is refused; given none, there is none', () => {
    expect(givenPlan(aPlan, happened(PlanClosed, {}, '2026-03-31')).when(setting({}))).toEqual(
      refused({ _tag: 'PlanIsClosed' }),
    );
    expect(givenPlan().when(setting({}))).toEqual(refused({ _tag: 'NoPlan' }));
  });

  it.each([
    { at: '24:00' },
    { at: '9:00' },
    { at: '09:60' },
    { at: '09:00\n' },
    { daysAfter: [0] },
    { daysAfter: [367] },
    { daysAfter: [1.5] },
    { thenEvery: 0 },
    { escalation: { manager: 0 } },
    { quiet: { weekends: true, holidays: 'Cornwall' } },
    { quiet: { weekends: true, days: ['2026-02-30'] } },
    { form: 'letter' },
    { timeZone: 'somewhere' },
  ])('given %j, then there is no such command', (more) => {
    expect(() => setting(more)).toThrow();
  });
});

describe('ClosePlan', () => {
  const close = order(ClosePlan, {});

  it('given an open plan, then it ends', () => {
    expect(givenPlan(aPlan).when(close)).toEqual(events(['PlanClosed', {}]));
  });

  it('given a plan that ended on that very date, then it is nothing new', () => {
    expect(givenPlan(aPlan, happened(PlanClosed, {})).when(close)).toEqual(nothingNew);
  });

  it('given a plan that ended before, then it is refused: it keeps its date', () => {
    expect(givenPlan(aPlan, happened(PlanClosed, {}, '2026-03-31')).when(close)).toEqual(
      refused({ _tag: 'PlanIsClosed' }),
    );
  });

  it('given a plan that ended later, then it ended already on that date', () => {
    expect(givenPlan(aPlan, happened(PlanClosed, {})).when(close, '2026-03-31')).toEqual(
      events(['PlanClosed', {}]),
    );
  });
});

describe('CarryActionsForward', () => {
  const carry = order(CarryActionsForward, {
    plan: 'harbour',
    into: 'vale',
    actions: ['27', '27'],
  });

  it('given open actions, then they are carried forward, each once, and the plan ends', () => {
    expect(givenPlan(aPlan, anAction('27')).when(carry)).toEqual(
      events(['ActionsCarriedForward', { into: 'vale', actions: ['27'] }], ['PlanClosed', {}]),
    );
  });

  it('given a plan that ended before, then it keeps its date', () => {
    expect(
      givenPlan(aPlan, anAction('27'), happened(PlanClosed, {}, '2026-03-31')).when(carry),
    ).toEqual(events(['ActionsCarriedForward', { into: 'vale', actions: ['27'] }]));
  });

  it('given the plan itself as its successor, then it is refused', () => {
    const itself = { plan: 'harbour', into: 'harbour', actions: ['27'] };
    expect(givenPlan(aPlan, anAction('27')).when(order(CarryActionsForward, itself))).toEqual(
      refused({ _tag: 'IntoItself', what: 'plan' }),
    );
  });

  it('given an action that is not in the plan, then it is refused', () => {
    expect(givenPlan(aPlan).when(carry)).toEqual(
      refused({ _tag: 'NotFound', kind: 'action', ref: '27' }),
    );
  });

  it('given a closed action, then it is refused: what is done is not carried forward', () => {
    expect(
      givenPlan(aPlan, anAction('27'), happened(ActionClosed, { action: '27' })).when(carry),
    ).toEqual(refused({ _tag: 'ActionNotOpen', action: '27', status: 'closed' }));
  });
});

describe('the glossary', () => {
  const term = { term: 'FLO', meaning: 'Family Liaison Officer' };

  it('given a term, then it is listed', () => {
    expect(givenPlan(aPlan).when(order(DefineGlossaryTerm, term))).toEqual(
      events(['GlossaryTermDefined', term]),
    );
  });

  it('given a listed term, then it can be taken out', () => {
    expect(
      givenPlan(aPlan, happened(GlossaryTermDefined, term)).when(
        order(RemoveGlossaryTerm, { term: 'FLO' }),
      ),
    ).toEqual(events(['GlossaryTermRemoved', { term: 'FLO' }]));
  });

  it('given a term that is not listed, then taking it out is refused', () => {
    expect(givenPlan(aPlan).when(order(RemoveGlossaryTerm, { term: 'FLO' }))).toEqual(
      refused({ _tag: 'NotFound', kind: 'glossary term', ref: 'FLO' }),
    );
  });
});

describe('the narrative', () => {
  const narrative = { heading: 'Our vision', parts: [{ kind: 'text', text: 'All thrive.' }] };
  const section = 'our-vision';

  it('given a section, then it is recorded as it stood', () => {
    expect(givenPlan(aPlan).when(order(RecordNarrative, { section, narrative }))).toEqual(
      events(['NarrativeRecorded', { section, narrative }]),
    );
  });

  it('given a section under an item that is not in the plan, then it is refused', () => {
    const under = { ...narrative, under: 'priority:7a' };
    expect(givenPlan(aPlan).when(order(RecordNarrative, { section, narrative: under }))).toEqual(
      refused({ _tag: 'NotFound', kind: 'priority', ref: '7a' }),
    );
  });

  it('given a recorded section, then it can be taken out', () => {
    expect(
      givenPlan(aPlan, happened(NarrativeRecorded, { section, narrative })).when(
        order(RemoveNarrative, { section }),
      ),
    ).toEqual(events(['NarrativeRemoved', { section }]));
  });

  it('given no such section, then taking it out is refused', () => {
    expect(givenPlan(aPlan).when(order(RemoveNarrative, { section }))).toEqual(
      refused({ _tag: 'NotFound', kind: 'section', ref: section }),
    );
  });
});
