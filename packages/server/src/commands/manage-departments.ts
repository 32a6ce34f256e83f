import { readDepartments } from '../surveys/departments.ts';
import { lockCatalogue, raiseRevision } from '../surveys/survey-repository.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';

/** `department list` */
export async function listDepartments({ database, say }: CommandContext): Promise<void> {
  for (const { id, name, origins, allowsNullOrigin } of (await readDepartments(database.db)).values()) {
    const allowed = [...origins, ...(allowsNullOrigin ? ['null'] : [])];
    say(`${id}  ${name}  pages of: ${allowed.length > 0 ? allowed.join(', ') : 'nobody else'}`);
  }
}

/** `department allow|refuse DEPARTMENT ORIGIN`: whose pages may use its resources. */
export async function changeOrigins(
  { database, say }: CommandContext,
  id: string,
  origin: string,
  allowed: boolean,
): Promise<void> {
  checkOrigin(origin);
  await database.db.transaction().execute(async (db) => {
    await lockCatalogue(db);
    const departments = await readDepartments(db);
    const department = departments.get(id);
    if (!department)
      throw new CommandError(`There is no department "${id}"; there are ${[...departments.keys()].join(', ')}`);
    const origins = new Set(department.origins);
    if (allowed) origins.add(origin);
    else origins.delete(origin);
    const values =
      origin === 'null'
        ? { allow_null_origin: Number(allowed) }
        : { allowed_origins: JSON.stringify([...origins].sort()) };
    await db.updateTable('departments').set(values).where('id', '=', id).execute();
    await raiseRevision(db);
  });
  say(`${id}: pages of ${origin} ${allowed ? 'may' : 'may not'} use its resources`);
}

/** `null` is what a page in a sandboxed frame says. */
function checkOrigin(origin: string): void {
  if (origin === 'null') return;
  if (URL.canParse(origin) && /^https?:/.test(origin) && new URL(origin).origin === origin) return;
  throw usageError(`"${origin}" is no origin: expected is scheme, host and port alone, as https://www.example.it`);
}
