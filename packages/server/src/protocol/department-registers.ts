import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { AdapterName } from './adapter.ts';

/** Which official register a department's documents go to, and under what they are filed there. */
export interface DepartmentRegister {
  readonly department: string;
  readonly adapter: AdapterName;
  /** Code of the register, as a segnatura has it. */
  readonly registerCode?: string | undefined;
  /** IPA code of the institution. */
  readonly administration?: string | undefined;
  /** IPA code of the registration area (AOO). */
  readonly area?: string | undefined;
  /** IPA code of the unit (UO). */
  readonly office?: string | undefined;
  readonly classification?: string | undefined;
  readonly folder?: string | undefined;
  /** `pec`: the protocol office's mailbox. `webhook`: an address. */
  readonly target?: string | undefined;
}

/** Of a department that nobody has said anything about: a queue that people see loses nothing. */
const unspoken = (department: string): DepartmentRegister => ({ department, adapter: 'manual' });

export async function readDepartmentRegister(db: Kysely<Schema>, department: string): Promise<DepartmentRegister> {
  const row = await db
    .selectFrom('department_registers')
    .selectAll()
    .where('department', '=', department)
    .executeTakeFirst();
  if (!row) return unspoken(department);
  return {
    department,
    adapter: row.adapter as AdapterName,
    registerCode: row.register_code ?? undefined,
    administration: row.administration ?? undefined,
    area: row.area ?? undefined,
    office: row.office ?? undefined,
    classification: row.classification ?? undefined,
    folder: row.folder ?? undefined,
    target: row.target ?? undefined,
  };
}

/** Takes the place of what was said before. */
export async function writeDepartmentRegister(db: Kysely<Schema>, register: DepartmentRegister): Promise<void> {
  const { department, adapter } = register;
  const values = {
    adapter,
    register_code: register.registerCode ?? null,
    administration: register.administration ?? null,
    area: register.area ?? null,
    office: register.office ?? null,
    classification: register.classification ?? null,
    folder: register.folder ?? null,
    target: register.target ?? null,
  };
  await db
    .insertInto('department_registers')
    .values({ department, ...values })
    .onConflict((conflict) => conflict.column('department').doUpdateSet(values))
    .execute();
}
