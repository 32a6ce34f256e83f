/** Milliseconds of processor time that something takes: unlike the clock's, the same on a busy machine. */
export const cpuTime = (run: () => unknown): number => {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1000;
};
