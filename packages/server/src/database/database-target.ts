import { join } from 'node:path';

/** Where the embedded database of a data folder is. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'cmto.sqlite');

export const isPostgresUrl = (target: string): boolean => /^postgres(?:ql)?:\/\//.test(target);

/** The database these settings name: the shared one, else the data folder's own. */
export const databaseTarget = (settings: { databaseUrl: string | undefined; dataDir: string }): string =>
  settings.databaseUrl ?? databaseFile(settings.dataDir);
