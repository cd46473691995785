import type { AppendOutcome, AppendRequest } from '../append-request.ts';

type Waiting = Readonly<{ request: AppendRequest; answer: (outcome: AppendOutcome) => void }>;

/**
 * Appends that wait for the next transaction: everything that was asked for in one turn of the event loop goes into
 * one (group commit). `setImmediate` and not a microtask, so that all who were answered by the last transaction
 * have asked again.
 * @param send takes the requests of a turn, and gives their outcomes to `answer` in the same order
 */
export const appendQueue = (
  send: (
    requests: ReadonlyArray<AppendRequest>,
    answer: (outcomes: ReadonlyArray<AppendOutcome>) => void,
  ) => void,
) => {
  let waiting: Array<Waiting> = [];

  const flush = (): void => {
    const sent = waiting;
    waiting = [];
    send(
      sent.map(({ request }) => request),
      (outcomes) => {
        outcomes.forEach((outcome, index) => sent[index]?.answer(outcome));
      },
    );
  };

  return (request: AppendRequest): Promise<AppendOutcome> =>
    new Promise((answer) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ request, answer });
    });
};
