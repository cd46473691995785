import { addDays, daysBetween, type LocalDate } from '@trackrecord/kernel';
import {
  type ItemState,
  indicatorDefinitionOf,
  nameOf,
  type PlanFacts,
  type PlanStructure,
  type ReminderMessage,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import type { Digest, DigestItem, EscalatedFrom } from '../ports/letter-writer.ts';
import type { LinkPurpose } from '../ports/signed-links.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { streamOf } from '../streams.ts';
import { actionAbout } from './action-about.ts';
import { askedInsteadOf, insteadForAll } from './asked-instead.ts';
import { lastWordsOf } from './last-words.ts';
import type { PlanSituation } from './load-situation.ts';
import { reasonInWords } from './reason-in-words.ts';
import type { Reminding } from './reminding.ts';

/** For so many days after it was sent a link can be used. */
const linkDays = 30;

/** All of a plan that messages tell of. */
type Told = Readonly<{
  facts: PlanFacts;
  structure: PlanStructure;
  /** The last that was said of an action, by its subject. */
  lastWords: (subject: string) => E.Either<Failure, DigestItem['lastWords']>;
  indicatorTitle: (id: string) => E.Either<Failure, string>;
}>;

const toldOf = (
  reminding: Reminding,
  { plan, today, ordinal, facts, structure }: PlanSituation,
): Told => ({
  ...{ facts, structure },
  lastWords: (subject: string) => lastWordsOf(reminding, { plan, today, ordinal }, subject),
  indicatorTitle: (id: string) =>
    pipe(
      reminding.views.cutOf(streamOf('indicator', id), { asOf: endOfTime, knownAt: ordinal }),
      E.bimap(storage, (own) => {
        const { title, code } = indicatorDefinitionOf(own);
        return [code, title].filter((part) => part !== null).join(' ') || id;
      }),
    ),
});

type Subject = Pick<DigestItem, 'name' | 'action' | 'title' | 'rating' | 'lastWords'>;

const none = { action: null, rating: null, lastWords: null };

const subjectOf = (told: Told, about: string): E.Either<Failure, Subject> => {
  const colon = about.indexOf(':');
  const [kind, ref] = [about.slice(0, Math.max(0, colon)), about.slice(colon + 1)];
  switch (kind) {
    case 'action': {
      const action = told.facts.actions.find(({ id }) => id === ref);
      return action === undefined
        ? E.right({ ...none, name: `Action ${ref}`, title: '' })
        : pipe(
            told.lastWords(about),
            E.map((lastWords) => ({
              name: `Action ${action.ref}`,
              action: action.ref,
              title: action.title,
              rating: action.rating,
              lastWords,
            })),
          );
    }
    case 'target': {
      const target = told.structure.targets.find((one) => one.ref === ref);
      return E.right({ ...none, name: `Target ${ref}`, title: target?.words ?? '' });
    }
    case 'dataNeed': {
      const need = told.structure.dataNeeds.find((one) => one.ref === ref);
      return E.right({ ...none, name: 'Data that is needed', title: need?.words ?? '' });
    }
    case 'indicator':
      return pipe(
        told.indicatorTitle(ref),
        E.map((title) => ({ ...none, name: 'Indicator', title })),
      );
    default:
      return E.right({ ...none, name: 'The plan', title: told.facts.title });
  }
};

const requestsOf = ({ facts }: Told, about: string) =>
  actionAbout(facts, about)?.requests.map(({ id, value: { words } }) => ({ id, words })) ?? [];

const escalatedFrom = (
  { contacts }: PlanSituation,
  items: ReadonlyArray<ItemState>,
): EscalatedFrom | null => {
  const instead = insteadForAll(items.map(askedInsteadOf(contacts.directory)));
  return instead === null
    ? null
    : {
        because: instead.because,
        names: [...new Set(instead.parties.map(({ name }) => name))],
      };
};

const least = (dates: ReadonlyArray<LocalDate>, first: LocalDate): LocalDate =>
  dates.reduce((a, b) => (b < a ? b : a), first);

/** A message as its links name it: of which day's run, and its number. */
type InRun = Readonly<{ run: LocalDate; message: number }>;

/** Where a link leads, on the pages that need no account. It can be used from today on, whenever the run was. */
const linkAddress = (
  { publicUrl, links }: Reminding,
  { plan, today }: Pick<PlanSituation, 'plan' | 'today'>,
  purpose: LinkPurpose,
  { run, message }: InRun,
  item: number,
): string => {
  const endsOn = addDays(linkDays)(today);
  const token = links.sign({ purpose, plan, run, message, item, endsOn });
  return `${publicUrl}/${purpose}/${token}`;
};

const itemOf = (
  reminding: Reminding,
  situation: PlanSituation,
  told: Told,
  inRun: InRun,
  items: Some,
): E.Either<Failure, DigestItem> => {
  const [first] = items;
  const { today } = situation;
  const dueOn = least(
    items.map((one) => one.dueOn),
    first.dueOn,
  );
  return pipe(
    subjectOf(told, first.debt.about),
    E.map((subject) => ({
      ...subject,
      reasons: items.map((item) => reasonInWords(requestsOf(told, first.debt.about), today, item)),
      dueOn,
      daysOverdue: daysBetween(dueOn, today),
      answerAt:
        subject.action === null
          ? null
          : linkAddress(reminding, situation, 'answer', inRun, first.item),
      escalatedFrom: escalatedFrom(situation, items),
    })),
  );
};

type Some = readonly [ItemState, ...ReadonlyArray<ItemState>];

const isSome = (all: ReadonlyArray<ItemState>): all is Some => all.length > 0;

const managerOf = ({ contacts }: PlanSituation): Digest['manager'] => {
  const [id] = contacts.managers;
  const manager = id === undefined ? undefined : contacts.directory.get(id);
  return manager === undefined ? null : { name: manager.name, address: manager.address };
};

/**
 * What a message says, of as much as is still in it.
 * @param situation the plan as it is known on the day on which the message leaves
 * @param run the day of the run that the message is of: an earlier one where a link was asked for again
 */
export const digestOf = (
  reminding: Reminding,
  situation: PlanSituation,
  run: LocalDate,
  { message, to, items, linkAgain }: ReminderMessage,
): E.Either<Failure, Digest> =>
  pipe(
    [
      ...Map.groupBy(
        items.filter(({ withdrawn }) => withdrawn === null),
        ({ debt }) => debt.about,
      ).values(),
    ].filter((some) => isSome(some)),
    E.traverseArray((some) =>
      itemOf(reminding, situation, toldOf(reminding, situation), { run, message }, some),
    ),
    E.map((told): Digest => {
      const { plan, facts, today, contacts } = situation;
      const { publicUrl } = reminding;
      return {
        plan: facts.title,
        to: {
          name: nameOf(contacts.directory)(to),
          isOrganisation: contacts.directory.get(to)?.kind === 'organisation',
        },
        on: today,
        items: told,
        manager: managerOf(situation),
        linksEndOn: addDays(linkDays)(today),
        planAt: `${publicUrl}/plans/${plan}/owed`,
        stopAt: linkAddress(reminding, situation, 'stop', { run, message }, 0),
        isNewLink: linkAgain !== null,
      };
    }),
  );
