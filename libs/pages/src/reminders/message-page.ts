import type {
  AskedAnswer,
  LetterShown,
  MessageInFull,
  MessageStep,
} from '@trackrecord/application';
import { canBeRetried } from '@trackrecord/domain';
import { actionPath } from '../action/action-links.ts';
import { withDates } from '../frame/date-query.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { partyPath } from '../parties/party-links.ts';
import { ukDate } from '../words/uk-date.ts';
import { ukInstant } from '../words/uk-instant.ts';
import { ukWeekday } from '../words/uk-weekday.ts';
import {
  insteadInWords,
  outcomeElsewhere,
  outcomeInWords,
  stateInWords,
  thingInWords,
} from './reminder-words.ts';
import {
  messagePath,
  remindersNavigation,
  type RemindersOf,
  remindersPath,
} from './reminders-navigation.ts';

/** One message of a plan's reminders. */
export type MessagePageOf = RemindersOf &
  Readonly<{
    message: MessageInFull;
    /** Where it goes, and how it reads; `null` for whoever may not see that. */
    letter: Readonly<{ address: string | null; shown: LetterShown }> | null;
    /** The day that it is where the plan is kept. */
    today: string;
    csrfToken: string;
  }>;

const why: Readonly<Record<AskedAnswer['reason'], string>> = {
  asked: 'Asked for',
  overdue: 'An update by the plan’s cadence',
  'never rated': 'Never rated',
  'timescale passed': 'Past the day by which it was to be done',
  'target with a gap': 'Its words leave something open',
  'no observation': 'A period ended without a value',
  'data missing': 'Data was wanted',
  'period ended': 'The plan’s period ended',
};

const itemRow =
  ({ plan, question, message: { linkAgain } }: MessagePageOf) =>
  (item: AskedAnswer) => ({
    thing: thingInWords(item),
    title: item.title,
    href: item.action === null ? null : withDates(actionPath(plan.id, item.action), question),
    why: why[item.reason],
    dueOn: ukDate(item.dueOn),
    insteadOf: item.escalatedFrom === null ? '' : insteadInWords(item.escalatedFrom),
    outcome: linkAgain === null ? outcomeInWords(item) : outcomeElsewhere(linkAgain),
  });

/** When it was is told beside it; what went wrong is told here. */
const stepWords = (state: MessageStep['state']): string =>
  state.is === 'due' || state.is === 'sending' || state.is === 'sent'
    ? ''
    : stateInWords(state).words;

const stepRow = ({ ordinal, at, by, state }: MessageStep) => ({
  ordinal,
  at: ukInstant(at),
  state: { ...stateInWords(state), words: stepWords(state) },
  by: by === null ? '' : by.name,
});

/** What can be done about it, for whoever keeps the plan. */
const doingsOf = ({ plan, may, message, today, csrfToken }: MessagePageOf) => {
  if (!may.manage) return null;
  const { state, on, linksRevoked } = message;
  const path = messagePath(plan.id, message);
  const again = canBeRetried(state);
  return {
    csrfToken,
    again:
      again && on === today
        ? {
            action: `${path}/send-again`,
            warning:
              state.is === 'unknown'
                ? 'Nobody knows whether this message arrived: sent again, they may get it twice.'
                : null,
          }
        : null,
    // Another day's run holds what this one asked for.
    tooLate: again && on !== today,
    revoke: linksRevoked ? null : { action: `${path}/end-links` },
  };
};

/** The page: its title for the frame, and its content. It may hold a token of its visitor: never keep it. */
export const messagePage = (of: MessagePageOf): Readonly<{ title: string; content: string }> => {
  const { plan, message, letter } = of;
  const { to, on, items, steps, linksRevoked, linkAgain, state } = message;
  return {
    title: `To ${to.name}, ${ukDate(on)} – Reminders – ${plan.title}`,
    content: renderTemplate('reminders/message.njk', {
      ...remindersNavigation(of, null),
      caption: `Message ${message.message} of ${ukWeekday(on)}`,
      name: to.name,
      partyHref: partyPath(to.id),
      address: letter === null ? null : (letter.address ?? 'none by now'),
      state: stateInWords(state),
      linksRevoked,
      isLinkAgain: linkAgain !== null,
      items: items.map(itemRow(of)),
      steps: steps.map(stepRow),
      letter: letter === null ? null : letter.shown,
      doings: doingsOf(of),
      backHref: remindersPath(plan.id),
    }),
  };
};
