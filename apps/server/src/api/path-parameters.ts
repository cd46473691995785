import {
  AccessId,
  ColumnHead,
  IndicatorId,
  PartnershipId,
  PartyId,
  PlanId,
  Ref,
  Subject,
  WebhookId,
} from '@trackrecord/domain';
import { brandedString, JsonString, LocalDate } from '@trackrecord/kernel';
import { paperKinds } from '@trackrecord/papers';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Exchange } from '../http/exchange.ts';
import { ProgressWord } from '../http/how-far.ts';
import type { ApiProblem } from './api-problem.ts';
import type { Parameter } from './endpoint.ts';
import type { ParameterFault } from './params.ts';
import { shown } from './schema/mistakes-in.ts';
import { schemaOf } from './schema/schema-of.ts';
import { wordsOf } from './schema/words-of.ts';

type Named = Readonly<{
  codec: t.Mixed;
  description: string;
  example: string;
}>;

/** The kinds of files that a plan is written as. */
const PaperKindCodec = t.keyof(
  Object.fromEntries(paperKinds.map((kind) => [kind, null])),
  'PaperKind',
);

/** A message's number, as an address writes it. */
const MessageNumber = brandedString('MessageNumber', (text) => /^[1-9]\d{0,5}$/.test(text));

const item = (description: string, example: string): Named => ({
  codec: Ref,
  description,
  example,
});

/** What paths name, by the name that stands in braces. */
export const pathNames: Readonly<Record<string, Named>> = {
  plan: { codec: PlanId, description: 'The plan’s id.', example: 'harbour' },
  ref: item('What the action is known by in its plan now.', '27'),
  priority: item('The priority’s ref.', '7a'),
  theme: item('The theme’s ref.', '2.3'),
  enabler: item('The enabler’s ref.', '1'),
  result: item('The result’s ref.', '2(ii)'),
  target: item('The target’s ref.', '2.3a'),
  dataNeed: item('The data need’s ref.', 'd-1'),
  note: item('The note’s ref, as the history gives it.', 'n-7d444840-9dc0'),
  link: item('The link’s ref.', 'l-1'),
  story: item('The story’s ref.', 's-1'),
  section: item('The section’s ref.', 'introduction'),
  term: item('The term.', 'LSP'),
  head: {
    codec: ColumnHead,
    description: 'The head of the column, as a document has it.',
    example: 'Where are we?',
  },
  knownAs: item('Another number of the action: an earlier one, an older plan’s.', '31'),
  item: {
    codec: Subject,
    description: 'The plan itself, or one of its items by kind and ref.',
    example: 'priority:7a',
  },
  indicator: { codec: IndicatorId, description: 'The indicator’s id.', example: 'ni-901' },
  party: { codec: PartyId, description: 'The person’s or organisation’s id.', example: 'p-4c1f' },
  organisation: { codec: PartyId, description: 'The organisation’s id.', example: 'p-9a02' },
  partnership: {
    codec: PartnershipId,
    description: 'The partnership’s id.',
    example: 'harbour-partnership',
  },
  on: { codec: LocalDate, description: 'The date on which it was held.', example: '2026-03-31' },
  day: { codec: LocalDate, description: 'The day of the reminders.', example: '2026-07-06' },
  message: {
    codec: MessageNumber,
    description: 'The number of the message on that day, from 1.',
    example: '3',
  },
  document: {
    codec: JsonString,
    description: 'The document: its file name, its SHA-256, or the first 6 or more of its digits.',
    example: 'plan-2026-q1.txt',
  },
  account: { codec: AccessId, description: 'The account’s id.', example: 'a-4c1f' },
  token: { codec: AccessId, description: 'The token’s id.', example: 't-09bd' },
  webhook: { codec: WebhookId, description: 'The webhook’s id.', example: 'w-77c2' },
  kind: {
    codec: PaperKindCodec,
    description: 'The kind of file.',
    example: 'docx',
  },
  word: {
    codec: ProgressWord,
    description: 'The UUID that the import was sent with, as "progress".',
    example: '7d444840-9dc0-4c1f-8a02-09bd77c2e551',
  },
  delivery: { codec: JsonString, description: 'The delivery’s number.', example: '12' },
};

/** The names in a path's braces. */
export const namesIn = (path: string): ReadonlyArray<string> =>
  [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);

/** What the document says of the names in a path. */
export const pathParameters = (path: string): ReadonlyArray<Parameter> =>
  namesIn(path).map((name) => {
    const named = pathNames[name];
    if (named === undefined) throw new Error(`nothing says yet what {${name}} is in ${path}`);
    const { codec, description, example } = named;
    return {
      name,
      in: 'path',
      description,
      required: true,
      schema: schemaOf(codec, 'request'),
      example,
    };
  });

/** That a name in the address can be the name of nothing. */
const namesNothing = (faults: ReadonlyArray<ParameterFault>): ApiProblem => ({
  _tag: 'ApiProblem',
  status: 404,
  type: 'missing',
  title: 'Not found',
  detail: faults.map(({ detail }) => detail).join(' '),
  errors: faults,
});

/** Checks the names in a request's path: what none can have is told with what would be accepted. */
export const checkedNames = (path: string, { params }: Exchange): E.Either<ApiProblem, null> => {
  const faults = namesIn(path).flatMap((name): ReadonlyArray<ParameterFault> => {
    const codec = pathNames[name]?.codec;
    return codec === undefined || codec.decode(params[name])._tag === 'Right'
      ? []
      : [
          {
            parameter: name,
            detail: `${name}: ${shown(params[name])} is not accepted in the address; accepted is ${wordsOf(codec)}.`,
          },
        ];
  });
  return faults.length > 0 ? E.left(namesNothing(faults)) : E.right(null);
};
