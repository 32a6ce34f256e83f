const loopback = /^https?:\/\/(localhost|[a-z0-9.-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** Whether an origin is on the reader's own machine. */
export const isLoopback = (origin: string): boolean => loopback.test(origin);
