import type { Socket } from 'node:net';

/** The connections of a peer. They are the peer's own, not gRPC's, so that one can be taken away by itself. */
export type Connections = Readonly<{
  add: (socket: Socket) => void;
  /** Takes away a connection by the name that gRPC has for its other end. */
  drop: (peer: string) => void;
  dropAll: () => void;
  count: () => number;
}>;

export const createConnections = (): Connections => {
  const sockets = new Map<string, Socket>();
  return {
    add: (socket) => {
      const name = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}`;
      sockets.set(name, socket);
      // The other side may go at any time; what that means is seen in its calls.
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(name));
    },
    drop: (peer) => {
      sockets.get(peer)?.destroy();
    },
    dropAll: () => {
      for (const socket of sockets.values()) socket.destroy();
    },
    count: () => sockets.size,
  };
};
