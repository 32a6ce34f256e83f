/** One plain line of what is being done, set apart from the output of the tools. */
export function say(line) {
  console.log(`\n» ${line}`);
}

/** Says what is wrong and what to do about it, and ends the program. */
export function giveUp(message) {
  console.error(`\n${message.trim()}\n`);
  process.exit(1);
}
