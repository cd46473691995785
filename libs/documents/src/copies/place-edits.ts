import { MoveAction, type Place } from '@trackrecord/domain';
import { nothing, type Outcome, together } from '../reconcile/outcome.ts';
import { refOf } from '../reconcile/words-of.ts';
import { type Doing, type EditedAction, notDone, ordered } from './copy-edits.ts';
import { placesInCell } from './places-in-copy.ts';

type Said = ReadonlyArray<Partial<Place>>;
type Part = 'priority' | 'theme' | 'result';

const parts: ReadonlyArray<Part> = ['priority', 'theme', 'result'];

/** A place with one of its parts said anew. Under another priority, themes and results are others. */
const moved = (place: Place, part: Part, said: Said): Place => {
  switch (part) {
    case 'priority': {
      const priority = said.find((one) => one.priority !== undefined)?.priority;
      const enabler = said.find((one) => one.enabler !== undefined)?.enabler;
      return {
        results: [],
        ...(priority === undefined ? {} : { priority }),
        ...(enabler === undefined ? {} : { enabler }),
      };
    }
    case 'theme': {
      const { theme: _, ...others } = place;
      const theme = said.find((one) => one.theme !== undefined)?.theme;
      return { ...others, ...(theme === undefined ? {} : { theme }) };
    }
    case 'result':
      return { ...place, results: said.flatMap(({ results }) => results ?? []) };
  }
};

/** Where edited cells put something that stands there, or what in them is no place of the plan. */
export const placeSaid = (
  doing: Doing,
  place: Place,
  cells: ReadonlyMap<string, Readonly<{ says: string }>>,
): Readonly<{ place: Place; unknown: ReadonlyArray<string> }> =>
  parts.reduce<Readonly<{ place: Place; unknown: ReadonlyArray<string> }>>(
    (sofar, part) => {
      const says = cells.get(part)?.says;
      if (says === undefined) return sofar;
      const said = placesInCell(doing.places, says)?.map((one) => one.place);
      return said === undefined
        ? { ...sofar, unknown: [...sofar.unknown, says] }
        : { ...sofar, place: moved(sofar.place, part, said) };
    },
    { place, unknown: [] },
  );

export const unknownPlace = (words: string): string =>
  `“${words}” is no priority, enabler, theme or result of the plan: not moved there. Accepted is one as the copy names them, such as “Priority 2: …”.`;

/** Moves an action whose priority, theme or results were edited. */
export const placeEdits = (doing: Doing, { action, from, cells }: EditedAction): Outcome => {
  if (!parts.some((part) => cells.has(part))) return nothing;
  const { place, unknown } = placeSaid(doing, action.under, cells);
  const isSame = JSON.stringify(place) === JSON.stringify(moved(place, 'result', [action.under]));
  return together([
    ...unknown.map((words) => notDone(from, words, unknownPlace(words))),
    unknown.length > 0 && isSame
      ? nothing
      : ordered(doing, MoveAction.of({ action: refOf(action.id), under: place }), from),
  ]);
};
