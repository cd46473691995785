import type {
  AnsweredAlready,
  DaysNotInOrder,
  MessageIsOtherwise,
  NoContactAddress,
  PolicySendsNothing,
  TooManyLinks,
} from '../refusals.ts';

type ReminderRefusal =
  | AnsweredAlready
  | DaysNotInOrder
  | MessageIsOtherwise
  | NoContactAddress
  | PolicySendsNothing
  | TooManyLinks;

const inOrderOf: Readonly<Record<DaysNotInOrder['field'], string>> = {
  daysBefore: 'The days before the due date come in order, each once, such as 3, 7.',
  daysAfter: 'The days after the due date come in order, each once, such as 1, 8, 15.',
  escalation:
    'It goes up to the support owner first, then to the plan’s manager, then to the sponsor: each after more days than the one before.',
};

/** A refusal about reminders, for the person who asked: what stands in the way, and what would be accepted. */
export const describeReminderRefusal = (refusal: ReminderRefusal): string => {
  switch (refusal._tag) {
    case 'PolicySendsNothing':
      return 'This policy would never send anything: say on which days before or after the due date to ask, or pause the reminders.';
    case 'DaysNotInOrder':
      return inOrderOf[refusal.field];
    case 'NoContactAddress':
      return 'There is no address to take away.';
    case 'MessageIsOtherwise':
      return `Message ${refusal.message} is ${refusal.state} by now: that cannot be done with it.`;
    case 'AnsweredAlready':
      return `What message ${refusal.message} asks for in item ${refusal.item} is settled already.`;
    case 'TooManyLinks':
      return `A link was sent again ${refusal.most} times already: ask the plan’s manager.`;
  }
};
