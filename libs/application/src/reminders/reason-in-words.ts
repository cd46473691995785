import type { LocalDate } from '@trackrecord/kernel';
import { dateInWords, type ItemState } from '@trackrecord/read-models';

/**
 * Why something is asked for, in words: "An update was due on 1 March 2026".
 * @param requests those of the action that is asked about
 * @param today the day on which it is told: what was still to come in the message may be past by now
 */
export const reasonInWords = (
  requests: ReadonlyArray<Readonly<{ id: string; words: string }>>,
  today: LocalDate,
  { debt, dueOn }: Pick<ItemState, 'debt' | 'dueOn'>,
): string => {
  const since = dateInWords(debt.since);
  switch (debt.reason) {
    case 'asked': {
      const request = requests.find(({ id }) => id === debt.request);
      return `Asked for on ${since}${request === undefined ? '' : `: “${request.words}”`}`;
    }
    case 'overdue':
      return dueOn < today
        ? `An update was due on ${dateInWords(dueOn)}; the last news is from ${since}`
        : `The next update is due on ${dateInWords(dueOn)}`;
    case 'never rated':
      return `Not rated since it came into the plan on ${since}`;
    case 'timescale passed':
      return dueOn < today
        ? `It was to be done by ${since}, and is still open`
        : `It is to be done by ${since}`;
    case 'target with a gap':
      return `Its words leave something open since ${since}`;
    case 'no observation':
      return `A period ended on ${since}, and no value was recorded for it`;
    case 'data missing':
      return `The data was wanted by ${since}`;
    case 'period ended':
      return `The plan’s period ended on ${since}: close it, or carry its actions forward`;
  }
};
