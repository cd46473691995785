import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { type FormErrors, noErrors } from '../forms/form-errors.ts';
import { type Choice, enablerValue, nobody, planChoices } from '../plan/plan-choices.ts';

/** Which of a plan's open actions a review grid shows. */
export type GridParams = Readonly<{
  /** By name: whoever leads, supports or is asked; `nobody` for actions without any of these. */
  party: string | null;
  /** A priority or an enabler, as in PlanChoices. */
  place: string | null;
  rating: string | null;
  owedOnly: boolean;
  /** Only actions for which something is filled in. */
  filledOnly: boolean;
}>;

export const allActions: GridParams = {
  party: null,
  place: null,
  rating: null,
  owedOnly: false,
  filledOnly: false,
};

/** What a review grid may be filtered by. */
export type GridChoices = Readonly<{
  parties: ReadonlyArray<Choice>;
  places: ReadonlyArray<Choice>;
  ratings: ReadonlyArray<string>;
}>;

const collator = new Intl.Collator('en', { numeric: true });

/** Whoever has to do with an action: its owners, and those whom an open request asks. */
export const namesOn = ({ owners, requests }: ActionAnswer): ReadonlyArray<string> => [
  ...new Set([
    ...owners.map(({ name }) => name),
    ...requests.filter(({ state }) => state === 'open').flatMap(({ of }) => of),
  ]),
];

/** The actions that can be reviewed: those that are open. */
export const openActions = ({ actions }: PlanAnswer): ReadonlyArray<ActionAnswer> =>
  actions.filter(({ status }) => status === 'open');

/** What there is to choose from among the open actions of a plan. */
export const gridChoices = (answer: PlanAnswer): GridChoices => {
  const { places, ratings } = planChoices(answer);
  const names = [...new Set(openActions(answer).flatMap(namesOn))].toSorted(collator.compare);
  return {
    parties: [
      ...names.map((name) => ({ value: name, text: name })),
      { value: nobody, text: 'Nobody' },
    ],
    places,
    ratings,
  };
};

type Typed = (name: string) => string | undefined;

type Read = Readonly<{ value: string | null; errors: FormErrors }>;

const readOneOf = (
  typed: Typed,
  field: string,
  accepted: ReadonlyArray<string>,
  message: (asked: string) => string,
): Read => {
  const asked = typed(field);
  if (asked === undefined) return { value: null, errors: noErrors };
  const found = accepted.find((one) => one.toLowerCase() === asked.toLowerCase());
  return found === undefined
    ? { value: null, errors: [{ field, message: message(asked) }] }
    : { value: found, errors: noErrors };
};

/** An owner may also be named by their id, as other pages do. */
const namedBy = (asked: string | undefined, answer: PlanAnswer): string | undefined =>
  openActions(answer)
    .flatMap(({ owners }) => owners)
    .find(({ party }) => party === asked)?.name ?? asked;

/** What an address, or the form's own filter, asks to see; what is not accepted is left out, and told by its field. */
export const parseGridParams = (
  typed: Typed,
  answer: PlanAnswer,
): Readonly<{ params: GridParams; errors: FormErrors }> => {
  const choices = gridChoices(answer);
  const valuesOf = (all: ReadonlyArray<Choice>) => all.map(({ value }) => value);
  const party = readOneOf(
    () => namedBy(typed('party'), answer),
    'party',
    valuesOf(choices.parties),
    (asked) =>
      `Who answers: “${asked}” owns no open action of this plan and is asked about none. Choose somebody from the list.`,
  );
  const place = readOneOf(
    typed,
    'priority',
    valuesOf(choices.places),
    (asked) => `Priority: “${asked}” is not in this plan. Choose one from the list.`,
  );
  const rating = readOneOf(
    typed,
    'rating',
    choices.ratings,
    (asked) => `Rating now: “${asked}” is no rating of this plan. Choose one from the list.`,
  );
  return {
    params: {
      party: party.value,
      place: place.value,
      rating: rating.value,
      owedOnly: typed('owed') === 'yes',
      filledOnly: typed('filled') === 'yes',
    },
    errors: [party, place, rating].flatMap(({ errors }) => errors),
  };
};

/** The part of an address that asks for these actions; '' for all of them. */
export const gridQuery = (params: GridParams): string => {
  const query = new URLSearchParams();
  if (params.party !== null) query.set('party', params.party);
  if (params.place !== null) query.set('priority', params.place);
  if (params.rating !== null) query.set('rating', params.rating);
  if (params.owedOnly) query.set('owed', 'yes');
  if (params.filledOnly) query.set('filled', 'yes');
  return query.toString();
};

/** The address of a plan's review grid. */
export const gridPath = (plan: string, params: GridParams = allActions): string => {
  const query = gridQuery(params);
  return `/plans/${encodeURIComponent(plan)}/review${query === '' ? '' : `?${query}`}`;
};

/** Whether an action is one of those that are asked for. */
export const isAskedFor =
  ({ party, place, rating, owedOnly }: GridParams) =>
  (action: ActionAnswer): boolean => {
    const names = namesOn(action);
    const { priority, enabler } = action.under;
    return (
      (party === null || (party === nobody ? names.length === 0 : names.includes(party))) &&
      (place === null ||
        priority === place ||
        (enabler !== null && enablerValue(enabler) === place)) &&
      (rating === null || action.rating === rating) &&
      (!owedOnly || action.updateOwed)
    );
  };
