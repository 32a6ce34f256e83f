import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnswers, type Survey } from '@cmto/contract';
import { submissionSchema } from '@cmto/contract/schemas';
import { fixedSeed, formWithAnswers, jsonArbitrary } from '@cmto/contract/testing';
import { aKey, aSubmission, aSurvey, oneFieldOfEachType } from '@cmto/testing/builders';
import fc from 'fast-check';
import { aServer } from '../support/test-server.ts';

/** A submission with one part replaced by anything, or anything at all. */
const bodies: fc.Arbitrary<unknown> = fc.oneof(
  jsonArbitrary,
  fc.record({ ...recordOf(aSubmission()), answers: jsonArbitrary }),
  fc
    .tuple(
      fc.constantFrom('formVersion', 'language', 'attachments', 'target', 'completedAt', 'page', 'check', 'x'),
      jsonArbitrary,
    )
    .map(([part, value]) => ({ ...aSubmission(), [part]: value })),
  fc
    .tuple(fc.constantFrom(...oneFieldOfEachType().map(({ id }) => id)), jsonArbitrary)
    .map(([id, value]) => ({ ...aSubmission({ consent: true }), answers: { consent: true, [id]: value } })),
);

function recordOf(object: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, fc.constant(value as unknown)]));
}

describe('whatever is sent', () => {
  it('is accepted or refused with a problem, never a failure, and only what is accepted is stored', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ fields: oneFieldOfEachType().map((field) => ({ ...field })) }));
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const answer = await server.post(JSON.stringify(body));
        const text = await answer.text();
        assert.ok(answer.status < 500, text);
        if (answer.status === 201) accepted += 1;
        else assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/, text);
        assert.equal(await server.count(), accepted);
      }),
      fixedSeed(600),
    );
  });

  it('is no JSON half of the time, and answered all the same', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    const text = JSON.stringify(aSubmission());
    const mangled = fc
      .tuple(fc.nat({ max: text.length }), fc.nat({ max: 3 }), fc.string({ unit: 'binary', maxLength: 3 }))
      .map(([at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone));
    await fc.assert(
      fc.asyncProperty(mangled, async (body) => {
        const answer = await server.post(body);
        assert.ok(answer.status < 500, await answer.text());
      }),
      fixedSeed(400),
    );
  });

  it('may be any address and any query', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    const parts = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.constantFrom('surveys', 'prova', 'receipts', '..', '%', '%00', 'results'),
      ),
      { maxLength: 4 },
    );
    const query = fc.string({ unit: 'binary', maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        parts,
        query,
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD'),
        async (path, version, method) => {
          const address = `/${path.map((part) => encodeURIComponent(part.toWellFormed())).join('/')}?version=${encodeURIComponent(version.toWellFormed())}`;
          const answer = await server.ask(address, { method });
          assert.ok(answer.status < 500, `${method} ${address}`);
        },
      ),
      fixedSeed(400),
    );
  });
});

describe('the server and the contract’s rules', () => {
  it('agree on every answer to every form', async (test) => {
    const server = await aServer(test);
    let at = 0;
    const agree = async ({ form, answers }: { form: Survey['form']; answers: object }): Promise<void> => {
      const slug = `modulo-${(at += 1)}`;
      await server.publish({ ...aSurvey({ slug }), form });
      const body = JSON.stringify({ ...aSubmission(), answers });
      // As the server reads it: -0 and lone surrogates do not come through JSON as they were.
      const read = submissionSchema.safeParse(JSON.parse(body));
      const issues = read.success ? checkAnswers(form, read.data.answers) : [];
      const named = read.success && /"type":"file"/.test(JSON.stringify(form));
      const answer = await server.post(body, { slug, key: aKey() });
      const problem = await answer.text();
      if (issues.length === 0 && !named) assert.equal(answer.status, 201, problem);
      if (issues.length > 0) {
        assert.equal(answer.status, 422, problem);
        const pointers = (JSON.parse(problem) as { errors: { pointer: string }[] }).errors.map(
          ({ pointer }) => pointer,
        );
        for (const { pointer } of issues) assert.ok(pointers.includes(`/answers${pointer}`), pointer);
      }
    };
    await fc.assert(fc.asyncProperty(formWithAnswers('typed'), agree), fixedSeed(120));
    await fc.assert(fc.asyncProperty(formWithAnswers('wild'), agree), fixedSeed(120));
  });
});
