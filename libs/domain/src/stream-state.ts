import {
  type Cut,
  type Entry,
  emptyCut,
  emptyHistory,
  extendedBy,
  type History,
  isVisible,
  type LocalDate,
  newAssertions,
  stateAt,
  withAssertions,
} from '@trackrecord/kernel';

/**
 * What a command on a stream is decided on: the state as of the command's date, as known now, and all
 * that was ever said (a retraction may name what does not hold on that date).
 */
export type StreamState = Readonly<{
  asOf: LocalDate;
  /** How many events the stream has. */
  length: number;
  cut: Cut;
  history: History;
}>;

export const initialState = (asOf: LocalDate): StreamState => ({
  asOf,
  length: 0,
  cut: emptyCut,
  history: emptyHistory,
});

/** The state after one more event. */
export const evolve =
  (entry: Entry) =>
  (state: StreamState): StreamState => {
    const history = extendedBy(entry)(state.history);
    const point = { asOf: state.asOf, knownAt: entry.ordinal };
    const added = newAssertions(entry, state.history);
    return {
      asOf: state.asOf,
      length: state.length + 1,
      history,
      cut:
        entry.statements.retracts.length > 0
          ? stateAt(point)(history)
          : withAssertions(state.cut, added.filter(isVisible(point, history.retractedAt))),
    };
  };
