import { isEmail } from '@cmto/contract';
import { adapterNames, type AdapterName } from '../protocol/adapter.ts';
import { keyText, webhookKey } from '../protocol/adapters/webhook-signature.ts';
import { AddressError, literalTarget, refuseClear, type Network } from '../protocol/addresses.ts';
import { createAdapters } from '../protocol/create-protocol.ts';
import {
  readDepartmentRegister,
  writeDepartmentRegister,
  type DepartmentRegister,
} from '../protocol/department-registers.ts';
import { registerCodeFormat } from '../protocol/official-number.ts';
import { readSecret } from '../secret.ts';
import { readDepartments } from '../surveys/departments.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';

/** `department register DEPARTMENT ADAPTER …` */
export async function setRegister(
  context: CommandContext,
  department: string,
  adapter: string,
  given: Options,
): Promise<void> {
  const { database, say } = context;
  const name = adapterNames.find((one) => one === adapter);
  if (!name) throw usageError(`There is no adapter "${adapter}"; there are ${adapterNames.join(', ')}`);
  const register: DepartmentRegister = {
    department,
    adapter: name,
    registerCode: given['register-code'],
    administration: given.administration,
    area: given.area,
    office: given.office,
    classification: given.classification,
    folder: given.folder,
    target: given.target,
  };
  check(register, context.config.privateTargets);
  await requireDepartment(context, department);
  await database.db.transaction().execute(async (db) => {
    const before = await readDepartmentRegister(db, department);
    const { length } = await db
      .selectFrom('protocol_tasks')
      .select('key')
      .where('department', '=', department)
      .where('state', '=', 'waiting')
      .where('adapter', '=', 'webhook')
      .execute();
    // Only there can be asked what became of them.
    if (length > 0 && (before.adapter !== name || before.target !== register.target))
      throw new CommandError(
        `${length} documents of ${department} were sent to its register, which has not said whether it gave them numbers. Nothing was changed.`,
      );
    await writeDepartmentRegister(db, register);
  });
  say(`${department}: documents go to ${name}${register.target ? `, ${register.target}` : ''}`);
}

/** `department webhook-key DEPARTMENT` */
export async function showWebhookKey({ config, database, say }: CommandContext, department: string): Promise<void> {
  const { adapter, target } = await readDepartmentRegister(database.db, department);
  if (adapter !== 'webhook' || target === undefined) throw new CommandError(`${department} has no webhook`);
  say(keyText(webhookKey(readSecret(config.dataDir, config.secret), department, target)));
}

/** `protocol health` */
export async function showHealth({ config, database, now, say }: CommandContext): Promise<void> {
  const { db } = database;
  const adapters = createAdapters({ config, db, now, secret: readSecret(config.dataDir, config.secret) });
  for (const { id } of (await readDepartments(db)).values()) {
    const register = await readDepartmentRegister(db, id);
    const { state, problem } = await adapters[register.adapter].health(register);
    say(`${id}  ${register.adapter}  ${state}${problem ? `  ${problem}` : ''}`);
  }
}

const limits = { administration: 100, area: 100, office: 100, classification: 200, folder: 200, target: 2000 } as const;

function check(register: DepartmentRegister, named: readonly Network[]): void {
  const { adapter, registerCode, target } = register;
  if (registerCode !== undefined && !registerCodeFormat.test(registerCode))
    throw usageError('--register-code has 1 to 16 letters, digits, dots, hyphens or underscores');
  for (const [name, limit] of Object.entries(limits)) {
    if ((register[name as keyof typeof limits] ?? '').length > limit)
      throw usageError(`--${name} has at most ${limit} characters`);
  }
  checkTarget(adapter, target, named);
}

function checkTarget(adapter: AdapterName, target: string | undefined, named: readonly Network[]): void {
  if (adapter === 'pec') {
    if (target === undefined || !isEmail(target)) throw usageError("--target is the protocol office's mailbox");
    return;
  }
  if (adapter === 'webhook') {
    const url = target !== undefined && URL.canParse(target) ? new URL(target) : undefined;
    // A password in an address would be shown wherever the address is.
    if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '')
      throw usageError('--target is an address as https://protocollo.example.it/kit, without a password');
    refuseAddress(url, named);
    return;
  }
  if (target !== undefined) throw usageError(`${adapter} has no --target`);
}

/** What connecting would refuse; what a name stands for is asked then. */
function refuseAddress(url: URL, named: readonly Network[]): void {
  try {
    const literal = literalTarget(url.hostname, named);
    if (literal) refuseClear(url, literal);
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    throw usageError(`--target: ${error.message}; networks of the administration are named in CMTO_PRIVATE_TARGETS`);
  }
}

async function requireDepartment({ database }: CommandContext, id: string): Promise<void> {
  const departments = await readDepartments(database.db);
  if (departments.has(id)) return;
  throw new CommandError(`There is no department "${id}"; there are ${[...departments.keys()].join(', ')}`);
}
