import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRequestMessage, isRequestStatus, isService, isSurvey } from '@cmto/contract';
import {
  receiptStatusSchema,
  requestSubmissionSchema,
  sentMessageSchema,
  submissionSchema,
} from '@cmto/contract/schemas';

const message = {
  id: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a01',
  at: '2026-11-20T09:30:00Z',
  from: 'applicant',
  kind: 'addition',
  text: 'Ecco.',
  attachments: [],
};
const status = {
  id: message.id,
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: 'a'.repeat(64),
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
  kind: 'request',
  slug: 'assistenza',
  title: 'Assistenza',
  language: 'it',
  subject: 'Assistenza',
  isFormal: false,
  state: 'registered',
  procedure: { title: 'P', unit: 'U', contacts: {}, days: 30, silence: 'none' },
  timeline: [{ at: '2026-11-20T09:30:00Z', event: 'received' }],
  messages: [message],
  attachments: [],
};

describe('isRequestStatus', () => {
  it('takes what the schema takes, and nothing that lacks a part', () => {
    assert.ok(receiptStatusSchema.safeParse(status).success);
    assert.ok(isRequestStatus(status));
    for (const key of ['subject', 'procedure', 'timeline', 'messages', 'attachments', 'receiptCode', 'state']) {
      const { [key as 'subject']: _, ...rest } = status;
      assert.ok(!isRequestStatus(rest), key);
      assert.ok(!receiptStatusSchema.safeParse(rest).success, key);
    }
    assert.ok(!isRequestStatus({ ...status, kind: 'survey' }));
  });
});

describe('isRequestMessage', () => {
  it('takes a message, and nothing else', () => {
    assert.ok(isRequestMessage(message));
    assert.ok(!isRequestMessage({ ...message, attachments: undefined }));
    assert.ok(!isRequestMessage(null));
  });
});

describe('isService', () => {
  it('takes no survey, whose shape is otherwise the same', () => {
    const survey = {
      slug: 'a',
      version: 1,
      title: 'A',
      privacy: {},
      languages: ['it'],
      form: { pages: [{ id: 'p', fields: [{ id: 'f', type: 'text' }] }] },
    };
    assert.ok(isSurvey(survey) && !isService(survey));
    assert.ok(isService({ ...survey, applicant: {}, procedure: { title: 'P', contacts: {} } }));
  });
});

describe('the envelopes', () => {
  it('carry who signed in only where a service is asked', () => {
    const envelope = { formVersion: 1, language: 'it', answers: {}, identity: 'abc' };
    assert.ok(requestSubmissionSchema.safeParse(envelope).success);
    assert.ok(!submissionSchema.safeParse(envelope).success);
  });

  it('of messages hold what their kind needs, and nothing else', () => {
    const is = (sent: object): boolean => sentMessageSchema.safeParse({ language: 'it', ...sent }).success;
    assert.ok(is({ kind: 'confirm', code: '012345' }) && is({ kind: 'withdrawal' }) && is({ kind: 'resend-code' }));
    const bad = [
      { kind: 'confirm' },
      { kind: 'confirm', code: '12345' },
      { kind: 'addition' },
      { kind: 'asked', text: 'x' },
    ];
    for (const sent of bad) assert.ok(!is(sent), JSON.stringify(sent));
  });
});
