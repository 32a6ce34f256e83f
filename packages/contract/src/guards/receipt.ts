import { isRecord } from '../rules/own.ts';
import type { RequestMessage } from '../schemas/message.ts';
import type { Receipt, ReceiptStatus, RequestStatus } from '../schemas/receipt.ts';

const hasString = (value: Record<string, unknown>, key: string, pattern: RegExp = /^/): boolean =>
  Object.hasOwn(value, key) && typeof value[key] === 'string' && pattern.test(value[key]);

const isRegister = (value: unknown): boolean =>
  isRecord(value) &&
  hasString(value, 'code') &&
  Object.hasOwn(value, 'year') &&
  typeof value['year'] === 'number' &&
  hasString(value, 'number') &&
  hasString(value, 'status');

/** Whether a value is a receipt: nothing else is taken as proof that an answer has arrived. */
export const isReceipt = (value: unknown): value is Receipt =>
  isRecord(value) &&
  hasString(value, 'id', /^[0-9a-f-]{36}$/) &&
  hasString(value, 'receiptCode', /^[0-9A-HJKMNP-TV-Z]{26}$/) &&
  hasString(value, 'receivedAt', /^\d{4}-.+Z$/) &&
  hasString(value, 'contentHash', /^[0-9a-f]{64}$/) &&
  hasString(value, 'url', /^https?:\/\//) &&
  (!Object.hasOwn(value, 'completedAt') || hasString(value, 'completedAt', /^\d{4}-.+Z$/)) &&
  (!Object.hasOwn(value, 'flags') || Array.isArray(value['flags'])) &&
  (!Object.hasOwn(value, 'register') || isRegister(value['register']));

const isTitle = (value: unknown): boolean =>
  typeof value === 'string' || (isRecord(value) && Object.values(value).every((words) => typeof words === 'string'));

/** Whether a value is what a receipt's code opens. */
export const isReceiptStatus = (value: unknown): value is ReceiptStatus =>
  isReceipt(value) &&
  hasString(value as never, 'kind') &&
  hasString(value as never, 'slug') &&
  hasString(value as never, 'language') &&
  hasString(value as never, 'state') &&
  Object.hasOwn(value, 'title') &&
  isTitle((value as ReceiptStatus).title);

const hasList = (value: unknown, key: string, check: (item: unknown) => boolean): boolean =>
  isRecord(value) && Object.hasOwn(value, key) && Array.isArray(value[key]) && value[key].every(check);

/** Whether a value is a message as the service has taken it. */
export const isRequestMessage = (value: unknown): value is RequestMessage =>
  isRecord(value) &&
  hasString(value, 'id', /^[0-9a-f-]{36}$/) &&
  hasString(value, 'at') &&
  hasString(value, 'from') &&
  hasString(value, 'kind') &&
  hasList(value, 'attachments', isRecord);

/** Whether a value is what the code of a request's receipt opens. */
export const isRequestStatus = (value: unknown): value is RequestStatus =>
  isReceiptStatus(value) &&
  (value.kind as string) === 'request' &&
  hasString(value as never, 'subject') &&
  isRecord((value as RequestStatus).procedure) &&
  hasList(value, 'timeline', (entry) => isRecord(entry) && hasString(entry, 'at') && hasString(entry, 'event')) &&
  hasList(value, 'messages', isRequestMessage) &&
  hasList(value, 'attachments', isRecord);
