import type { ConsultationFile } from '../../schemas/consultation.ts';
import type { ServiceFile } from '../../schemas/service.ts';
import type { SurveyFile } from '../../schemas/survey.ts';
import { own } from '../own.ts';
import { checkAnonymity, checkIdentifying } from './check-anonymity.ts';
import type { DefinitionReport } from './definition-issue.ts';

/** Modes of the contract that this release does not serve yet. */
const notBuilt = {
  access: ['invitation'],
  identity: ['email', 'eid', 'municipality'],
  attribution: ['institutional'],
} as const;

const notBuiltForServices = { access: ['invitation'], identity: ['municipality'] } as const;

type Modes = Partial<Record<'access' | 'identity' | 'attribution', readonly string[]>>;

const checkBuilt = (
  file: SurveyFile | ServiceFile | ConsultationFile,
  missing: Modes,
  report: DefinitionReport,
): void => {
  for (const [key, modes] of Object.entries(missing) as [keyof Modes, readonly string[]][]) {
    const mode = own(file, key);
    if (mode !== undefined && modes.includes(mode)) {
      report.error(`/${key}`, 'definition.not-built', `${key} “${mode}” is not built yet`);
    }
  }
};

const checkModes = (
  file: SurveyFile | ConsultationFile,
  unsaid: 'anonymous' | 'confidential',
  report: DefinitionReport,
): void => {
  checkBuilt(file, notBuilt, report);
  const identity = own(file, 'identity') ?? 'none';
  const access = own(file, 'access');
  const attribution = own(file, 'attribution');
  if (identity === 'anonymous') {
    if ((access ?? 'open') !== 'open' || (attribution ?? 'anonymous') !== 'anonymous') {
      report.error(
        '/identity',
        'definition.shorthand',
        'identity “anonymous” stands for open access and anonymous attribution: the other two say something else',
      );
    }
  } else if (identity !== 'none' && (attribution ?? unsaid) === 'anonymous') {
    report.error(
      '/attribution',
      'definition.anonymous-identity',
      `who is anonymous is asked for no identity: identity “${identity}” must be “none”`,
    );
  }
};

const checkDates = (file: SurveyFile | ServiceFile | ConsultationFile, report: DefinitionReport): void => {
  const opens = own(file, 'opensAt');
  const closes = own(file, 'closesAt');
  if (opens !== undefined && closes !== undefined && Date.parse(opens) >= Date.parse(closes)) {
    report.error('/closesAt', 'definition.dates', 'it closes before it opens');
  }
  if (closes === undefined && Object.hasOwn(file, 'graceMinutes')) {
    report.warn('/graceMinutes', 'definition.no-effect', 'without closesAt there is nothing to be late for');
  }
};

/** Who may answer, when, and what becomes of it. */
export const checkTerms = (file: SurveyFile, report: DefinitionReport): void => {
  checkModes(file, 'anonymous', report);
  checkDates(file, report);
  checkAnonymity(file, report);
};

/** Who may apply, and when. */
export const checkServiceTerms = (file: ServiceFile, report: DefinitionReport): void => {
  checkBuilt(file, notBuiltForServices, report);
  checkDates(file, report);
};

/** Who may contribute, and when. */
export const checkConsultationTerms = (file: ConsultationFile, report: DefinitionReport): void => {
  checkModes(file, 'confidential', report);
  checkDates(file, report);
  if (own(file, 'identity') === 'anonymous' || own(file, 'attribution') === 'anonymous') checkIdentifying(file, report);
};
