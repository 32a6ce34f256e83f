import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isEmail } from '@cmto/contract';
import { z } from 'zod';
import { isPostgresUrl } from './database/database-target.ts';
import { addressOf } from './mail/sender.ts';
import type { FooterLinks } from './pages/hosted-pages.ts';
import { readNetworks, type Network } from './protocol/addresses.ts';
import { readMailboxes } from './requests/mailboxes.ts';
import { isWholeOrAbsent, oidcEnvironment, toOidcSettings, type OidcSettings } from './sign-in/oidc-settings.ts';

/** How this server runs. Every value has a default that suits one machine and the embedded database. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Embedded database, attachments and secret. */
  readonly dataDir: string;
  /** A PostgreSQL database, shared by several servers; undefined: the data folder's own. */
  readonly databaseUrl: string | undefined;
  /** Most connections to PostgreSQL at a time. */
  readonly connections: number;
  /** Origin that receipts name, without a slash at the end; undefined: the address listened on. */
  readonly publicUrl: string | undefined;
  /** Built kit, built demo: served where the folder exists. */
  readonly kitDir: string | undefined;
  readonly demoDir: string | undefined;
  /** The hosted pages' package: the server renders them without knowing how. */
  readonly hostedDir: string | undefined;
  /** What hosted pages link to at their foot. */
  readonly footer: FooterLinks;
  readonly rateLimit: boolean;
  /** Whether pages of any loopback origin may use the service. */
  readonly allowLoopback: boolean;
  /** Proxies whose `X-Forwarded-For` is believed, as Fastify's `trustProxy`. */
  readonly trustProxy: string | undefined;
  /** Key of the receipt codes; undefined: kept in the data folder. */
  readonly secret: string | undefined;
  readonly logLevel: string;
  /** A command that looks at every file before it is kept; undefined: none does. */
  readonly scanCommand: string | undefined;
  /** Days after which files that no stored submission names are deleted. */
  readonly orphanDays: number;
  /** The mail server, as `smtps://user:password@host`; undefined: letters wait. */
  readonly smtpUrl: string | undefined;
  /** The sender of letters, as `Name <address>`. */
  readonly mailFrom: string | undefined;
  /** The certified mailbox's own mail server and sender; undefined: what goes to protocol offices by PEC waits. */
  readonly pecUrl: string | undefined;
  readonly pecFrom: string | undefined;
  /** Networks that are not public and that webhooks may be in. */
  readonly privateTargets: readonly Network[];
  /** Code of the internal receipts register. */
  readonly registerCode: string;
  /** Mailboxes that are told of deadlines that have passed, by `steering`, `directorate` or department. */
  readonly escalation: ReadonlyMap<string, string>;
  /** Where people sign in; undefined: nowhere, and no service can ask for it. */
  readonly oidc: OidcSettings | undefined;
}

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const text = z.string().min(1);
const mailServer = z.url({
  protocol: /^smtps?$/,
  hostname: /./,
  error: 'an address as smtps://user:password@host:port is expected',
});
const sender = z
  .string()
  .max(320)
  .refine((from) => isEmail(addressOf(from)), 'an address, or Name <address>, is expected');

const environmentSchema = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4300),
  CMTO_DATA_DIR: text.default('.data'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'an address as postgres://user:password@host/database is expected')
    .optional(),
  CMTO_DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(1000).default(10),
  CMTO_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  CMTO_KIT_DIR: text.optional(),
  CMTO_DEMO_DIR: text.optional(),
  CMTO_HOSTED_DIR: text.optional(),
  CMTO_PRIVACY_URL: z.url({ protocol: /^https?$/ }).optional(),
  CMTO_ACCESSIBILITY_URL: z.url({ protocol: /^https?$/ }).optional(),
  CMTO_RATE_LIMIT: onOff.default(true),
  CMTO_ALLOW_LOOPBACK: onOff.default(true),
  CMTO_TRUST_PROXY: text.optional(),
  CMTO_SECRET: z.string().min(32, 'at least 32 characters are needed').optional(),
  CMTO_SCAN_COMMAND: text.optional(),
  CMTO_ORPHAN_DAYS: z.coerce.number().int().min(1).max(3650).default(7),
  // What a segnatura allows as a register's code.
  CMTO_REGISTER_CODE: z.stringFormat('register code', /^[A-Za-z0-9_.-]{1,16}$/).default('CMTO-RI'),
  CMTO_ESCALATION: z
    .string()
    .default('')
    .transform((list, context) => {
      const mailboxes = list === '' ? new Map<string, string>() : readMailboxes(list);
      if (mailboxes) return mailboxes;
      context.addIssue('steering=address,directorate=address,DEPARTMENT=address is expected');
      return z.NEVER;
    }),
  CMTO_SMTP_URL: mailServer.optional(),
  CMTO_MAIL_FROM: sender.optional(),
  ...oidcEnvironment,
  CMTO_PEC_URL: mailServer.optional(),
  CMTO_PEC_FROM: sender.optional(),
  CMTO_PRIVATE_TARGETS: z
    .string()
    .default('')
    .transform((list, context) => {
      try {
        return readNetworks(list);
      } catch {
        context.addIssue('networks as 10.20.0.0/16, separated by commas, are expected');
        return z.NEVER;
      }
    }),
  CMTO_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

const settingsSchema = environmentSchema
  .refine(isWholeOrAbsent, {
    path: ['CMTO_OIDC_ISSUER'],
    message: 'CMTO_OIDC_ISSUER, CMTO_OIDC_CLIENT_ID and CMTO_OIDC_CLIENT_SECRET belong together',
  })
  .refine(({ CMTO_SMTP_URL, CMTO_MAIL_FROM }) => !CMTO_SMTP_URL || CMTO_MAIL_FROM, {
    path: ['CMTO_MAIL_FROM'],
    message: 'CMTO_SMTP_URL needs a sender',
  })
  .refine(({ CMTO_PEC_URL, CMTO_PEC_FROM }) => !CMTO_PEC_URL || CMTO_PEC_FROM, {
    path: ['CMTO_PEC_FROM'],
    message: 'CMTO_PEC_URL needs a sender',
  });

/** Reads the environment; throws one sentence per setting that cannot be used. An empty setting counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }
  const settings = parsed.data;
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: resolve(settings.CMTO_DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    connections: settings.CMTO_DATABASE_CONNECTIONS,
    publicUrl: settings.CMTO_PUBLIC_URL,
    kitDir: folder(settings.CMTO_KIT_DIR, '../../kit/dist'),
    demoDir: folder(settings.CMTO_DEMO_DIR, '../../../demo/dist'),
    hostedDir: folder(settings.CMTO_HOSTED_DIR, '../../hosted'),
    footer: { privacy: settings.CMTO_PRIVACY_URL, accessibility: settings.CMTO_ACCESSIBILITY_URL },
    rateLimit: settings.CMTO_RATE_LIMIT,
    allowLoopback: settings.CMTO_ALLOW_LOOPBACK,
    trustProxy: settings.CMTO_TRUST_PROXY,
    secret: settings.CMTO_SECRET,
    logLevel: settings.CMTO_LOG_LEVEL,
    scanCommand: settings.CMTO_SCAN_COMMAND,
    orphanDays: settings.CMTO_ORPHAN_DAYS,
    smtpUrl: settings.CMTO_SMTP_URL,
    mailFrom: settings.CMTO_MAIL_FROM,
    pecUrl: settings.CMTO_PEC_URL,
    pecFrom: settings.CMTO_PEC_FROM,
    privateTargets: settings.CMTO_PRIVATE_TARGETS,
    registerCode: settings.CMTO_REGISTER_CODE,
    escalation: settings.CMTO_ESCALATION,
    oidc: toOidcSettings(settings),
  };
}

/** A folder that was asked for, or the workspace's own where it has been built. */
function folder(asked: string | undefined, own: string): string | undefined {
  if (asked) return resolve(asked);
  const path = fileURLToPath(new URL(own, import.meta.url));
  return existsSync(path) ? path : undefined;
}
