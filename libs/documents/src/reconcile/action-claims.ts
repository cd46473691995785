import {
  actionKnownAs,
  actionOwner,
  actionPlace,
  actionRating,
  actionTimescale,
  actionTitle,
  AddCrossReference,
  AssignOwner,
  ChangeRating,
  CreateAction,
  crossReference,
  MoveAction,
  NoteKnownAs,
  notRated,
  type PlanOrder,
  Rating,
  type Ref,
  RemoveRating,
  RewordAction,
  SetTimescale,
  subjectOf,
} from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import type { Origin } from '../proposal/origin.ts';
import type { ProposedAction } from '../proposal/proposed-action.ts';
import { readRatingWords } from '../recognisers/rating.ts';
import type { Claim, ItemClaim } from './claim.ts';
import { type Context, sourceOf } from './context.ts';
import { linksOf } from './numbered.ts';
import { onceEach } from './once-each.ts';
import { placeOf } from './place-of.ts';
import { refOf, subjectNamed, textOf } from './words-of.ts';

type Claiming = Readonly<{ context: Context; action: Ref; proposed: ProposedAction }>;

type Claimed = readonly [field: string, value: Json, order: PlanOrder, from?: Origin | undefined];

/** Words in the rating's place that mean none are no claim: they were warned of, and nothing is guessed. */
const isUnknown = ({ ratingAsWritten }: ProposedAction): boolean =>
  ratingAsWritten !== undefined && readRatingWords(ratingAsWritten)._tag === 'Unknown';

/** A blank rating says "not rated", but only in a document that rates at all. */
const rating = ({ action, proposed }: Claiming, rates: boolean): ReadonlyArray<Claimed> => {
  const said = proposed.rating;
  if (said !== undefined && Rating.is(said)) {
    return [
      [actionRating.name, said, ChangeRating.of({ action, rating: said }), proposed.ratingFrom],
    ];
  }
  return rates && !isUnknown(proposed)
    ? [[actionRating.name, notRated, RemoveRating.of({ action })]]
    : [];
};

const timescale = ({ action, proposed }: Claiming): ReadonlyArray<Claimed> => {
  if (proposed.timescale === undefined) return [];
  const said = { ...proposed.timescale, asWritten: textOf(proposed.timescale.asWritten) };
  const order = SetTimescale.of({ action, timescale: said });
  return [[actionTimescale.name, said, order, proposed.timescaleFrom]];
};

const owners = ({ context, action, proposed }: Claiming): ReadonlyArray<Claimed> =>
  proposed.owners.map(({ name, role, from }) => {
    const party = context.partyId(name);
    return [`${actionOwner.name}/${party}`, role, AssignOwner.of({ action, party, role }), from];
  });

const references = ({ action, proposed }: Claiming): ReadonlyArray<Claimed> => {
  const links = linksOf(proposed.crossReferences);
  return proposed.crossReferences.map(({ asWritten, to, from }, index) => {
    const link = refOf(links[index] ?? '');
    const reference = {
      asWritten: textOf(asWritten),
      ...(to === undefined ? {} : { to: textOf(to) }),
    };
    const order = AddCrossReference.of({ about: subjectNamed('action', action), link, reference });
    return [`${crossReference.name}/${link}`, reference, order, from];
  });
};

const olderNumbers = ({ action, proposed }: Claiming): ReadonlyArray<Claimed> =>
  proposed.knownAs.map((number) => {
    const knownAs = refOf(number);
    return [`${actionKnownAs.name}/${knownAs}`, true, NoteKnownAs.of({ action, knownAs })];
  });

/** What a document says of an action, but for its notes and requests. `rates`: whether it rates any action. */
export const actionClaim = (claiming: Claiming, rates: boolean): ItemClaim => {
  const { context, action, proposed } = claiming;
  const subject = subjectOf('action', action);
  const source = sourceOf(context, proposed.from);
  const title = textOf(proposed.title);
  const under = placeOf(proposed.under);
  const claim = ([field, value, order, from]: Claimed): Claim => ({
    subject,
    field,
    value,
    order,
    source: from === undefined ? source : sourceOf(context, from),
  });
  const withItem = (claimed: Claimed): Claim => ({ ...claim(claimed), withItem: true });
  return {
    subject,
    source,
    create: CreateAction.of({
      action,
      ref: refOf(proposed.ref),
      label: proposed.label,
      title,
      under,
    }),
    claims: onceEach([
      withItem([actionTitle.name, title, RewordAction.of({ action, title })]),
      withItem([actionPlace.name, { ...under }, MoveAction.of({ action, under })]),
      // A new action is not rated: its creation says so.
      ...rating(claiming, rates).map((claimed) =>
        claimed[1] === notRated ? withItem(claimed) : claim(claimed),
      ),
      ...timescale(claiming).map(claim),
      ...owners(claiming).map(claim),
      ...references(claiming).map(claim),
      ...olderNumbers(claiming).map(claim),
    ]),
  };
};
