import type {
  AskedInstead,
  DueItem,
  DueReminder,
  Reminded,
  Round,
  TodaysMessage,
} from '@trackrecord/application';
import type { MessageState } from '@trackrecord/domain';
import { safe, type Terminal } from '../terminal/terminal.ts';
import { hanging } from '../terminal/wrapped.ts';
import { counted } from './order-words.ts';

const reasonOf = ({ reason, since, dueOn, words }: DueItem): string => {
  switch (reason) {
    case 'asked':
      return `asked for on ${since}${words === null ? '' : `: “${words}”`}`;
    case 'overdue':
      return `update due ${dueOn}, last news ${since}`;
    case 'never rated':
      return `not rated since ${since}`;
    case 'timescale passed':
      return `to be done by ${since}`;
    case 'target with a gap':
      return `the target leaves something open since ${since}`;
    case 'no observation':
      return `no value for the period that ended on ${since}`;
    case 'data missing':
      return `data wanted by ${since}`;
    case 'period ended':
      return `the plan's period ended on ${since}`;
  }
};

const insteadOf = (instead: AskedInstead | null): string => {
  if (instead === null) return '';
  const names = instead.parties.map(({ name }) => name).join(', ');
  switch (instead.because) {
    case 'nobody owns it':
      return ' (nobody owns it)';
    case 'no address':
      return ` (for ${names}, who cannot be reached)`;
    case 'not answered':
      return names === '' ? ' (not answered)' : ` (${names} did not answer)`;
  }
};

const itemLines = (terminal: Terminal, items: ReadonlyArray<DueItem>): ReadonlyArray<string> =>
  items.flatMap((item) =>
    hanging(
      terminal.width,
      '    ',
      safe(`${item.action ?? item.about}: ${reasonOf(item)}${insteadOf(item.escalatedFrom)}`),
    ),
  );

const toWhom = (terminal: Terminal, { to, plan, items }: DueReminder, more = ''): string =>
  terminal.colours.bold(
    safe(
      `  ${to.name}${to.address === null ? '' : ` <${to.address}>`}, ${plan}: ${counted(items.length, 'thing')}${more}`,
    ),
  );

/** What would go out, to whom, and why. */
export const dueText =
  (due: ReadonlyArray<DueReminder>) =>
  (terminal: Terminal): string =>
    due.length === 0
      ? 'Nothing would go out.'
      : [
          `${counted(due.length, 'reminder')} would go out:`,
          ...due.flatMap((reminder) => [
            '',
            toWhom(terminal, reminder),
            ...itemLines(terminal, reminder.items),
          ]),
        ].join('\n');

/** What became of a message, in a few words. */
export const stateInWords = (state: MessageState): string => {
  switch (state.is) {
    case 'due':
      return 'to be sent';
    case 'sending':
      return 'being sent';
    case 'sent':
      return `sent ${state.at}`;
    case 'deferred':
      return `not taken for now, tried again from ${state.until}: ${state.why}`;
    case 'failed':
      return `failed: ${state.why}`;
    case 'bounced':
      return `the address takes nothing: ${state.why}`;
    case 'unknown':
      return `nobody knows whether it arrived: ${state.why}`;
    case 'withdrawn':
      return `not sent: ${state.why}`;
  }
};

const total = (round: Round, part: keyof Pick<Reminded, 'sent' | 'notSent' | 'withdrawn'>) =>
  round.reminded.reduce((sum, one) => sum + one[part], 0);

const whyNothing: Readonly<Record<Exclude<Reminded['planned'], boolean>, string>> = {
  paused: 'reminders are paused',
  'plan closed': 'the plan is closed',
  'quiet day': 'nothing is sent today',
  'too early': 'it is before the time of day of its policy',
  'ran already': 'all of today has been looked at',
  'nothing to ask': 'nothing is to be asked today',
};

const reasons = ({ reminded }: Round): ReadonlyArray<string> =>
  reminded.flatMap(({ plan, planned }) =>
    typeof planned === 'boolean' ? [] : [`  ${plan}: ${whyNothing[planned]}`],
  );

/** What this round sent, and how today's messages stand. */
export const sentText =
  (round: Round, messages: ReadonlyArray<TodaysMessage>) =>
  (terminal: Terminal): string => {
    const [sent, notSent] = [total(round, 'sent'), total(round, 'notSent')];
    return [
      sent + notSent === 0
        ? 'Nothing went out now.'
        : `${counted(sent, 'reminder')} went out now${notSent === 0 ? '' : `, ${notSent} did not`}.`,
      ...(sent + notSent === 0 ? reasons(round) : []),
      ...(messages.length === 0 ? [] : ['', 'Today’s:']),
      ...messages.flatMap((message) => [
        toWhom(terminal, message),
        ...hanging(terminal.width, '    ', safe(stateInWords(message.state))),
        ...itemLines(terminal, message.items),
      ]),
    ].join('\n');
  };
