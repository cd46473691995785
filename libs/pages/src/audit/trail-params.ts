import type { TrailAsked } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type FormErrors, noErrors } from '../forms/form-errors.ts';
import { parseUkDate } from '../forms/parse-uk-date.ts';
import { listInWords } from '../words/list-in-words.ts';
import { channelWords } from './trail-words.ts';

/** The dates that a trail is filtered by, and what each is called. */
export const trailDates = {
  effectiveFrom: 'True from',
  effectiveTo: 'True to',
  recordedFrom: 'Recorded from',
  recordedTo: 'Recorded to',
} as const;
export type TrailDate = keyof typeof trailDates;
const dateNames: ReadonlyArray<TrailDate> = [
  'effectiveFrom',
  'effectiveTo',
  'recordedFrom',
  'recordedTo',
];

/** Which lines of a trail an address asks for, and in which order. Everything that is not asked is absent. */
export type TrailParams = Readonly<{
  /** As it was typed: a name, or an id. */
  person: string | null;
  /** As it was typed: "27", "theme 2.3", "party:p-1". */
  subject: string | null;
  field: string | null;
  dates: Readonly<Partial<Record<TrailDate, LocalDate>>>;
  channel: string | null;
  withConfirmed: boolean;
  newestFirst: boolean;
}>;

/** Which page of it. */
export type TrailPlaceAsked = Readonly<{
  /** The page after this line, or the one that ends with it; the first page without either. */
  after: string | null;
  before: string | null;
  /** Which line in the whole the page begins with, where that is known. */
  at: number | null;
}>;

type Query = Readonly<{ one: (name: string) => string | undefined }>;

type Read<A> = Readonly<{ value: A; errors: FormErrors }>;

const accepted = <A>(value: A): Read<A> => ({ value, errors: noErrors });

const readDate = ({ one }: Query, name: TrailDate): Read<LocalDate | undefined> => {
  const typed = one(name);
  return typed === undefined
    ? accepted(undefined)
    : pipe(
        parseUkDate(trailDates[name])(typed),
        E.match(
          (message): Read<LocalDate | undefined> => ({
            value: undefined,
            errors: [{ field: name, message }],
          }),
          (date) => accepted<LocalDate | undefined>(date),
        ),
      );
};

const channels = Object.keys(channelWords);

const readChannel = ({ one }: Query): Read<string | null> => {
  const typed = one('channel');
  return typed === undefined || channels.includes(typed)
    ? accepted(typed ?? null)
    : {
        value: null,
        errors: [
          {
            field: 'channel',
            message: `Channel: “${typed}” is none. It can be ${listInWords(channels)}.`,
          },
        ],
      };
};

const readYes = ({ one }: Query, field: string, label: string): Read<boolean> => {
  const typed = one(field);
  return typed === undefined || typed === 'yes' || typed === 'no'
    ? accepted(typed === 'yes')
    : {
        value: false,
        errors: [
          { field, message: `${label}: “${typed}” is not accepted. It can be “yes” or left out.` },
        ],
      };
};

const readOrder = ({ one }: Query): Read<boolean> => {
  const typed = one('order');
  return typed === undefined || typed === 'newest' || typed === 'oldest'
    ? accepted(typed !== 'oldest')
    : {
        value: true,
        errors: [
          {
            field: 'order',
            message: `Order: “${typed}” is none. It can be “newest” or “oldest”.`,
          },
        ],
      };
};

const longest = 200;

const readText = ({ one }: Query, field: string, label: string): Read<string | null> => {
  const typed = one(field);
  return typed === undefined || typed.length <= longest
    ? accepted(typed ?? null)
    : {
        value: null,
        errors: [
          {
            field,
            message: `${label}: these are ${typed.length} characters. Enter ${longest} at most.`,
          },
        ],
      };
};

/** What an address asks of an audit trail. A value that is not accepted is left out, and told by its field. */
export const parseTrailParams = (
  query: Query,
): Readonly<{ params: TrailParams; errors: FormErrors }> => {
  const person = readText(query, 'person', 'Who');
  const subject = readText(query, 'subject', 'What about');
  const field = readText(query, 'field', 'Field');
  const dates = dateNames.map((name) => ({ name, ...readDate(query, name) }));
  const channel = readChannel(query);
  const all = readYes(query, 'all', 'What documents said again');
  const order = readOrder(query);
  return {
    params: {
      person: person.value,
      subject: subject.value,
      field: field.value,
      dates: Object.fromEntries(
        dates.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
      ),
      channel: channel.value,
      withConfirmed: all.value,
      newestFirst: order.value,
    },
    errors: [person, subject, field, ...dates, channel, all, order].flatMap(({ errors }) => errors),
  };
};

/** Which page an address asks for; what is no place begins at the first. */
export const parseTrailPlace = ({ one }: Query): TrailPlaceAsked => {
  const place = (name: string): string | null => {
    const typed = one(name);
    return typed !== undefined && /^\d{1,15}\.\d{1,15}$/u.test(typed) ? typed : null;
  };
  const at = one('at');
  return {
    after: place('after'),
    before: place('before'),
    at: at !== undefined && /^[1-9]\d{0,14}$/u.test(at) ? Number(at) : null,
  };
};

/** The part of an address that asks for these lines; "" for the whole trail, the newest first. */
export const trailQuery = (params: TrailParams): string => {
  const query = new URLSearchParams();
  if (params.person !== null) query.set('person', params.person);
  if (params.subject !== null) query.set('subject', params.subject);
  if (params.field !== null) query.set('field', params.field);
  dateNames.forEach((name) => {
    const date = params.dates[name];
    if (date !== undefined) query.set(name, date);
  });
  if (params.channel !== null) query.set('channel', params.channel);
  if (params.withConfirmed) query.set('all', 'yes');
  if (!params.newestFirst) query.set('order', 'oldest');
  return query.toString();
};

/** Whether some lines may be left out that are there without asking. */
export const isTrailFiltered = (params: TrailParams): boolean =>
  trailQuery({ ...params, newestFirst: true, withConfirmed: false }) !== '';

/** Kinds of subjects as people write them, and as the log does. */
const kinds: Readonly<Record<string, string>> = {
  action: 'action',
  priority: 'priority',
  theme: 'theme',
  enabler: 'enabler',
  result: 'result',
  target: 'target',
  'data need': 'dataNeed',
  indicator: 'indicator',
  party: 'party',
  person: 'party',
  organisation: 'party',
  account: 'account',
  token: 'token',
  webhook: 'webhook',
};

/** All that was recorded of who may come in, by the names that people have for it. */
const ofAccess: ReadonlySet<string> = new Set([
  'access',
  'accounts',
  'roles',
  'tokens',
  'webhooks',
]);

/** A subject as people write it – "action 27", "Theme 2.3", "27" – as a trail is asked for it. */
export const subjectAsked = (typed: string): string => {
  const lower = typed.toLowerCase();
  for (const [words, kind] of Object.entries(kinds)) {
    const rest = lower.startsWith(words) ? typed.slice(words.length) : '';
    if (/^[\s:]+\S/u.test(rest)) return `${kind}:${rest.replace(/^[\s:]+/u, '').trimEnd()}`;
  }
  if (ofAccess.has(lower)) return 'access';
  return lower === 'plan' || lower === 'the plan' ? 'plan' : typed;
};

/** What is asked of the trail, but for who: a name is looked up first. */
export const trailAsked = ({
  subject,
  field,
  dates,
  channel,
  withConfirmed,
}: TrailParams): Omit<TrailAsked, 'person'> => ({
  ...(subject === null ? {} : { subject: subjectAsked(subject) }),
  ...(field === null ? {} : { field }),
  ...dates,
  ...(channel === null ? {} : { channel }),
  withConfirmed,
});
