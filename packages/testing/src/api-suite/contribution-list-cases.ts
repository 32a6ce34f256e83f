import type { Answers, ContributionList } from '@cmto/contract';
import { contributionListSchema, endorsedSchema } from '@cmto/contract/schemas';
import { aKey, anIdea, ownWords } from '../builders/index.ts';
import { contributionSender } from './contribution-sender.ts';
import { expect, expectEqual, expectJson, expectProblem } from './service.ts';
import type { Suite } from './suite.ts';

const slug = 'verifica-idee';

export function contributionListCases({ ask, it }: Suite): void {
  const { sent, status } = contributionSender(ask);
  const list = async (query = ''): Promise<ContributionList> =>
    contributionListSchema.parse(await expectJson(await ask(`/consultations/${slug}/contributions${query}`), 200));
  /** Sends an idea, which is published at once; gives its public name. */
  const published = async (answers: Answers = {}): Promise<string> =>
    (await status((await sent(anIdea({ testo: `Un’idea ${ownWords()}`, ...answers }), { slug })).receiptCode))
      .contribution;
  const agree = (id: string, device = aKey(), key = aKey()): Promise<Response> =>
    ask(`/contributions/${id}/endorsements`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ device }),
    });

  it('are listed page by page without their authors, and with a licence', async () => {
    const names = [
      await published(),
      await published(),
      await published({ testo: 'Con <b>segni</b> & “virgolette”.' }),
    ];
    const all: ContributionList['contributions'] = [];
    let next: string | undefined = '';
    for (let page = 0; next !== undefined && page < 500; page += 1) {
      const answer: ContributionList = await list(`?limit=2${next === '' ? '' : `&cursor=${next}`}`);
      expect(answer.contributions.length <= 2, 'two at most');
      expect(answer.license.url.startsWith('https:'), 'licence');
      all.push(...answer.contributions);
      next = answer.next;
    }
    for (const name of names) expectEqual(all.filter(({ id }) => id === name).length, 1, name);
    expectEqual(all.find(({ id }) => id === names[2])?.text, 'Con <b>segni</b> & “virgolette”.', 'text');
    expect(!JSON.stringify(all).includes('Ada Rossi'), 'no names');
    expectEqual((await list()).total, all.length, 'total');
  });

  it('are given and counted by zone, which the municipality tells', async () => {
    const before = (await list()).zones.find(({ zone }) => zone === 1)?.contributions ?? 0;
    const name = await published({ testo: `Da Torino ${ownWords()}`, comune: '001272' });
    const elsewhere = await published();
    const answer = await list('?zone=1&limit=200');
    expectEqual(answer.zones.find(({ zone }) => zone === 1)?.contributions, before + 1, 'counted');
    expect(
      answer.contributions.every(({ zone }) => zone === 1),
      'of that zone alone',
    );
    expect(
      answer.contributions.some(({ id }) => id === name),
      'with the new one',
    );
    expect(!answer.contributions.some(({ id }) => id === elsewhere), 'without the other');
  });

  it('are held by their tag, and asked for in the right shape', async () => {
    const answer = await ask(`/consultations/${slug}/contributions`);
    const held = { 'If-None-Match': answer.headers.get('etag') ?? '' };
    expectEqual((await ask(`/consultations/${slug}/contributions`, { headers: held })).status, 304, 'status');
    for (const query of [
      '?limit=0',
      '?limit=201',
      '?cursor=x',
      '?section=%20',
      '?topic=',
      '?zone=0',
      '?zone=12',
      '?format=pdf',
    ])
      await expectProblem(await ask(`/consultations/${slug}/contributions${query}`), 'request.invalid');
    await expectProblem(await ask('/consultations/nessuna/contributions'), 'consultation.not-found');
  });

  it('count who agrees once per device, whatever comes again', async () => {
    const [one, other] = [await published(), await published()];
    const [device, key] = [aKey(), aKey()];
    const first = endorsedSchema.parse(await expectJson(await agree(one, device, key), 201));
    expectEqual(first, { contribution: one, agreements: 1 }, 'first');
    const again = await agree(one, device, key);
    expectEqual(again.headers.get('idempotent-replayed'), 'true', 'Idempotent-Replayed');
    expectEqual(await expectJson(again, 200), first, 'again');
    await expectProblem(await agree(one, device), 'contribution.already-endorsed');
    await expectProblem(await agree(other, device, key), 'idempotency.mismatch');
    expectEqual(((await expectJson(await agree(one), 201)) as { agreements: number }).agreements, 2, 'another device');
    await expectProblem(await agree('0000000000000'), 'contribution.not-found');
    await expectProblem(await agree(one, 'x'), 'request.invalid');
    await expectProblem(await agree(one, aKey(), 'x'), 'idempotency.missing');
  });
}
