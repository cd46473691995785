import type { Digest } from '@trackrecord/application/ports';
import { cleanLine } from '../words/clean.ts';
import { cutAtWord } from '../words/cut-at-word.ts';
import { count, ukDate, withinSentence } from '../words/in-words.ts';
import { itemView, type ItemView } from './item-view.ts';

/** Some words, and where they lead. */
export type FooterLine = Readonly<{
  text: string;
  link?: Readonly<{ words: string; address: string }> | undefined;
}>;

/** All that a message says, in the order in which it says it; clean, and not yet escaped. */
export type LetterView = Readonly<{
  subject: string;
  /** What a mail program shows after the subject, in its list. */
  preview: string;
  plan: string;
  heading: string;
  greeting: string;
  intro: ReadonlyArray<string>;
  due: ReadonlyArray<ItemView>;
  comingUp: ReadonlyArray<ItemView>;
  footer: ReadonlyArray<FooterLine>;
}>;

/** Subjects are cut by mail programs; what is long is cut here, at a word. */
const longestPlan = 150;
const longestName = 120;
const longestPreview = 140;

type Counted = Readonly<{ due: number; comingUp: number }>;

const isOne = ({ due, comingUp }: Counted): boolean => due + comingUp === 1;

const counted = ({ due, comingUp }: Counted): string => {
  if (due === 0) return `${count(comingUp, 'update')} coming up`;
  return `${count(due, 'update')} due${comingUp === 0 ? '' : ` and ${comingUp} coming up`}`;
};

const subjectOf = (
  plan: string,
  first: ItemView | undefined,
  numbers: Counted,
  isNewLink: boolean,
): string => {
  const about = `${first === undefined ? '' : `${withinSentence(first.name)}, `}${plan}`;
  if (isNewLink) return `Your new link: ${about}`;
  if (!isOne(numbers)) return `${counted(numbers)}: ${plan}`;
  return `Update ${numbers.due === 1 ? 'due' : 'coming up'}: ${about}`;
};

const headingOf = (numbers: Counted, isNewLink: boolean): string => {
  if (isNewLink) return 'Your new link';
  if (!isOne(numbers)) return counted(numbers);
  return numbers.due === 1 ? 'An update is due' : 'An update is coming up';
};

const introOf = ({ isNewLink, items }: Digest): ReadonlyArray<string> => [
  ...(isNewLink ? ['You asked for a new link to give an update.'] : []),
  ...(items.every(({ answerAt }) => answerAt !== null)
    ? ['Give a rating and a sentence, or say that nothing has changed. You do not need an account.']
    : items.every(({ answerAt }) => answerAt === null)
      ? ['Sign in to give a rating and a sentence, or to say that nothing has changed.']
      : [
          'Give a rating and a sentence, or say that nothing has changed. You need an account only where it says so.',
        ]),
];

const whyAsked = ({ items }: Digest): string => {
  const [own, others] = [
    items.some(({ escalatedFrom }) => escalatedFrom === null),
    items.some(({ escalatedFrom }) => escalatedFrom !== null),
  ];
  if (!others) return 'owns what it asks about';
  return own
    ? 'owns what it asks about or, where it says so, is asked in the owner’s place'
    : 'is asked in the owner’s place, for the reason that it gives';
};

/** "owns … is asked …" of an organisation, "own … are asked …" of you. */
const ofYou = (words: string): string =>
  words.replace(/\bowns\b/u, 'own').replace(/\bis asked\b/u, 'are asked');

const whyThisCame = (digest: Digest, name: string): string => {
  if (digest.isNewLink)
    return 'You got this email because somebody asked for a new link, which is only ever sent to this address. If it was not you, you can ignore it: nothing has changed.';
  return digest.to.isOrganisation
    ? `You got this email because this is the contact address for ${name}, which ${whyAsked(digest)}.`
    : `You got this email because you ${ofYou(whyAsked(digest))}.`;
};

const managerLine = ({ manager }: Digest): FooterLine => {
  if (manager === null) return { text: 'Questions? Ask whoever manages this plan.' };
  const name = cutAtWord(cleanLine(manager.name), longestName);
  if (manager.address === null) return { text: `Questions? Ask ${name}, who manages this plan.` };
  const address = cleanLine(manager.address);
  return {
    text: `Questions? Ask ${name}, who manages this plan:`,
    link: { words: address, address: `mailto:${encodeURIComponent(address).replace('%40', '@')}` },
  };
};

const linksLine = ({ items, linksEndOn }: Digest): ReadonlyArray<FooterLine> => {
  const links = items.filter(({ answerAt }) => answerAt !== null).length;
  if (links === 0) return [];
  const end = ukDate(linksEndOn);
  const opening =
    links === 1
      ? `The link works until ${end}. Opening it`
      : `The links work until ${end}. Opening one`;
  return [
    {
      text: `${opening} changes nothing: only what you send from its page is recorded. Whoever has a link can answer with it, so do not forward this email.`,
    },
  ];
};

const footerOf = (digest: Digest, name: string): ReadonlyArray<FooterLine> => [
  { text: whyThisCame(digest, name) },
  managerLine(digest),
  ...linksLine(digest),
  {
    text: 'Nobody needs an account to answer by a link. If you have one, see the whole plan:',
    link: { words: digest.planAt, address: digest.planAt },
  },
  ...(digest.stopAt === null
    ? []
    : [
        {
          text: 'If you do not want emails like this one:',
          link: { words: 'Stop these emails', address: digest.stopAt },
        },
      ]),
];

/** What a digest says: the longest overdue first, and what is not due yet at the end. */
export const letterView = (digest: Digest): LetterView => {
  const plan = cutAtWord(cleanLine(digest.plan), longestPlan);
  const name = cutAtWord(cleanLine(digest.to.name), longestName);
  const inOrder = digest.items.toSorted((one, other) => other.daysOverdue - one.daysOverdue);
  const views = (isDue: boolean): ReadonlyArray<ItemView> =>
    inOrder
      .filter(({ daysOverdue }) => daysOverdue >= 0 === isDue)
      .map((item) => itemView(item, digest.planAt));
  const [due, comingUp] = [views(true), views(false)];
  const numbers = { due: due.length, comingUp: comingUp.length };
  const all = [...due, ...comingUp];
  const preview = all.map(
    ({ name: about, when, title }) => `${about}, ${withinSentence(when)}: ${title}`,
  );
  return {
    subject: subjectOf(plan, all[0], numbers, digest.isNewLink),
    preview: cutAtWord(preview.join(' '), longestPreview),
    plan,
    heading: headingOf(numbers, digest.isNewLink),
    greeting: digest.to.isOrganisation
      ? `To whoever looks after this at ${name},`
      : `Dear ${name},`,
    intro: introOf(digest),
    due,
    comingUp,
    footer: footerOf(digest, name),
  };
};
