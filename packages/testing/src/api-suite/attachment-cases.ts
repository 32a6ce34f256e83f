import { storedFileSchema } from '@cmto/contract/schemas';
import { aFile, aKey, anAttachment, aSubmission } from '../builders/index.ts';
import { fileSender, naming, slug } from './file-sender.ts';
import { expect, expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

export function attachmentCases({ ask, it }: Suite): void {
  const { put, offset } = fileSender(ask);

  it('stores a file under key and hash, then takes the submission that names it', async () => {
    const [key, file] = [aKey(), aFile()];
    const attachment = await anAttachment('file', file);
    const stored = await put(file, attachment.sha256, key);
    expectEqual(stored.headers.get('upload-offset'), String(file.size), 'Upload-Offset');
    expectEqual(storedFileSchema.parse(await expectJson(stored, 201)).sha256, attachment.sha256, 'sha256');
    await expectJson(await post(ask, naming(attachment), { key, slug }), 201);
  });

  it('takes the same file twice, and tells how much of it is there', async () => {
    const [key, file] = [aKey(), aFile()];
    const { sha256 } = await anAttachment('file', file);
    expectEqual(await offset(sha256, key), undefined, 'before');
    await expectJson(await put(file, sha256, key), 201);
    const again = await put(file, sha256, key);
    expectEqual(again.headers.get('idempotent-replayed'), 'true', 'Idempotent-Replayed');
    await expectJson(again, 200);
    expectEqual(await offset(sha256, key), file.size, 'after');
  });

  it('takes an empty file', async () => {
    const [key, file] = [aKey(), aFile('vuoto.txt', '', 'text/plain')];
    const attachment = await anAttachment('file', file);
    await expectJson(await put(file, attachment.sha256, key), 201);
    await expectJson(await post(ask, naming(attachment), { key, slug }), 201);
  });

  it('names the files that have not arrived, and takes the submission once they have', async () => {
    const [key, file] = [aKey(), aFile()];
    const attachment = await anAttachment('file', file);
    const { errors } = await expectProblem(await post(ask, naming(attachment), { key, slug }), 'attachment.missing');
    expectEqual(
      errors?.map(({ pointer }) => pointer),
      ['/attachments/0'],
      'pointers',
    );
    expect(errors![0]!.message.includes(attachment.sha256), 'the hash is named');
    await expectJson(await put(file, attachment.sha256, key), 201);
    await expectJson(await post(ask, naming(attachment), { key, slug }), 201);
  });

  it('does not give one submission another one’s files', async () => {
    const file = aFile();
    const attachment = await anAttachment('file', file);
    await expectJson(await put(file, attachment.sha256, aKey()), 201);
    await expectProblem(await post(ask, naming(attachment), { slug }), 'attachment.missing');
  });

  it('wants a lower-case hash in the address, and a key', async () => {
    const file = aFile();
    const { sha256 } = await anAttachment('file', file);
    await expectProblem(await put(file, sha256.toUpperCase(), aKey()), 'request.not-found');
    await expectProblem(await put(file, sha256, 'x'), 'idempotency.missing');
  });

  it('refuses a file over 10 MB', async () => {
    const file = aFile('grande.pdf', `%PDF-${'x'.repeat(10_485_760)}`);
    const { sha256 } = await anAttachment('file', file);
    await expectProblem(await put(file, sha256, aKey()), 'attachment.too-large');
  });

  it('refuses attachments that the answers do not name, and the reverse', async () => {
    const attachment = await anAttachment('file', aFile());
    const unnamed = aSubmission({ consent: true }, { attachments: [attachment] });
    await expectProblem(await post(ask, unnamed, { slug }), 'submission.invalid');
    const unattached = aSubmission({ consent: true, file: [attachment.sha256] });
    await expectProblem(await post(ask, unattached, { slug }), 'submission.invalid');
  });
}
