import {
  assignOrder,
  type Destination,
  type Failure,
  type MakeOrders,
  moveOrder,
  newRef,
  type OnAction,
  type OnPlan,
  ordersIn,
  rateOrder,
  type Whom,
} from '@trackrecord/application';
import { partyKindOf } from '@trackrecord/documents';
import {
  CreateAction,
  isThere,
  PartyId,
  type Place,
  type Rating,
  type Ref,
  subjectOf,
  type Text,
} from '@trackrecord/domain';
import { actionPath } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { FormPlace, PlanForm } from '../change-form.ts';
import { shortened } from './form-words.ts';
import { isNowhere, placeFieldOf, placeFields, readDestination } from './place-choices.ts';
import { noRating, ratingChoices } from './rating-choices.ts';
import {
  mostOfTitle,
  type ReadField,
  readOptionalLine,
  readRating,
  readRef,
  readText,
  together,
  wrong,
} from './read-fields.ts';

/** A new action as it was filled in. */
type NewAction = Readonly<{
  ref: Ref;
  label: string;
  title: Text;
  under: Destination;
  owners: ReadonlyArray<Whom>;
  rating: Rating | undefined;
}>;

const scaleOf = ({ asked }: FormPlace): ReadonlyArray<string> =>
  Object.keys(asked.answer.counts.byRating).filter((word) => word !== 'Not rated');

const readOwners = ({ filled }: FormPlace): ReadField<ReadonlyArray<Whom>> => {
  const [id, name] = [filled.text('owner').trim(), filled.text('name').trim()];
  if (id !== '' && !PartyId.is(id)) return wrong('owner', 'Who leads it? Choose from the list.');
  return pipe(
    readOptionalLine('name', 'Or a new name', name),
    E.map((named) => [
      ...(PartyId.is(id) ? [{ _tag: 'ById' as const, id }] : []),
      ...(named === undefined
        ? []
        : [{ _tag: 'ByName' as const, name: named, kind: partyKindOf(named) }]),
    ]),
  );
};

const readNew = (of: FormPlace): ReadField<NewAction> => {
  const { filled } = of;
  const rating = filled.text('rating');
  return pipe(
    together(
      together(
        readRef('ref', 'Number', filled.text('ref')),
        together(
          readText('title', 'Words of the action', filled.text('title'), mostOfTitle),
          readOptionalLine('label', 'Label, as the document writes it', filled.text('label')),
        ),
      ),
      together(
        together(readDestination(filled), readOwners(of)),
        rating === '' || rating === noRating ? E.right(undefined) : readRating('rating', rating),
      ),
    ),
    E.map(([[ref, [title, label]], [[under, owners], rated]]) => ({
      ref,
      label: label ?? ref,
      title,
      under,
      owners,
      rating: rated,
    })),
  );
};

/** Where it stands; a theme or a result brings its priority with it. */
const placeOf = (on: OnAction, under: Destination): TE.TaskEither<Failure, Place> =>
  isNowhere(under)
    ? TE.right({ results: [] })
    : pipe(
        moveOrder(under)(on),
        TE.map((made) =>
          ordersIn(made).reduce<Place>(
            (place, order) => (order.type === 'MoveAction' ? order.data.under : place),
            { results: [] },
          ),
        ),
      );

/** The action at its place, then its owners and its rating: one command. */
const creating =
  ({ ref, label, title, under, owners, rating }: NewAction): MakeOrders<OnPlan> =>
  (on) => {
    // An action's id is its first ref; one that was renumbered since still has this one for its id.
    const action = isThere(on.state.cut, subjectOf('action', ref)) ? newRef(on.deps, 'a') : ref;
    const onIt: OnAction = { ...on, action };
    return pipe(
      TE.Do,
      TE.bind('place', () => placeOf(onIt, under)),
      TE.bind('others', () =>
        pipe(
          [
            ...owners.map((owner) => assignOrder(owner, 'lead')),
            ...(rating === undefined ? [] : [rateOrder(rating)]),
          ],
          TE.traverseSeqArray((make) => make(onIt)),
        ),
      ),
      TE.map(({ place, others }) => [
        CreateAction.of({ action, ref, label, title, under: place }),
        ...others.flatMap(ordersIn),
      ]),
    );
  };

/** Brings a new action into a plan. */
export const newActionForm: PlanForm = {
  name: 'actions/new',
  may: 'manage',
  when: 'Since when is it in the plan?',
  fieldOf: { ...placeFieldOf, action: 'ref', party: 'owner' },
  shows: (of) => ({
    heading: 'New action',
    fields: [
      {
        kind: 'text',
        field: 'ref',
        label: 'Number',
        hint: 'What the plan knows it by, such as 27, 7a or 2(i).4. No other open action may have it.',
        value: of.filled.text('ref'),
        width: '10',
      },
      {
        kind: 'longText',
        field: 'title',
        label: 'Words of the action',
        value: of.filled.text('title'),
        rows: 3,
      },
      {
        kind: 'text',
        field: 'label',
        label: 'Label, as the document writes it',
        hint: 'Such as “Action 27.” Leave it empty if it is the number itself.',
        value: of.filled.text('label'),
        width: '20',
      },
      ...placeFields(of.asked.answer, of.filled, 'Where does it stand?'),
      {
        kind: 'select',
        field: 'owner',
        label: 'Who leads it?',
        value: of.filled.text('owner'),
        items: of.parties,
        nothing: 'Nobody yet',
      },
      {
        kind: 'text',
        field: 'name',
        label: 'Or a new name',
        hint: 'As it is to stand in the plan. They are added to the directory.',
        value: of.filled.text('name'),
        width: '20',
      },
      {
        kind: 'radios',
        field: 'rating',
        label: 'Rating',
        value: of.filled.text('rating', noRating),
        items: ratingChoices({ scale: scaleOf(of) }),
      },
    ],
    button: 'Add the action',
    others: [
      { text: 'New priority', href: `/plans/${of.asked.plan}/priorities/new` },
      { text: 'New theme', href: `/plans/${of.asked.plan}/themes/new` },
      { text: 'New enabler', href: `/plans/${of.asked.plan}/enablers/new` },
    ],
  }),
  reads: (of) =>
    pipe(
      readNew(of),
      E.map((asked) => ({
        make: creating(asked),
        done: `Action ${asked.ref} is in the plan.`,
        nothingNew: `Action ${asked.ref} is in the plan already.`,
        mine: `“${shortened(asked.title)}”`,
        leadsTo: actionPath(of.asked.plan, asked.ref),
      })),
    ),
};
