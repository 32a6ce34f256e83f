import { freePort } from '../service/free-port.ts';
import { ServerProcess } from '../service/server-process.ts';

/** What `pnpm cmto register verify` has said, and what is wrong with that. */
export interface Verified {
  readonly wrong: readonly string[];
  readonly said: readonly string[];
  /** With the start of the command. */
  readonly seconds: string;
}

/** Has the office's own command compute the whole chain anew, which must be of so many rows. */
export const verifyRegister = async (settings: Readonly<Record<string, string>>, rows: number): Promise<Verified> => {
  const office = new ServerProcess(await freePort(), settings);
  const began = performance.now();
  const said = await office.command('register', 'verify').catch(({ stderr }: { stderr: string }) => stderr);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return { said: said.trim().split('\n'), seconds, wrong: said.startsWith(`${rows} rows`) ? [] : [said] };
};
