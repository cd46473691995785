import {
  type Failure,
  mergeParties,
  partyAnswer,
  type PartyInFull,
} from '@trackrecord/application';
import { PartyId } from '@trackrecord/domain';
import {
  escapeHtml,
  type FormItem,
  mergePage,
  mergePath,
  partyPath,
  partyStanding,
  workInWords,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Route } from '../../http/route.ts';
import type { AnyKind, ChangeForm } from '../change/change-form.ts';
import { formRoutes } from '../change/change-routes.ts';
import { openedForm } from '../change/filled.ts';
import { wrong } from '../change/forms/read-fields.ts';
import { page } from '../page-reply.ts';
import { type MakeParty, partyFormKind, type PartyPlace } from './party-form-kind.ts';
import { noteLooked } from './show-party.ts';

/** Two who are said to be one. */
type MergePlace = PartyPlace & Readonly<{ into: PartyInFull | undefined }>;

/** Whom the form names for it to be merged into, where that is somebody. */
const intoOf = (desk: Desk, place: PartyPlace): E.Either<Failure, MergePlace> => {
  const named = place.filled.text('into');
  const { question, seen } = place.asked;
  return PartyId.is(named) && place.directory.has(named)
    ? pipe(
        partyAnswer(desk)(named, question, seen),
        E.map((into) => ({ ...place, into })),
      )
    : E.right({ ...place, into: undefined });
};

const named = ({ name }: PartyInFull): string => `<strong>${escapeHtml(name)}</strong>`;

/** Forms about two parties: what is known of both stands beside them. */
const mergeKind: AnyKind<MergePlace, MakeParty> = {
  ...partyFormKind,
  placed: (desk, exchange, filled) =>
    pipe(
      partyFormKind.placed(desk, exchange, filled),
      TE.chainEitherK((place) => intoOf(desk, place)),
      TE.map((place) => {
        noteLooked(desk, exchange, place.id);
        if (place.into !== undefined) noteLooked(desk, exchange, place.into.id);
        return place;
      }),
    ),
  standingHeading: 'The two of them today',
  standing: ({ full, into }) => [
    { key: 'Gives way', html: named(full) },
    ...partyStanding(full),
    ...(into === undefined ? [] : [{ key: 'Remains', html: named(into) }, ...partyStanding(into)]),
  ],
};

const mergeForm: ChangeForm<MergePlace, MakeParty> = {
  name: 'merge',
  may: 'manage',
  carries: ['into'],
  undated: true,
  shows: ({ state, into, id, full }) => {
    const remains = into?.name ?? 'the other one';
    return {
      heading: `Is ${state.name} the same as ${remains}?`,
      lead: [
        `${state.name} ${workInWords(full)}. ${into === undefined ? '' : `${remains} ${workInWords(into)}.`}`,
        `When they are merged all of it is ${remains}’s, in every plan and on every date, and ${state.name} stays findable as another name of ${remains}. What people recorded is not changed.`,
        `It can be undone: in the history of ${remains}, choose “This was wrong” beside the entry that says so.`,
      ],
      ...(into !== undefined && into.kind !== full.kind
        ? {
            warning:
              `One is a ${full.kind}, the other one is a ${into.kind}. Are you sure that they are the same?`.replace(
                'a organisation',
                'an organisation',
              ),
          }
        : {}),
      fields: [],
      button: `Yes, ${state.name} is ${remains}`,
      warns: true,
      others: [
        ...(into === undefined
          ? []
          : [
              {
                text: `The other way about: ${state.name} is to remain`,
                href: mergePath(into.id, id),
              },
            ]),
        { text: 'Choose another one', href: mergePath(id) },
      ],
    };
  },
  reads: ({ id, state, into }) => {
    if (into === undefined || !PartyId.is(into.id))
      return wrong('why', 'Nobody is chosen that it could be merged into: go back and choose.');
    if (into.id === id)
      return wrong(
        'why',
        `${state.name} cannot be merged into itself: go back and choose another.`,
      );
    return E.right({
      make: (desk, said) => mergeParties(desk)({ ...said, party: id, into: into.id }),
      done: `${state.name} is ${into.name} from now on.`,
      nothingNew: 'They are one on that date already.',
      mine: into.name,
      leadsTo: partyPath(into.id),
    });
  },
};

const everybodyElse = ({ parties, id }: PartyPlace): ReadonlyArray<FormItem> =>
  parties.filter(({ value }) => value !== id);

const [showMerge, takeMerge] = formRoutes(mergeKind)(mergeForm);

/** Who else a party is: chosen first, then both are shown, then they are merged. */
const chooseOther: Route = {
  method: 'GET',
  path: '/parties/:party/merge',
  audience: 'people',
  may: 'manage',
  answer: (desk) => (exchange) => {
    const into = exchange.query.one('into');
    return pipe(
      mergeKind.placed(desk, exchange, openedForm(exchange.query)),
      TE.chain((place) => {
        const isChosen = place.into !== undefined && place.into.id !== place.full.id;
        if (showMerge !== undefined && (isChosen || !place.asked.isToday))
          return showMerge.answer(desk)(exchange);
        const isWrong = exchange.query.names().includes('into');
        const errors = isWrong
          ? [
              {
                field: 'into',
                message:
                  into === undefined
                    ? 'Which name is to remain? Choose one from the list.'
                    : `Which name is to remain? “${into.slice(0, 60)}” is nobody else. Choose one from the list.`,
              },
            ]
          : [];
        return TE.right(
          page(
            {
              ...mergePage({
                party: { id: place.id, name: place.state.name },
                duplicates: place.asked.answer.duplicates,
                others: everybodyElse(place),
                errors,
              }),
              section: 'parties',
              breadcrumbs: mergeKind.breadcrumbs(place),
              dateBar: place.asked.dateBar,
              errors,
            },
            isWrong ? 400 : 200,
          ),
        );
      }),
    );
  },
};

export const mergeRoutes: ReadonlyArray<Route> = [
  chooseOther,
  ...(takeMerge === undefined ? [] : [takeMerge]),
];
