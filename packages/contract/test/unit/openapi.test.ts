import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { problems } from '@cmto/contract';
import { openApiDocument } from '@cmto/contract/openapi';
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';

type Json = { readonly [key: string]: Json };
const document = JSON.parse(JSON.stringify(openApiDocument())) as Json;

const resolve = (node: Json): Json => {
  const ref = node['$ref'] as unknown as string | undefined;
  return ref === undefined
    ? node
    : ref
        .slice(2)
        .split('/')
        .reduce((found, key) => found[key]!, document);
};
const operations = Object.entries(document['paths']!).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method,
    path,
    operation,
  })),
);
const responses = operations.flatMap(({ name, method, operation }) =>
  Object.entries(operation['responses']!).map(([status, response]) => ({
    name: `${name} ${status}`,
    method,
    status,
    response,
  })),
);
const walk = (node: unknown, visit: (schema: Json) => void): void => {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) visit(node as Json);
  for (const inner of Object.values(node)) walk(inner, visit);
};

describe('the OpenAPI document', () => {
  it('passes Spectral’s rules for OpenAPI', async () => {
    const linter = new spectral.Spectral();
    linter.setRuleset({ extends: [[oas as RulesetDefinition, 'recommended']] });
    const results = await linter.run(document as Record<string, unknown>);
    assert.deepEqual(
      results.map(({ code, path, message }) => `${code} ${path.join('/')} ${message}`),
      [],
    );
  });
  it('names the routes of this release', () => {
    assert.deepEqual(operations.map(({ name }) => name).sort(), [
      'GET /consultations/{slug}',
      'GET /consultations/{slug}/contributions',
      'GET /municipalities',
      'GET /openapi.json',
      'GET /receipts/{receiptCode}',
      'GET /services/{slug}',
      'GET /status',
      'GET /surveys/{slug}',
      'GET /surveys/{slug}/results',
      'HEAD /attachments/{sha256}',
      'POST /consultations/{slug}/contributions',
      'POST /contributions/{id}/endorsements',
      'POST /ratings',
      'POST /receipts/{receiptCode}/messages',
      'POST /services/{slug}/requests',
      'POST /sign-in/proofs',
      'POST /sign-in/starts',
      'POST /surveys/{slug}/responses',
      'PUT /attachments/{sha256}',
    ]);
  });
  it('has the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    assert.equal(document['info']!['version'], version);
  });
});

// What the Italian interoperability guidelines' checker calls an error.
describe('the Italian guidelines', () => {
  it('say who offers what, under a semantic version', () => {
    const info = document['info'] as unknown as Record<string, string>;
    assert.ok(info['x-summary'] && info['summary'] && info['contact']);
    assert.match(info['version']!, /^\d+\.\d+\.\d+/);
  });
  it('want https, or a sandbox that says so', () => {
    for (const publicUrl of [undefined, 'https://partecipa.example.it', 'http://127.0.0.1:4300']) {
      const { servers } = openApiDocument(publicUrl === undefined ? {} : { publicUrl }) as {
        servers: Record<string, unknown>[];
      };
      for (const server of servers) {
        assert.ok(server['description']);
        assert.ok(String(server['url']).startsWith('https://') || server['x-sandbox'] === true);
      }
    }
  });
  it('want /status, with problem+json when the service is down', () => {
    const { responses: answers } = document['paths']!['/status']!['get'] as unknown as Record<string, Json>;
    assert.deepEqual(Object.keys(answers!['200']!['content']!), ['application/json']);
    assert.deepEqual(Object.keys(answers!['503']!['content']!), ['application/problem+json']);
  });
  it('want problem+json for every error', () => {
    for (const { name, method, status, response } of responses) {
      if (/^[45]/.test(status) && method !== 'head')
        assert.deepEqual(Object.keys(response['content']!), ['application/problem+json'], name);
    }
  });
  it('want the formats of numbers', () => {
    walk(document, (schema) => {
      const type = schema['type'] as unknown;
      if (type === 'integer') assert.match(String(schema['format']), /^int(?:32|64)$/);
      if (type === 'number') assert.equal(String(schema['format']), 'double');
    });
  });
  it('want the three rate headers together, and when to try again', () => {
    for (const { name, status, response } of responses) {
      const headers = Object.keys(response['headers'] ?? {});
      // Monitors ask for /status as often as they like.
      if (/^[24]/.test(status) && !name.includes('/status')) {
        for (const header of ['Limit', 'Remaining', 'Reset'])
          assert.ok(headers.includes(`X-RateLimit-${header}`), name);
      }
      if (status === '429' || status === '503') assert.ok(headers.includes('Retry-After'), name);
      assert.ok(headers.includes('Cache-Control'), name);
    }
  });
  it('want no body where there is none, and no credentials in an address', () => {
    for (const { name, method, operation, path } of operations) {
      if (method === 'get' || method === 'head') assert.equal(operation['requestBody'], undefined, name);
      assert.match(path, /^(?:\/(?:[a-z0-9-]+|\{[a-zA-Z0-9]+\}|openapi\.json))+$/);
      for (const parameter of (operation['parameters'] ?? []) as unknown as Json[]) {
        const { in: place, name: parameterName } = resolve(parameter) as unknown as { in: string; name: string };
        assert.doesNotMatch(parameterName, /password|secret|apikey|^accept$|^content-type$|^authorization$/i);
        if (place === 'header') assert.match(parameterName, /^[A-Z][a-z]+(?:-[A-Z][a-z]+)*$/);
      }
    }
  });
});

describe('every schema', () => {
  it('has an end: strings and lists have a maximum', () => {
    const loose: string[] = [];
    const visit = (node: Json, path: string): void => {
      const { type } = node as unknown as { type?: unknown };
      const has = (...keys: string[]): boolean => keys.some((key) => node[key] !== undefined);
      if (type === 'string' && !has('maxLength', 'enum', 'const', 'pattern', 'format')) loose.push(path);
      if (type === 'array' && !has('maxItems')) loose.push(path);
      for (const [key, inner] of Object.entries(node))
        if (typeof inner === 'object' && inner !== null) visit(inner, `${path}/${key}`);
    };
    visit(document['components']!['schemas']!, '');
    assert.deepEqual(loose, []);
  });
  it('refuses unknown keys', () => {
    const open: string[] = [];
    for (const [name, schema] of Object.entries(document['components']!['schemas']!)) {
      if ((schema['type'] as unknown) === 'object' && (schema['additionalProperties'] as unknown) !== false)
        open.push(name);
    }
    assert.deepEqual(open, ['Problem'], 'a problem may carry more, as RFC 9457 says');
  });
});

describe('the catalogue of problems', () => {
  it('has a status of the 4xx or 5xx range, a title, and codes of the form area.what', () => {
    for (const [code, { status, title }] of Object.entries(problems)) {
      assert.match(code, /^[a-z]+\.[a-z-]+$/);
      assert.ok(status >= 400 && status < 600 && title.length > 10, code);
    }
  });
});
