import { carryForwardOrder, policyOrder } from '@trackrecord/application';
import { PlanId, type PlanOrder, Ref, ReminderPolicy } from '@trackrecord/domain';
import * as t from 'io-ts';
import { type CommandRoutes, inOtherWords } from './command-route.ts';

const tag = 'Plans';

/** How a plan itself is changed. */
export const planItselfRoutes = {
  RegisterPlan: { carriedBy: 'registerPlan' },
  RenamePlan: {
    method: 'PUT',
    path: '/plans/{plan}/title',
    summary: 'Rename a plan',
    tag,
    example: { title: 'Harbour Children’s Plan 2026–29' },
  },
  SetPlanPeriod: {
    method: 'PUT',
    path: '/plans/{plan}/period',
    summary: 'Say from when to when a plan runs',
    tag,
    example: {
      period: { asWritten: '2026 to 2029', earliest: '2026-04-01', latest: '2029-03-31' },
    },
  },
  SetRatingScale: {
    method: 'PUT',
    path: '/plans/{plan}/rating-scale',
    summary: 'Say which ratings a plan uses',
    tag,
    example: { scale: ['Red', 'Amber', 'Green', 'Complete'] },
  },
  SetUpdateCadence: {
    method: 'PUT',
    path: '/plans/{plan}/cadence',
    summary: 'Say how often each action is to be updated',
    description:
      'In calendar months, 1 to 24; by rating otherwise, where 0 is never. What was said by rating before holds no longer.',
    tag,
    example: { months: 2, byRating: { Red: 1, Green: 3 } },
  },
  SetReminderPolicy: {
    method: 'PUT',
    path: '/plans/{plan}/reminder-policy',
    summary: 'Say how a plan asks for updates that are due',
    tag,
    ...inOtherWords(t.type({ policy: ReminderPolicy }), ({ policy }) => policyOrder(policy)),
    example: {
      policy: {
        paused: false,
        daysBefore: [7],
        daysAfter: [1, 8, 15],
        thenEvery: 28,
        escalation: { support: 14, manager: 21, sponsor: 42 },
        quiet: { weekends: true, holidays: 'England' },
        at: '09:00',
        form: 'digest',
      },
    },
  },
  ClosePlan: {
    method: 'POST',
    path: '/plans/{plan}/closure',
    summary: 'End a plan',
    description: 'Nothing is owed on it any more, and nothing new comes into it.',
    tag,
    example: { effectiveOn: '2029-03-31', why: 'Agreed by the board' },
  },
  CarryActionsForward: {
    method: 'POST',
    path: '/plans/{plan}/successor',
    summary: 'End a plan and carry actions forward',
    description:
      'Names the plan into which actions are carried forward, by the refs that they have now.',
    tag,
    ...inOtherWords(t.type({ into: PlanId, actions: t.readonlyArray(Ref) }), ({ into, actions }) =>
      carryForwardOrder(into, actions),
    ),
    example: { into: 'harbour-2029', actions: ['3', '14'] },
  },
  DefineGlossaryTerm: {
    method: 'PUT',
    path: '/plans/{plan}/glossary/{term}',
    summary: 'Say what a term means',
    tag,
    example: { meaning: 'Local Strategic Partnership' },
  },
  RemoveGlossaryTerm: {
    method: 'DELETE',
    path: '/plans/{plan}/glossary/{term}',
    summary: 'Take a term out of the glossary',
    tag,
  },
  ChooseColumnMeaning: {
    method: 'PUT',
    path: '/plans/{plan}/columns/{head}',
    summary: 'Say what a column of a plan’s documents means',
    description:
      'Where the head of a column does not say it: for the documents that are imported from now on. `nothing` keeps the column as text.',
    tag,
    example: { meaning: 'rating' },
  },
  RecordNarrative: {
    method: 'PUT',
    path: '/plans/{plan}/narratives/{section}',
    summary: 'Record a section of a plan’s text',
    tag,
    example: {
      narrative: { heading: 'Foreword', parts: [{ kind: 'text', text: 'This is our plan.' }] },
    },
  },
  RemoveNarrative: {
    method: 'DELETE',
    path: '/plans/{plan}/narratives/{section}',
    summary: 'Take a section of a plan’s text out',
    tag,
  },
} satisfies Partial<CommandRoutes<PlanOrder>>;
