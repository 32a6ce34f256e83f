import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openapiProblems } from '../lib/openapi-rules.mjs';

const problem = { description: 'x', content: { 'application/problem+json': {} } };
const rateHeaders = Object.fromEntries(
  ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'].map((name) => [name, {}]),
);

const sound = () => ({
  info: { version: '1.0.0', 'x-summary': 'x', contact: {} },
  servers: [{ url: 'https://example.it', description: 'x' }],
  paths: {
    '/status': {
      get: {
        operationId: 'getStatus',
        responses: {
          200: { content: { 'application/json': {} } },
          429: { ...problem, headers: rateHeaders },
          503: problem,
        },
      },
    },
  },
  components: { schemas: { Count: { type: 'integer', format: 'int32' } } },
});

/** Each breaks one rule, and names a part of what must then be said. */
const BROKEN = {
  'x-summary is missing': (document) => delete document.info['x-summary'],
  'must be https': (document) => (document.servers[0].url = 'http://example.it'),
  'must answer application/problem+json': (document) => delete document.paths['/status'].get.responses[503].content,
  'lacks Retry-After': (document) =>
    (document.paths['/status'].get.responses[429].headers = { ...rateHeaders, 'Retry-After': undefined }),
  'no request body': (document) => (document.paths['/status'].get.requestBody = {}),
  'must not declare Accept': (document) =>
    (document.paths['/status'].get.parameters = [{ in: 'header', name: 'Accept' }]),
  'must not take a secret': (document) =>
    (document.paths['/status'].get.parameters = [{ in: 'query', name: 'api_key' }]),
  'operationId of its own': (document) => delete document.paths['/status'].get.operationId,
  'must be kebab-case': (document) => (document.paths['/fooBar'] = {}),
  'must exist and answer JSON': (document) => delete document.paths['/status'],
  'a number needs a format': (document) => delete document.components.schemas.Count.format,
};

describe('the rules for OpenAPI', () => {
  it('accept a sound document', () => {
    assert.deepEqual(openapiProblems(sound()), []);
  });

  for (const [said, breakIt] of Object.entries(BROKEN)) {
    it(`say "${said}"`, () => {
      const document = sound();
      breakIt(document);
      const problems = openapiProblems(document);
      assert.ok(
        problems.some((problem) => problem.includes(said)),
        problems.join('\n') || 'nothing',
      );
    });
  }
});
