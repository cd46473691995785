import { Duplex } from 'node:stream';

/**
 * Makes the stream that all appends of a client share harmless. The client keeps who waits for which answer in a table
 * that all clients of the process share, and empties it when any stream of appends breaks:
 * - an answer that comes after that finds nobody, which throws where only the process's end catches it;
 * - a message that waits for room in the stream when it breaks is rejected where nobody looks, which ends the process;
 * - a stream that the server ends in an orderly way leaves everybody waiting.
 */
export const guardAppends = <A>(stream: A): A => {
  if (!(stream instanceof Duplex)) return stream;
  const listeners = stream.listeners('data');
  stream.removeAllListeners('data');
  stream.on('data', (answer: unknown) => {
    try {
      listeners.forEach((listener) => {
        Reflect.apply(listener, stream, [answer]);
      });
    } catch {
      // Who waited for this answer was told that its outcome is unknown, and asks again.
    }
  });

  // There is always room: how much is under way at once is limited where appends are begun.
  const write = stream.write.bind(stream);
  stream.write = (message: unknown): boolean => {
    write(message);
    return true;
  };

  const broken = { already: false };
  stream.once('error', () => {
    broken.already = true;
  });
  stream.once('end', () => {
    if (!broken.already) stream.destroy(new Error('the server ended the stream of appends'));
  });
  return stream;
};
