import { filePartSchema, storedFileSchema } from '@cmto/contract/schemas';
import { aFile, aKey, anAttachment } from '../builders/index.ts';
import { fileSender, naming, slug } from './file-sender.ts';
import { expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

const offsetOf = (answer: Response): string | null => answer.headers.get('upload-offset');

export function filePartCases({ ask, it }: Suite): void {
  const { put, putPart, offset } = fileSender(ask);
  const aSending = async () => {
    const file = aFile('relazione.pdf', `%PDF-1.4\n${'riga della relazione\n'.repeat(50)}`);
    const attachment = await anAttachment('file', file);
    const key = aKey();
    return { file, attachment, key, sha256: attachment.sha256, size: file.size };
  };

  it('takes a file part by part and says how far it is, until it is whole', async () => {
    const { file, attachment, key, sha256, size } = await aSending();
    const first = await putPart(file, sha256, key, { start: 0, end: 400 });
    expectEqual(offsetOf(first), '400', 'Upload-Offset');
    expectEqual(filePartSchema.parse(await expectJson(first, 202)), { sha256, size, offset: 400 }, 'part');
    expectEqual(await offset(sha256, key), 400, 'what HEAD tells');
    await expectProblem(await post(ask, naming(attachment), { key, slug }), 'attachment.missing');
    const last = await putPart(file, sha256, key, { start: 400, end: size });
    expectEqual(offsetOf(last), String(size), 'Upload-Offset');
    expectEqual(storedFileSchema.parse(await expectJson(last, 201)), { sha256, size }, 'file');
    await expectJson(await post(ask, naming(attachment), { key, slug }), 201);
  });

  it('passes over what has arrived already', async () => {
    const { file, key, sha256, size } = await aSending();
    await putPart(file, sha256, key, { start: 0, end: 400 });
    const inside = await putPart(file, sha256, key, { start: 100, end: 200 });
    expectEqual([inside.status, offsetOf(inside)], [202, '400'], 'a part that is there');
    const overlapping = await putPart(file, sha256, key, { start: 200, end: 600 });
    expectEqual([overlapping.status, offsetOf(overlapping)], [202, '600'], 'a part that is there by half');
    await expectJson(await putPart(file, sha256, key, { start: 0, end: size }), 201);
  });

  it('takes no part beyond what has arrived, and says where to go on', async () => {
    const { file, key, sha256, size } = await aSending();
    const early = await putPart(file, sha256, key, { start: 10, end: size });
    expectEqual(offsetOf(early), '0', 'Upload-Offset before anything has come');
    await expectProblem(early, 'attachment.offset');
    await putPart(file, sha256, key, { start: 0, end: 300 });
    const gap = await putPart(file, sha256, key, { start: 301, end: size });
    expectEqual(offsetOf(gap), '300', 'Upload-Offset');
    await expectProblem(gap, 'attachment.offset');
    await expectJson(await putPart(file, sha256, key, { start: 300, end: size }), 201);
  });

  it('keeps to the size that the first part announced', async () => {
    const { file, key, sha256, size } = await aSending();
    await putPart(file, sha256, key, { start: 0, end: 300 });
    const other = await putPart(file, sha256, key, { start: 300, end: 400, size: size + 1 });
    expectEqual(offsetOf(other), '300', 'Upload-Offset');
    await expectProblem(other, 'request.invalid');
    await expectJson(await putPart(file, sha256, key, { start: 300, end: size }), 201);
  });

  it('forgets a file whose bytes are not those announced, and takes it from the beginning', async () => {
    const { file, key, sha256, size } = await aSending();
    const spoilt = aFile('relazione.pdf', 'x'.repeat(400));
    await putPart(spoilt, sha256, key, { start: 0, end: 400, size });
    await expectProblem(await putPart(file, sha256, key, { start: 400, end: size }), 'attachment.mismatch');
    expectEqual(await offset(sha256, key), undefined, 'what is left of it');
    await expectJson(await put(file, sha256, key), 201);
  });

  it('stores a file once that two tabs send at the same time', async () => {
    const { file, attachment, key, sha256, size } = await aSending();
    const half = Math.floor(size / 2);
    const send = async (): Promise<number[]> => {
      const first = await putPart(file, sha256, key, { start: 0, end: half });
      const second = await putPart(file, sha256, key, { start: half, end: size });
      return [first.status, second.status];
    };
    const statuses = (await Promise.all([send(), send(), send()])).flat();
    expectEqual(statuses.filter((status) => status === 201).length, 1, 'how often it is new');
    expectEqual(
      statuses.filter((status) => ![200, 201, 202].includes(status)),
      [],
      'refusals',
    );
    await expectJson(await post(ask, naming(attachment), { key, slug }), 201);
  });

  it('refuses ranges that do not fit together', async () => {
    const { file, key, sha256, size } = await aSending();
    const bad = ['bytes 0-9', 'bytes 0-9/*', `bytes 0-${size}/${size}`, `bytes 5-4/${size}`, 'lines 0-9/10', ''];
    for (const range of bad) {
      await expectProblem(await put(file, sha256, key, { 'Content-Range': range }), 'request.invalid');
    }
    const huge = { 'Content-Range': `bytes 0-${size - 1}/10485761` };
    await expectProblem(await put(file, sha256, key, huge), 'attachment.too-large');
    expectEqual(await offset(sha256, key), undefined, 'what is left of them');
  });
}
