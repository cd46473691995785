import {
  ContactAddressSet,
  OwnerAssigned,
  PartyId,
  PartyRegistered,
  PlanClosed,
  PlanId,
  RatingChanged,
  type ReminderPolicy,
  ReminderPolicySet,
  RemindersStopped,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { type Cadence, defaultPolicy } from '@trackrecord/read-models';
import {
  anAction,
  aPlan,
  happened,
  holding,
  type Logged,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { remindersDue } from './foresee.ts';
import { policyAnswer } from './policy-answer.ts';
import { type PolicyPreview, previewPolicy } from './preview-policy.ts';
import { resolveQuestion } from '../questions/resolve-question.ts';

const plan = must(PlanId)('harbour');

const person = (name: string) => happened(PartyRegistered, { kind: 'person', name }, '2026-01-01');
const at = (address: string) => happened(ContactAddressSet, { address }, '2026-01-01');
const rated = (action: string, on: string) =>
  happened(RatingChanged, { action, rating: 'Red' }, on);
const lead = (action: string, party: string) =>
  happened(OwnerAssigned, { action, party, role: 'lead' }, '2026-01-10');

// Today is Tuesday 30 June 2026. News of action 1 was due on 29 June, of action 2 on 6 July: a month after each rating.
const log: ReadonlyArray<Logged> = [
  ['party-p-1', person('Asha Bell')],
  ['party-p-2', person('Tom Okafor')],
  ['party-p-1', at('asha@tide.example')],
  ['plan-harbour', aPlan],
  ['plan-harbour', anAction('1')],
  ['plan-harbour', anAction('2')],
  ['plan-harbour', rated('1', '2026-05-29')],
  ['plan-harbour', rated('2', '2026-06-06')],
  ['plan-harbour', lead('1', 'p-1')],
  ['plan-harbour', lead('2', 'p-1')],
];

const onNoOccasion = { bankHolidays: () => undefined };

const desk = async (...more: ReadonlyArray<Logged>) => ({
  ...(await holding(...log, ...more)),
  ...onNoOccasion,
});

const preview = async (
  policy?: ReminderPolicy,
  cadence?: Cadence,
  more: ReadonlyArray<Logged> = [],
): Promise<PolicyPreview> => rightOf(previewPolicy(await desk(...more))(plan, policy, cadence));

/** The days on which anything goes out, with how much. */
const sending = ({ days }: PolicyPreview) =>
  days.filter(({ messages }) => messages > 0).map(({ on, messages }) => [on, messages]);

describe('what a policy would do', () => {
  it('given the default when nobody answers then each day of either action, all of them in one message', async () => {
    const told = await preview();
    // Action 1: 1, 8 and 15 days after 29 June. Action 2: 7 days before 6 July was 29 June, so today; then 7, 14 and 21 July.
    expect(sending(told)).toEqual([
      ['2026-06-30', 1],
      ['2026-07-07', 1],
      ['2026-07-14', 1],
      ['2026-07-21', 1],
    ]);
    expect(told.next?.reminders).toMatchObject([
      {
        to: { party: 'p-1', address: 'asha@tide.example' },
        items: [{ action: '1' }, { action: '2' }],
      },
    ]);
    expect(told.days).toHaveLength(28);
    expect(told.days.at(-1)?.on).toBe('2026-07-27');
    expect(told.days.find(({ on }) => on === '2026-07-04')?.quiet).toBe('the weekend');
    expect(told.warnings).toEqual([]);
  });

  it('given another policy when it is previewed then that one counts, and the plan’s own stays', async () => {
    const policy: ReminderPolicy = {
      ...defaultPolicy,
      daysBefore: [],
      daysAfter: [3],
      escalation: {},
    };
    // 2 July is three days after 29 June, 9 July after 6 July.
    expect(sending(await preview(policy))).toEqual([
      ['2026-07-02', 1],
      ['2026-07-09', 1],
    ]);
  });

  it('given another cadence when it is previewed then updates are due by that', async () => {
    // Two months after 29 May and 6 June are 29 July and 6 August: a week before the first is 22 July.
    expect(sending(await preview(undefined, { months: 2, byRating: {} }))).toEqual([
      ['2026-07-22', 1],
    ]);
  });

  it('given bank holidays when a day falls on one then it goes out on the next', async () => {
    const held = await desk();
    const told = rightOf(
      previewPolicy({
        ...held,
        bankHolidays: (_region, day) => (day === '2026-07-07' ? 'Made-up holiday' : undefined),
      })(plan),
    );
    expect(sending(told).map(([on]) => on)).toContain('2026-07-08');
    expect(told.days.find(({ on }) => on === '2026-07-07')).toEqual({
      on: '2026-07-07',
      messages: 0,
      people: 0,
      quiet: 'Made-up holiday',
    });
  });

  it('given who owes it and cannot be reached when nobody stands in then nothing, and who they are', async () => {
    const told = await preview(undefined, undefined, [
      ['party-p-1', happened(RemindersStopped, {}, '2026-06-01')],
    ]);
    expect(told.next).toBeNull();
    expect(told.unreached).toEqual([{ id: 'p-1', name: 'Asha Bell' }]);
    expect(told.warnings).toEqual(['nothing']);
  });

  it('given what nobody owns when no manager can be reached then how much that is', async () => {
    const told = await preview({ ...defaultPolicy, manager: must(PartyId)('p-2') }, undefined, [
      ['plan-harbour', anAction('3')],
      ['plan-harbour', rated('3', '2026-05-29')],
    ]);
    expect(told.reachesNobody).toBe(1);
    expect(told.warnings).toEqual(['nobody to ask']);
  });

  it('given one message a thing on every day when it is previewed then a flood, and whom it hits', async () => {
    const everyDay = Array.from({ length: 28 }, (_, day) => day + 1);
    const told = await preview({
      ...defaultPolicy,
      ...{ daysBefore: [], daysAfter: everyDay, escalation: {}, form: 'single' },
    });
    // Action 1 on all 20 working days to 27 July, action 2 from 7 July on: 15 of them.
    expect(told.floods).toEqual([{ id: 'p-1', name: 'Asha Bell', messages: 35 }]);
    expect(told.warnings).toEqual(['flood']);
  });

  it('given that reminders are paused, or the plan is closed, then nothing goes out', async () => {
    expect((await preview({ ...defaultPolicy, paused: true })).warnings).toEqual(['paused']);
    const closed = await preview(undefined, undefined, [
      ['plan-harbour', happened(PlanClosed, {}, '2026-06-29')],
    ]);
    expect(sending(closed)).toEqual([]);
  });
});

describe('the reminders of a day', () => {
  it('given a working day and a quiet one when they are asked for then on the first alone', async () => {
    const deps = await desk();
    expect(rightOf(remindersDue(deps)({ plan }))).toHaveLength(1);
    expect(rightOf(remindersDue(deps)({}))).toHaveLength(1);
    expect(rightOf(remindersDue(deps)({ plan, on: must(LocalDate)('2026-07-04') }))).toEqual([]);
  });
});

describe('how a plan asks', () => {
  it('given a plan that has said nothing when it is asked then the default, and that it is that', async () => {
    const deps = await desk();
    const resolved = rightOf(resolveQuestion(deps)(plan, {}));
    expect(rightOf(policyAnswer(deps)(resolved))).toMatchObject({
      isDefault: true,
      policy: defaultPolicy,
      timeZone: 'Europe/London',
      managers: [],
      sponsor: null,
    });
  });

  it('given a policy that names people when it is asked then by name', async () => {
    const deps = await desk([
      'plan-harbour',
      happened(ReminderPolicySet, {
        policy: { ...defaultPolicy, manager: 'p-2', sponsor: 'p-1', timeZone: 'Europe/Lisbon' },
      }),
    ]);
    const resolved = rightOf(resolveQuestion(deps)(plan, {}));
    expect(rightOf(policyAnswer(deps)(resolved))).toMatchObject({
      isDefault: false,
      timeZone: 'Europe/Lisbon',
      managers: [{ id: 'p-2', name: 'Tom Okafor' }],
      sponsor: { id: 'p-1', name: 'Asha Bell' },
    });
  });
});
