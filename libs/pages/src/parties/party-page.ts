import type {
  AuditRow,
  DirectoryAnswer,
  NamedParty,
  PartyInFull,
  Question,
} from '@trackrecord/application';
import { historySentence } from '@trackrecord/read-models';
import { withDates } from '../frame/date-query.ts';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { byNow } from '../words/by-now.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { likenessWords } from './likeness-words.ts';
import { partyPlanView } from './party-in-plan.ts';
import { mergePath, partyPath } from './party-links.ts';

/** Where reminders to a party go, and what whoever looks may do about that. */
export type PartyContact = Readonly<{
  address: string | null;
  /** They asked for no more. */
  declines: boolean;
  /** `stop`: the reminders or, where they are stopped, let them begin again. */
  may: Readonly<{ set: boolean; stop: boolean }>;
}>;

/** A person or an organisation in full. */
export type PartyPageOf = Readonly<{
  party: PartyInFull;
  /** Pairs of names of which it is one. */
  duplicates: DirectoryAnswer['duplicates'];
  /** What happened to it: named, renamed, merged; the newest first. `null` where that is not for whoever looks. */
  history: ReadonlyArray<AuditRow> | null;
  /** Where reminders go, as it is now; `null` where that is not for whoever looks. */
  contact: PartyContact | null;
  question: Question;
  /**
   * What whoever looks may do; nothing of it on a past date. `keep`: rename, merge, belong to an organisation and
   * take back, as the whole log is theirs; `arrange`: roles on boards.
   */
  may: Readonly<{ keep: boolean; arrange: boolean }>;
  /** Where it can be changed, on a past date; `null` on today, or where nothing may be changed. */
  todayHref: string | null;
}>;

type Action = Readonly<{ text: string; href: string; hidden: string }>;
type FactRow = Readonly<{ key: string; html: string; actions?: ReadonlyArray<Action> }>;

const listHtml = (items: ReadonlyArray<string>): string =>
  `<ul class="govuk-list app-facts__list">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const linked =
  (question: Question) =>
  ({ id, name }: NamedParty): string =>
    `<a class="govuk-link" href="${escapeHtml(withDates(partyPath(id), question))}">${escapeHtml(name)}</a>`;

const row = (
  key: string,
  items: ReadonlyArray<string>,
  actions: ReadonlyArray<Action> = [],
): ReadonlyArray<FactRow> =>
  items.length === 0 && actions.length === 0
    ? []
    : [
        {
          key,
          html: items.length === 0 ? 'None' : listHtml(items),
          ...(actions.length === 0 ? {} : { actions }),
        },
      ];

const organisationActions = ({ party, may }: PartyPageOf): ReadonlyArray<Action> => {
  if (!may.keep || party.kind === 'organisation') return [];
  const path = partyPath(party.id);
  return [
    { text: 'Join', href: `${path}/join`, hidden: 'another organisation' },
    ...(party.organisations.length === 0
      ? []
      : [{ text: 'Leave', href: `${path}/leave`, hidden: 'an organisation' }]),
  ];
};

const roleActions = ({ party, may }: PartyPageOf): ReadonlyArray<Action> => {
  if (!may.arrange) return [];
  const path = partyPath(party.id);
  return [
    { text: 'Take', href: `${path}/take-role`, hidden: 'a role on a board' },
    ...(party.boardRoles.length === 0
      ? []
      : [{ text: 'Leave', href: `${path}/leave-role`, hidden: 'a role on a board' }]),
  ];
};

const contactRows = ({ party, contact }: PartyPageOf): ReadonlyArray<FactRow> => {
  if (contact === null) return [];
  const { address, declines, may } = contact;
  const path = partyPath(party.id);
  const hidden = 'the address for reminders';
  return [
    {
      key: 'Address for reminders',
      html: address === null ? 'None: they cannot be asked' : escapeHtml(address),
      actions: may.set
        ? [
            { text: address === null ? 'Give one' : 'Change', href: `${path}/address`, hidden },
            ...(address === null
              ? []
              : [{ text: 'Take away', href: `${path}/remove-address`, hidden }]),
          ]
        : [],
    },
    ...(declines || (address !== null && may.stop)
      ? [
          {
            key: 'Reminders',
            html: declines
              ? 'Stopped: what they owe is asked of others'
              : 'Sent when something is due',
            actions: may.stop
              ? [
                  declines
                    ? {
                        text: 'Let them begin again',
                        href: `${path}/resume-reminders`,
                        hidden: 'reminders',
                      }
                    : { text: 'Stop', href: `${path}/stop-reminders`, hidden: 'reminders' },
                ]
              : [],
          },
        ]
      : []),
  ];
};

const factsOf = (of: PartyPageOf): ReadonlyArray<FactRow> => {
  const { party, question } = of;
  return [
    ...row(
      'Also known as',
      party.spellings.map(({ name }) => escapeHtml(name)),
    ),
    ...row('Known before as', party.formerNames.map(escapeHtml)),
    ...row('Belongs to', party.organisations.map(linked(question)), organisationActions(of)),
    ...row('Members', party.members.map(linked(question))),
    ...row(
      'Roles on boards',
      party.boardRoles.map(({ board, role }) => escapeHtml(`${role}, ${board}`)),
      roleActions(of),
    ),
    ...contactRows(of),
  ];
};

type Likely = Readonly<{ name: string; href: string; why: string; mergeHref: string | null }>;

const likelyOf = ({ party, duplicates, question, may }: PartyPageOf): ReadonlyArray<Likely> =>
  duplicates.flatMap(({ parties, likeness }) => {
    const other = parties.find(({ id }) => id !== party.id);
    return other === undefined || parties.every(({ id }) => id !== party.id)
      ? []
      : [
          {
            name: other.name,
            href: withDates(partyPath(other.id), question),
            why: likenessWords[likeness],
            mergeHref: may.keep ? mergePath(party.id, other.id) : null,
          },
        ];
  });

type Entry = Readonly<{
  ordinal: number;
  sentence: string;
  isTakenBack: boolean;
  wrongHref: string | null;
}>;

/** Who was registered stays: what people said names them. */
const canBeWrong = ({ type, retracted }: AuditRow): boolean =>
  retracted === null && type !== 'PartyRegistered';

const nameOf = ({ spellings }: PartyInFull, id: string | null): string =>
  spellings.find((one) => one.id === id)?.name ?? 'Another name';

const entriesOf = ({ history, may, party }: PartyPageOf): ReadonlyArray<Entry> =>
  (history ?? [])
    .filter(({ field }) => !['exists', 'kind'].includes(field))
    .map((line) => ({
      ordinal: line.ordinal,
      sentence: `${line.ref === party.id ? '' : `${nameOf(party, line.ref)}: `}${historySentence(line)}.`,
      isTakenBack: line.retracted !== null,
      wrongHref:
        may.keep && canBeWrong(line) && line.ref !== null
          ? `${partyPath(line.ref)}/retract?ordinal=${line.ordinal}`
          : null,
    }));

const buttonsOf = ({ party, may }: PartyPageOf): ReadonlyArray<Link> =>
  may.keep
    ? [
        { text: 'Rename', href: `${partyPath(party.id)}/rename` },
        { text: 'Merge with another', href: mergePath(party.id) },
      ]
    : [];

/** The page: its title for the frame, and its content. */
export const partyPage = (of: PartyPageOf): Readonly<{ title: string; content: string }> => {
  const { party, question } = of;
  return {
    title: party.name,
    content: renderTemplate('parties/party.njk', {
      caption: party.kind === 'person' ? 'Person' : 'Organisation',
      name: party.name,
      isToday: byNow(question) === 'yet',
      isPerson: party.kind === 'person',
      buttons: buttonsOf(of),
      todayHref: of.todayHref,
      likely: likelyOf(of),
      facts: factsOf(of),
      plans: party.plans
        .map(partyPlanView(question))
        .filter(({ actions, debts }) => actions.length + debts.length > 0),
      latest: party.latest.map(({ ordinal, sentence, plan }) => ({
        ordinal,
        sentence: `${sentence}.`,
        plan: party.plans.find((one) => one.plan === plan)?.title ?? plan ?? '',
      })),
      history: entriesOf(of),
    }),
  };
};
