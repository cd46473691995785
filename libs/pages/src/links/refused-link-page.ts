import type { LinkRefused, NoNewLink } from '@trackrecord/application';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { ukDate } from '../words/uk-date.ts';
import type { LinkPage } from './link-page.ts';

/** What a page says of a link that does not do what it was followed for. */
type Told = Readonly<{
  heading: string;
  lines: ReadonlyArray<string>;
  /** When to have a new link; absent where none is offered. */
  again?: string;
  ways?: ReadonlyArray<Link>;
}>;

const askManager = 'Ask the plan’s manager, who can tell you more.';

const nothingLeft: Readonly<Record<'plan closed' | 'action closed' | 'gone', string>> = {
  'plan closed': 'The plan is closed. It takes no more updates.',
  'action closed': 'The action is closed, or was withdrawn. It takes no more updates.',
  gone: 'What it asked about is in the plan no longer.',
};

const noNewLink: Readonly<Record<NoNewLink['why'], string>> = {
  'another address':
    'The address that this link was sent to is not the one that reminders go to now. A new link is sent to the same address only.',
  'reminders stopped': 'Reminders to this address were stopped, so nothing more is sent to it.',
  'too often': 'A new link was sent for this one several times already.',
  'too old': 'This link is so old that it is not renewed. What is still owed was asked for again.',
};

const toldOf = (refusal: LinkRefused | NoNewLink, who: string | null): Told => {
  switch (refusal._tag) {
    case 'NotALink':
      return {
        heading: 'This link is not complete',
        lines: [
          'Some mail programs cut a long address at the end of a line, or change it.',
          'Go back to the message, copy the whole address, to its last character, and paste it where your browser shows addresses.',
        ],
      };
    case 'SomebodyElses':
      return {
        heading: 'This link was sent to somebody else',
        lines: [
          `This link was sent to ${refusal.to}; you are signed in as ${who ?? 'somebody else'}. What is sent by it would be recorded as theirs, so it cannot be used now.`,
          `If you are ${refusal.to}, sign out first, and follow the link again.`,
        ],
        ways: [{ text: 'See what is owed by you', href: '/owed?whose=mine' }],
      };
    case 'Ended':
      return {
        heading: 'This link has ended',
        lines: [
          `It could be used until ${ukDate(refusal.endedOn)}.`,
          ...(refusal.again ? [] : [noNewLink['too old'], askManager]),
        ],
        ...(refusal.again ? { again: 'You can have a new one.' } : {}),
      };
    case 'Used':
      return {
        heading: 'This link has been used',
        lines: [
          `It was answered on ${ukDate(refusal.on)}. A link is good for one answer.`,
          ...(refusal.again ? [] : ['If there is more to say, tell the plan’s manager.']),
        ],
        ...(refusal.again ? { again: 'If there is more to say, you can have a new link.' } : {}),
      };
    case 'Revoked':
      return {
        heading: 'This link was withdrawn',
        lines: ['The plan’s manager has ended it before its time.', askManager],
      };
    case 'NothingToAnswer':
      return {
        heading: 'There is nothing more to answer',
        lines: [nothingLeft[refusal.why], 'Thank you for looking.'],
      };
    case 'NoNewLink':
      return {
        heading: 'No new link can be sent',
        lines: [noNewLink[refusal.why], askManager],
      };
  }
};

export type RefusedLinkPageOf = Readonly<{
  refusal: LinkRefused | NoNewLink;
  /** Who is signed in, by name. */
  who: string | null;
  /** Where a new link is asked for. */
  againTo: string;
}>;

/** Why a link does not do what it was followed for, and what there is to do. */
export const refusedLinkPage = ({ refusal, who, againTo }: RefusedLinkPageOf): LinkPage => {
  const told = toldOf(refusal, who);
  return {
    title: told.heading,
    content: renderTemplate('links/told.njk', { ways: [], ...told, againTo }),
  };
};

/** The same words whether or not a message left: they tell nobody anything of the address. */
export const linkSentPage = (): LinkPage => ({
  title: 'A new link is on its way',
  content: renderTemplate('links/told.njk', {
    heading: 'A new link is on its way',
    lines: [
      'We have sent it to the address that the first went to. It can take a few minutes.',
      'If it does not come, look where your mail program puts what it takes for advertising, or ask the plan’s manager.',
    ],
    ways: [],
  }),
});
