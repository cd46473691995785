import type { MessageAnswer, PolicyPreview, RemindersAnswer } from '@trackrecord/application';
import { canBeRetried } from '@trackrecord/domain';
import { renderTemplate } from '../frame/render-template.ts';
import { count } from '../words/count.ts';
import { ukWeekday } from '../words/uk-weekday.ts';
import { peopleAsked } from './people-asked.ts';
import { outcomeElsewhere, outcomesInWords, stateInWords, thingInWords } from './reminder-words.ts';
import {
  messagePath,
  policyPath,
  remindersNavigation,
  type RemindersOf,
  remindersPath,
} from './reminders-navigation.ts';

/** How messages leave the server: by which mail server, or into which directory. */
export type MailSetUp = Readonly<{ kind: 'smtp' | 'outbox'; place: string }>;

/** What goes out next, and from what time of day on. */
export type NextReminders = Readonly<{ told: PolicyPreview; at: string }>;

/** What a plan's reminders asked of whom, and what came of it. */
export type OutboxPageOf = RemindersOf &
  Readonly<{
    answer: RemindersAnswer;
    /** The last days; otherwise those before a day. */
    isNewest: boolean;
    /** The day that it is where the plan is kept: what failed on it can be sent again. */
    today: string;
    mail: MailSetUp;
    /** `null` on older pages. */
    next: NextReminders | null;
    csrfToken: string;
  }>;

type MailView = Readonly<{ words: string; place: string; isSet: boolean; advice: string }>;

/** Where messages lie is the server's own affair: whoever keeps the plan is told. */
const mailView = ({ mail: { kind, place }, may }: OutboxPageOf): MailView =>
  kind === 'smtp'
    ? {
        isSet: true,
        words: 'Messages leave by the mail server',
        place: may.manage ? place : '',
        advice: '',
      }
    : {
        isSet: false,
        words: 'No mail server is set: messages are kept in the outbox directory',
        place: may.manage ? place : '',
        advice: may.manage ? 'To have them sent, set TRACKRECORD_SMTP_URL.' : '',
      };

const nextView = ({ told, at }: NextReminders) => {
  const { next, warnings } = told;
  if (warnings.includes('paused'))
    return { words: 'Reminders are paused: nothing goes out.', people: [] };
  return next === null
    ? { words: 'Nothing comes to be asked for in the next four weeks.', people: [] }
    : {
        words: `Next: ${count(next.reminders.length, 'reminder')} on ${ukWeekday(next.on)} from ${at}, if nobody answers before.`,
        people: peopleAsked(next.reminders),
      };
};

/** One thing by its name; how many, of several. */
const thingsInWords = (items: MessageAnswer['items']): string => {
  const [first, ...others] = items;
  return first === undefined || others.length > 0
    ? count(items.length, 'thing')
    : thingInWords(first);
};

const rowOf =
  ({ plan, may, today }: OutboxPageOf) =>
  (message: MessageAnswer) => {
    const { on, state, to, items, linksRevoked, linkAgain } = message;
    const href = messagePath(plan.id, message);
    return {
      number: message.message,
      name: to.name,
      href,
      state: stateInWords(state),
      things: thingsInWords(items),
      isLinkAgain: linkAgain !== null,
      outcomes: linkAgain === null ? outcomesInWords(message) : outcomeElsewhere(linkAgain),
      linksRevoked,
      againHref: may.manage && on === today && canBeRetried(state) ? `${href}#again` : null,
    };
  };

const pagerOf = ({ plan, answer, isNewest }: OutboxPageOf) => {
  const last = answer.runs.at(-1);
  return {
    newest: isNewest ? null : remindersPath(plan.id),
    older:
      answer.isMore && last !== undefined ? `${remindersPath(plan.id)}?before=${last.on}` : null,
  };
};

const tallyOf = (messages: ReadonlyArray<MessageAnswer>): string => {
  const of = (is: ReadonlyArray<string>): number =>
    messages.filter(({ state }) => is.includes(state.is)).length;
  const parts: ReadonlyArray<readonly [number, string]> = [
    [of(['sent']), 'sent'],
    [of(['due', 'sending', 'deferred']), 'on their way'],
    [of(['failed', 'bounced']), 'not sent'],
    [of(['unknown']), 'of unknown outcome'],
    [of(['withdrawn']), 'withdrawn'],
  ];
  return `${count(messages.length, 'message')}: ${parts
    .filter(([howMany]) => howMany > 0)
    .map(([howMany, words]) => `${howMany} ${words}`)
    .join(', ')}`;
};

/** The page: its title for the frame, and its content. It may hold a token of its visitor: never keep it. */
export const outboxPage = (of: OutboxPageOf): Readonly<{ title: string; content: string }> => {
  const { plan, answer, may } = of;
  return {
    title: `Reminders – ${plan.title}`,
    content: renderTemplate('reminders/outbox.njk', {
      ...remindersNavigation(of, 'sent'),
      plan: plan.title,
      mail: mailView(of),
      next: of.next === null ? null : nextView(of.next),
      mayRun: may.manage && of.isNewest,
      runAction: `${remindersPath(plan.id)}/run`,
      csrfToken: of.csrfToken,
      days: answer.runs.map(({ on, messages }) => ({
        id: `on-${on}`,
        heading: ukWeekday(on),
        tally: tallyOf(messages),
        rows: messages.map(rowOf(of)),
      })),
      pages: pagerOf(of),
      empty:
        answer.runs.length > 0
          ? null
          : {
              text: 'No reminders have gone out yet',
              hint: 'They go out by themselves once an update is due, to whoever owes it and has an address.',
              links: [{ text: 'How reminders go out', href: policyPath(plan.id) }],
            },
    }),
  };
};
