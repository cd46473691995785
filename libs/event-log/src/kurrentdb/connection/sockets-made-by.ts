import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import { propertyOf } from './thrown.ts';

const makers = new AsyncLocalStorage<Set<Socket>>();

subscribe('net.client.socket', (message) => {
  const socket = propertyOf(message, 'socket');
  if (socket instanceof Socket) makers.getStore()?.add(socket);
});

/**
 * Does something, and remembers the connections that are begun for it. gRPC has no way to give up one that was accepted
 * and never spoken to: each try would leave another open until the process ends.
 */
export const socketsMadeBy = <A>(sockets: Set<Socket>, work: () => A): A =>
  makers.run(sockets, work);
