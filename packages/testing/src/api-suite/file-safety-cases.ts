import { aFile, aKey, anAttachment } from '../builders/index.ts';
import { fileSender, naming, slug } from './file-sender.ts';
import { expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

/** In two halves: a scanner on this machine would take this very source for a virus. */
const virusOfTests = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

export function fileSafetyCases({ ask, it }: Suite, hasScanner: boolean): void {
  const { put, offset } = fileSender(ask);

  it('refuses bytes that have another hash', async () => {
    const { sha256 } = await anAttachment('file', aFile());
    await expectProblem(await put(aFile('altro.pdf', '%PDF-1.4\naltro'), sha256, aKey()), 'attachment.mismatch');
  });

  it('judges the type by the bytes, not by the name', async () => {
    const files = [
      aFile('nota.pdf', 'solo testo'),
      aFile('foto.jpg', '%PDF-1.4', 'image/jpeg'),
      aFile('tabella.csv', 'a;b\n\u0000', 'text/csv'),
      aFile(
        'lettera.docx',
        'PK\u0003\u0004 e nulla di Word',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ),
    ];
    for (const file of files) {
      const key = aKey();
      const { sha256 } = await anAttachment('file', file);
      await expectProblem(await put(file, sha256, key), 'request.unsupported-type');
      expectEqual(await offset(sha256, key), undefined, `what is left of ${file.name}`);
    }
  });

  it('refuses what a browser would run', async () => {
    const page = '<!doctype html><script>alert(1)</script>';
    const picture = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const files = [
      aFile('foto.png', page, 'image/png'),
      aFile('nota.txt', page, 'text/plain'),
      aFile('dati.bin', picture, 'application/octet-stream'),
      aFile('logo.svg', picture, 'image/svg+xml'),
    ];
    for (const file of files) {
      const { sha256 } = await anAttachment('file', file);
      await expectProblem(await put(file, sha256, aKey()), 'request.unsupported-type');
    }
  });

  it('refuses a submission that calls a stored file something else', async () => {
    const file = aFile('note.txt', 'solo testo', 'text/plain');
    const [key, attachment] = [aKey(), await anAttachment('file', file)];
    await expectJson(await put(file, attachment.sha256, key), 201);
    const asPdf = naming({ ...attachment, name: 'note.pdf', type: 'application/pdf' });
    const { errors } = await expectProblem(await post(ask, asPdf, { key, slug }), 'submission.invalid');
    expectEqual(errors?.[0]?.code, 'answer.file-type', 'code');
    const asPage = naming({ ...attachment, name: 'note.html', type: 'text/plain' });
    await expectProblem(await post(ask, asPage, { key, slug }), 'submission.invalid');
    await expectJson(await post(ask, naming(attachment), { key, slug }), 201);
  });

  if (!hasScanner) return;
  it('refuses a file with a virus, and keeps nothing of it', async () => {
    const file = aFile('nota.txt', virusOfTests, 'text/plain');
    const [key, attachment] = [aKey(), await anAttachment('file', file)];
    await expectProblem(await put(file, attachment.sha256, key), 'attachment.infected');
    expectEqual(await offset(attachment.sha256, key), undefined, 'what is left of it');
    await expectProblem(await post(ask, naming(attachment), { key, slug }), 'attachment.missing');
  });
}
