import type { CommandContext } from './command.ts';

/** Warns of a service that nobody can send a request to, since nobody can sign in. The server may have other settings. */
export async function warnOfSignIn({ config, database, warn }: CommandContext, slug: string): Promise<void> {
  if (config.oidc) return;
  const row = await database.db.selectFrom('surveys').select('identity').where('slug', '=', slug).executeTakeFirst();
  if (row?.identity !== 'eid') return;
  warn(`warning: ${slug}: its applicants have to sign in, which needs CMTO_OIDC_ISSUER; without it nobody can apply`);
}
