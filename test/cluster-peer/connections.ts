import type { Socket } from 'node:net';

/** The connections of a peer. They are the peer's own, not gRPC's, so that one can be taken away by itself. */
export type Connections = Readonly<{
  add: (socket: Socket, isDeaf: boolean) => void;
  /** Takes away a connection by the name that gRPC has for its other end. */
  drop: (peer: string) => void;
  dropAll: () => void;
  /** Takes away those that are never spoken to. */
  dropDeaf: () => void;
  count: () => number;
  /** Waits until there are none. */
  gone: () => Promise<void>;
}>;

export const createConnections = (): Connections => {
  const sockets = new Map<string, Socket>();
  const deaf = new Set<Socket>();
  return {
    add: (socket, isDeaf) => {
      const name = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}`;
      sockets.set(name, socket);
      if (isDeaf) deaf.add(socket);
      // The other side may go at any time; what that means is seen in its calls.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(name);
        deaf.delete(socket);
      });
    },
    drop: (peer) => {
      sockets.get(peer)?.destroy();
    },
    dropAll: () => {
      for (const socket of sockets.values()) socket.destroy();
    },
    dropDeaf: () => {
      for (const socket of deaf) socket.destroy();
    },
    count: () => sockets.size,
    gone: async () => {
      const open = [...sockets.values()];
      await Promise.all(
        open.map((socket) => new Promise((resolve) => socket.on('close', resolve))),
      );
    },
  };
};
