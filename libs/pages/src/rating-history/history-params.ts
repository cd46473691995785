import { addMonths, type LocalDate } from '@trackrecord/kernel';
import type { FormErrors } from '../forms/form-errors.ts';
import { listInWords } from '../words/list-in-words.ts';

/** How far back a rating history goes: all the way, or so many months. */
export const spans = ['all', '3-years', '12-months', '6-months'] as const;
export type Span = (typeof spans)[number];

export const spanWords: Readonly<Record<Span, string>> = {
  all: 'From the beginning',
  '3-years': 'Three years',
  '12-months': 'Twelve months',
  '6-months': 'Six months',
};

const monthsIn: Readonly<Record<Exclude<Span, 'all'>, number>> = {
  '3-years': 36,
  '12-months': 12,
  '6-months': 6,
};

/** Which part of a rating history an address asks for. */
export type HistoryParams = Readonly<{
  span: Span;
  /** As a key of a place: "7a", "enabler:A"; `null` for all. */
  place: string | null;
}>;

type Query = Readonly<{ one: (name: string) => string | undefined }>;

/**
 * What an address asks of a rating history. A value that is not accepted is left out, and told by its field.
 * @param places the keys of the places that there are
 */
export const parseHistoryParams = (
  { one }: Query,
  places: ReadonlyArray<string>,
): Readonly<{ params: HistoryParams; errors: FormErrors }> => {
  const [typedSpan, typedPlace] = [one('span'), one('priority')];
  const span = spans.find((name) => name === (typedSpan ?? 'all'));
  const place =
    typedPlace === undefined
      ? null
      : places.find((key) => key.toLowerCase() === typedPlace.toLowerCase());
  return {
    params: { span: span ?? 'all', place: place ?? null },
    errors: [
      ...(span === undefined
        ? [
            {
              field: 'span',
              message: `How far back: “${typedSpan ?? ''}” is not accepted. It can be ${listInWords(spans)}.`,
            },
          ]
        : []),
      ...(place === undefined
        ? [
            {
              field: 'priority',
              message: `Priority: “${typedPlace ?? ''}” is not there on this date. Choose one from the list.`,
            },
          ]
        : []),
    ],
  };
};

/** The part of an address that asks for this; "" for all of it. */
export const historyQuery = ({ span, place }: HistoryParams): string => {
  const query = new URLSearchParams();
  if (span !== 'all') query.set('span', span);
  if (place !== null) query.set('priority', place);
  return query.toString();
};

/** The first date that is shown: never before the plan's own. */
export const spanFrom = (span: Span, first: LocalDate, asOf: LocalDate): LocalDate => {
  if (span === 'all') return first;
  const from = addMonths(-monthsIn[span])(asOf);
  return from < first ? first : from;
};
