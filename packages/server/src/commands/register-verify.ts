import { verifyRegister } from '../register/verify.ts';
import { CommandError, type CommandContext } from './command.ts';

/** `register verify`: ends with 1 at the first row that is not as it was written. */
export async function verify({ database, say }: CommandContext): Promise<void> {
  const began = performance.now();
  const { entries, days, erased, notComparable, head, broken } = await verifyRegister(database.db);
  if (broken !== undefined) throw new CommandError(`The register is broken after ${entries} sound rows: ${broken}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${entries} rows and ${days} closed days are sound (${seconds} s); ${erased} particulars were erased`);
  if (notComparable > 0)
    say(`${notComparable} days' files were made before something in them was erased: conservation has them`);
  if (head !== undefined) say(`Last row: ${head}`);
}
