/** Settings of a server that is for people: with any of them set this is no trial, and nobody may sign in as they like. */
const ofProduction = [
  'DATABASE_URL',
  'CMTO_PUBLIC_URL',
  'CMTO_DEMO_DIR',
  'CMTO_OIDC_ISSUER',
  'CMTO_SMTP_URL',
  'CMTO_PEC_URL',
] as const;

/** Whether these settings are those of the trial on one machine: its own database, nobody's provider, nobody's mail. */
export const isDemo = (environment: Readonly<Record<string, string | undefined>>): boolean =>
  environment['NODE_ENV'] !== 'production' && ofProduction.every((name) => !environment[name]);
