import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aServer } from '../support/test-server.ts';

describe('the service, asked at an address that', () => {
  for (const [what, path] of [
    ['cannot be decoded', '/api/v1/surveys/%E0%A4%A'],
    ['nobody has', '/api/v1/nothing'],
  ] as const) {
    it(`${what}, answers with a problem of its own`, async (test) => {
      const server = await aServer(test);
      const answer = await server.ask(path);
      assert.equal(answer.status, 404);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(((await answer.json()) as { code: string }).code, 'request.not-found');
    });
  }
});
