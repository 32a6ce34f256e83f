import { isRecord } from '../rules/own.ts';
import type { Contribution, ContributionList, Endorsed } from '../schemas/contribution.ts';
import type { ContributionStatus, ReceiptStatus } from '../schemas/receipt.ts';
import { has } from './survey.ts';

const isString = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isInteger(value);
/** What becomes a link's address is one of the web, whoever wrote it. */
const isWebAddress = (value: unknown): boolean => typeof value === 'string' && /^https?:\/\//.test(value);

const may = (value: unknown, key: string, check: (member: unknown) => boolean): boolean =>
  isRecord(value) && (!Object.hasOwn(value, key) || check(value[key]));

const hasList = (value: unknown, key: string, check: (item: unknown) => boolean): boolean =>
  has(value, key, (list) => Array.isArray(list) && list.every(check));

const isAnswer = (value: unknown): boolean =>
  has(value, 'outcome', isString) &&
  has(value, 'text', isString) &&
  has(value, 'at', isString) &&
  may(value, 'url', isWebAddress);

const isOutput = (value: unknown): boolean => has(value, 'title', isString) && has(value, 'url', isWebAddress);

const isPlace = (value: unknown): boolean =>
  may(value, 'address', isString) && may(value, 'lat', Number.isFinite) && may(value, 'lon', Number.isFinite);

const words = ['section', 'quote', 'organisation', 'title', 'proposal', 'topic', 'municipality'] as const;

const isContribution = (value: unknown): value is Contribution =>
  (['id', 'day', 'type', 'author', 'text'] as const).every((key) => has(value, key, isString)) &&
  words.every((key) => may(value, key, isString)) &&
  has(value, 'agreements', isCount) &&
  may(value, 'zone', isCount) &&
  may(value, 'place', isPlace) &&
  may(value, 'answer', isAnswer) &&
  hasList(value, 'usedIn', isOutput);

const isCounted = (key: string, check: (member: unknown) => boolean) => (value: unknown) =>
  has(value, key, check) && has(value, 'contributions', isCount);

const isSectionCount = (value: unknown): boolean =>
  may(value, 'section', isString) &&
  has(value, 'contributions', isCount) &&
  has(value, 'agreements', isCount) &&
  has(value, 'answers', (answers) => isRecord(answers) && Object.values(answers).every(isCount));

/** Whether a value is the published contributions of a consultation. */
export const isContributionList = (value: unknown): value is ContributionList =>
  has(value, 'slug', isString) &&
  has(value, 'total', isCount) &&
  has(value, 'license', (license) => has(license, 'name', isString) && has(license, 'url', isWebAddress)) &&
  hasList(value, 'sections', isSectionCount) &&
  hasList(value, 'topics', isCounted('topic', isString)) &&
  hasList(value, 'zones', isCounted('zone', isCount)) &&
  hasList(value, 'contributions', isContribution) &&
  may(value, 'next', isString);

/** Whether a value says how many agree with a contribution. */
export const isEndorsed = (value: unknown): value is Endorsed =>
  has(value, 'contribution', isString) && has(value, 'agreements', isCount);

const isEvent = (value: unknown): boolean =>
  has(value, 'at', isString) && has(value, 'event', isString) && may(value, 'note', isString);

/** Whether what a receipt's code opens tells what became of a contribution. */
export const isContributionStatus = (status: ReceiptStatus): status is ContributionStatus =>
  status.kind === 'contribution' &&
  has(status, 'contribution', isString) &&
  has(status, 'agreements', isCount) &&
  may(status, 'section', isString) &&
  may(status, 'answer', isAnswer) &&
  may(status, 'refusal', (refusal) => has(refusal, 'label', Boolean) && may(refusal, 'note', isString)) &&
  hasList(status, 'usedIn', isOutput) &&
  hasList(status, 'timeline', isEvent) &&
  hasList(status, 'messages', (message) => has(message, 'kind', isString) && has(message, 'at', isString));
