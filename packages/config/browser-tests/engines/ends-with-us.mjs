const programs = new Set();

function listen() {
  process.on('exit', () => {
    for (const program of programs) program.kill('SIGTERM');
  });
  // A signal alone ends Node without telling those who wait for its exit.
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }))
    process.once(signal, () => process.exit(128 + number));
}

/** Ends a program when we end, however that comes about: nothing of ours is left behind. */
export function endsWithUs(program) {
  if (programs.size === 0) listen();
  programs.add(program);
  program.once('exit', () => programs.delete(program));
}
