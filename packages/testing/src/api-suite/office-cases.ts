import { aField, aKey, aSubmission, aSurvey } from '../builders/index.ts';
import { expect, expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { OfficeSuite } from './suite.ts';

/** Rows of the contract's table that need more than requests: time passing, versions changing, storage failing. */
export function officeCases({ ask, it, office }: OfficeSuite): void {
  let surveys = 0;
  const aPublishedSurvey = async (): Promise<string> => {
    const slug = `ufficio-${(surveys += 1)}`;
    await office.publish(aSurvey({ slug }));
    return slug;
  };
  /** The first receipt again, and still no other content. */
  const expectReplay = async (key: string, slug: string, receipt: unknown): Promise<void> => {
    const again = await post(ask, aSubmission(), { key, slug });
    expectEqual(again.headers.get('idempotent-replayed'), 'true', 'Idempotent-Replayed');
    expectEqual(await expectJson(again, 200), receipt, 'receipt');
    await expectProblem(await post(ask, aSubmission({ text: 'altro' }), { key, slug }), 'idempotency.mismatch');
  };

  it('gives the receipt again after the closing, to nobody else', async () => {
    const slug = await aPublishedSurvey();
    const key = aKey();
    const receipt = await expectJson(await post(ask, aSubmission(), { key, slug }), 201);
    await office.close(slug);
    await expectReplay(key, slug, receipt);
    await expectProblem(await post(ask, aSubmission(), { slug }), 'survey.closed');
  });

  it('gives the receipt again when the questions have become others, and goes on taking the older version', async () => {
    const slug = await aPublishedSurvey();
    const key = aKey();
    const receipt = await expectJson(await post(ask, aSubmission(), { key, slug }), 201);
    const stricter = [aField('text', { required: true, maxLength: 1 }), aField('number', { required: true })];
    await office.publish(aSurvey({ slug, version: 2, fields: stricter }));
    await expectReplay(key, slug, receipt);
    await expectJson(await post(ask, aSubmission(), { slug }), 201);
  });

  it('gives the receipt again when the version was withdrawn, to nobody else', async () => {
    const slug = await aPublishedSurvey();
    const key = aKey();
    const receipt = await expectJson(await post(ask, aSubmission(), { key, slug }), 201);
    await office.publish(aSurvey({ slug, version: 2, fields: [aField('number')] }));
    await office.withdraw(slug, 1);
    await expectReplay(key, slug, receipt);
    await expectProblem(await post(ask, aSubmission(), { slug }), 'survey.version-withdrawn');
  });

  it('says of an erased submission that it is gone, whatever is sent under its key', async () => {
    const [slug, other] = [await aPublishedSurvey(), await aPublishedSurvey()];
    const key = aKey();
    await expectJson(await post(ask, aSubmission(), { key, slug }), 201);
    await office.erase(key);
    await expectProblem(await post(ask, aSubmission(), { key, slug }), 'submission.erased');
    await expectProblem(await post(ask, aSubmission({ text: 'altro' }), { key, slug }), 'submission.erased');
    await expectProblem(await post(ask, aSubmission(), { key, slug: other }), 'submission.erased');
    await expectJson(await post(ask, aSubmission(), { slug }), 201);
  });

  it('tells whoever sends a key that is still being handled when to come back', async () => {
    const slug = await aPublishedSurvey();
    const key = aKey();
    const release = office.holdStorage();
    const both = [post(ask, aSubmission(), { key, slug }), post(ask, aSubmission(), { key, slug })];
    // Either may have come first; the one that did cannot be answered yet.
    const second = await Promise.race(both);
    release();
    expect(Number(second.headers.get('retry-after')) > 0, 'Retry-After');
    await expectProblem(second, 'idempotency.in-flight');
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expectEqual(statuses.sort(), [201, 409], 'answers');
    expectEqual((await post(ask, aSubmission(), { key, slug })).status, 200, 'when it comes back');
  });

  it('answers 503 with Retry-After when nothing can be stored, keeps nothing, and takes the same key later', async () => {
    const slug = await aPublishedSurvey();
    const key = aKey();
    const mend = office.breakStorage();
    const refused = await post(ask, aSubmission({ text: 'uno' }), { key, slug });
    mend();
    expect(Number(refused.headers.get('retry-after')) > 0, 'Retry-After');
    await expectProblem(refused, 'server.unavailable');
    // Other content: had half of it been kept, this would be refused.
    await expectJson(await post(ask, aSubmission({ text: 'due' }), { key, slug }), 201);
  });
}
