import type { Socket } from 'node:net';

/** Writes and waits until the bytes have been handed to the system. Resolves, too, when the other side is gone. */
export const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    socket.write(bytes, () => resolve());
  });

/** Resolves when the connection is over, in whatever way. */
export const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    socket.once('close', () => resolve());
  });

/** How a connection is broken off: with a proper end, as a server that stops, or at once, as a lost network. */
export type Ending = 'end' | 'reset';

export const breakOff = (socket: Socket, ending: Ending): void => {
  if (ending === 'reset') socket.resetAndDestroy();
  else socket.destroySoon();
};
