import type { AppendOutcome, AppendRequest } from '../append-request.ts';

type Waiting = Readonly<{ request: AppendRequest; answer: (outcome: AppendOutcome) => void }>;

/**
 * Appends that wait for the next transaction: everything that was asked for in one turn of the event loop goes into
 * one (group commit). The end of a turn and not of a microtask, so that all who were answered by the last transaction
 * have asked again; but who was alone in the last one is taken to be alone, and need not wait for the turn to end.
 * @param send takes the requests of a turn, and gives their outcomes to `answer` in the same order
 */
export const appendQueue = (
  send: (
    requests: ReadonlyArray<AppendRequest>,
    answer: (outcomes: ReadonlyArray<AppendOutcome>) => void,
  ) => void,
): ((request: AppendRequest) => Promise<AppendOutcome>) => {
  let waiting: Array<Waiting> = [];
  let wasAlone = false;

  const sendAll = (): void => {
    const sent = waiting;
    waiting = [];
    wasAlone = sent.length === 1;
    send(
      sent.map(({ request }) => request),
      (outcomes) => {
        outcomes.forEach((outcome, index) => sent[index]?.answer(outcome));
      },
    );
  };

  return (request) =>
    new Promise((answer) => {
      waiting.push({ request, answer });
      if (waiting.length > 1) return;
      if (wasAlone) queueMicrotask(sendAll);
      else setImmediate(sendAll);
    });
};
