import { EventId, LocalDate, Sha256 } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { describeRefusal, type Refusal } from './describe-refusal.ts';
import { Rating } from './rating.ts';
import { PlanId } from './words.ts';

const event = must(EventId)('7d444840-9dc0-11d1-b245-5ffdce74fad2');
const document = must(Sha256)('a'.repeat(64));
const date = must(LocalDate);
const rating = must(Rating);
const harbour = must(PlanId)('harbour');

const messages: ReadonlyArray<readonly [Refusal, string]> = [
  [
    { _tag: 'NoPlan' },
    'There is no such plan on that date. Register it, or import a document into it, first.',
  ],
  [{ _tag: 'AlreadyRegistered', what: 'plan harbour' }, 'Already registered: plan harbour.'],
  [{ _tag: 'NotRegistered', what: 'party' }, 'There is no such party.'],
  [{ _tag: 'PlanIsClosed' }, 'The plan is closed: nothing new comes into it.'],
  [{ _tag: 'NotFound', kind: 'dataNeed', ref: 'd-1' }, 'There is no data need "d-1" on that date.'],
  [
    { _tag: 'RefTaken', kind: 'action', ref: '27' },
    'The action "27" is there already: choose another name, or change that one.',
  ],
  [
    { _tag: 'ActionNotOpen', action: '27', status: 'closed' },
    'Action 27 is closed: reopen it first.',
  ],
  [{ _tag: 'ActionIsOpen', action: '27' }, 'Action 27 is open already.'],
  [
    { _tag: 'RatingNotOnScale', rating: rating('Blue'), scale: ['Red', 'Green'].map(rating) },
    '"Blue" is not a rating of this plan; accepted: Red, Green.',
  ],
  [
    { _tag: 'RatingInUse', rating: 'Amber', actions: ['1', '2', '3', '4', '5', '6', '7'] },
    '"Amber" must stay on the scale; rated so: action 1, 2, 3, 4, 5, 2 more.',
  ],
  [{ _tag: 'EmptyScale' }, 'A rating scale needs at least one rating.'],
  [{ _tag: 'NotOwned', action: '27', party: 'p-4c1f' }, '"p-4c1f" is not an owner of action 27.'],
  [
    { _tag: 'NothingAsked', action: '27' },
    'No update is asked for on action 27: there is nothing to answer or to waive.',
  ],
  [
    { _tag: 'CadenceOutOfRange', months: 0 },
    '"0" is not a cadence; accepted: 1 to 24 whole months.',
  ],
  [
    { _tag: 'DatesBackwards', earliest: date('2028-01-01'), latest: date('2025-12-31') },
    '2028-01-01 is after 2025-12-31: the earliest date comes first.',
  ],
  [
    { _tag: 'EventNotFound', event },
    `No event ${event} said this here. What was taken back is not put back: say it again.`,
  ],
  [{ _tag: 'AlreadyRetracted', event }, `Event ${event} was taken back already.`],
  [
    { _tag: 'DocumentNotImported', document },
    `Nothing stands that document ${document} said: it was not imported, or its import was undone.`,
  ],
  [{ _tag: 'IntoItself', what: 'note' }, 'A note cannot give way to itself.'],
  [
    { _tag: 'InUse', kind: 'priority', ref: '2', by: ['theme:2.3', 'action:27'] },
    'The priority "2" cannot go while there stands under it: theme 2.3, action 27.',
  ],
  [
    { _tag: 'NotRemovable', item: 'action:27' },
    '"action:27" cannot be removed: actions are withdrawn, targets dropped, plans closed, indicators unlinked.',
  ],
  [
    { _tag: 'NotMovable', item: 'priority:2' },
    '"priority:2" belongs to no priority: only themes and results are moved to another one.',
  ],
  [{ _tag: 'TargetIsDropped', target: '2.3a' }, 'Target "2.3a" was dropped: set it again first.'],
  [
    { _tag: 'LastAdministrator' },
    'This is the only administrator: make another one first, or nobody could say who may do what.',
  ],
  [{ _tag: 'AccountIsClosed' }, 'The account is closed: reopen it first.'],
  [{ _tag: 'AccountIsOpen' }, 'The account is open already.'],
  [
    { _tag: 'RoleOnEveryPlan', role: 'administrator', plan: harbour },
    'The role administrator counts on every plan: leave out the plan "harbour".',
  ],
  [
    { _tag: 'RoleNotHeld', role: 'manager', plan: harbour },
    'The role manager on the plan "harbour" was not given: a role is taken away as it was given.',
  ],
  [
    { _tag: 'RoleNotHeld', role: 'manager', plan: undefined },
    'The role manager on every plan was not given: a role is taken away as it was given.',
  ],
  [{ _tag: 'TokenIsRevoked', since: date('2026-06-30') }, 'The token is revoked since 2026-06-30.'],
  [
    { _tag: 'CadenceOutOfRange', months: 25 },
    '"25" is not a cadence; accepted: 1 to 24 whole months.',
  ],
  [
    { _tag: 'CadenceOutOfRange', months: 25, least: 0 },
    '"25" is not a cadence; accepted: 0 (never) or 1 to 24 whole months.',
  ],
  [
    { _tag: 'PolicySendsNothing' },
    'This policy would never send anything: say on which days before or after the due date to ask, or pause the reminders.',
  ],
  [
    { _tag: 'DaysNotInOrder', field: 'daysBefore' },
    'The days before the due date come in order, each once, such as 3, 7.',
  ],
  [
    { _tag: 'DaysNotInOrder', field: 'daysAfter' },
    'The days after the due date come in order, each once, such as 1, 8, 15.',
  ],
  [
    { _tag: 'DaysNotInOrder', field: 'escalation' },
    'It goes up to the support owner first, then to the plan’s manager, then to the sponsor: each after more days than the one before.',
  ],
  [{ _tag: 'NoContactAddress' }, 'There is no address to take away.'],
  [
    { _tag: 'MessageIsOtherwise', message: 3, state: 'sent' },
    'Message 3 is sent by now: that cannot be done with it.',
  ],
  [
    { _tag: 'AnsweredAlready', message: 3, item: 2 },
    'What message 3 asks for in item 2 is settled already.',
  ],
  [
    { _tag: 'TooManyLinks', most: 5 },
    'A link was sent again 5 times already: ask the plan’s manager.',
  ],
  [{ _tag: 'TooManyEvents' }, 'One command makes at most 65,535 events.'],
];

describe('a refusal in words', () => {
  it.each(messages)('given %j, then it says what stands in the way', (refusal, message) => {
    expect(describeRefusal(refusal)).toBe(message);
  });
});
