import type { Attachment, Field } from '@cmto/contract';
import { expect } from 'chai';
import { KitError } from '../../../src/kit-error.ts';
import type { Upload } from '../../../src/uploads/upload.ts';
import { anAttachment, type FieldHost, hostField } from './field-host.ts';
import { all, button, clearPage, focused, one, until } from './perceived.ts';
import { violations } from './violations.ts';

const allegati: Field = {
  id: 'allegati',
  type: 'file',
  label: 'Allegati',
  accept: ['.pdf', 'image/*'],
  maxFiles: 2,
  maxBytes: 1_048_576,
};
const starts: Readonly<Record<string, string>> = {
  'application/pdf': '%PDF-1.7\n',
  'image/png': '\u0089PNG\r\n\u001a\n',
};
/** A file whose first bytes are those of its type. */
const aFile = (name: string, size = 10, type = 'application/pdf'): File => {
  const bytes = new Uint8Array(size).fill(32);
  [...(starts[type] ?? '')].forEach((letter, at) => (bytes[at] = letter.charCodeAt(0)));
  return new File([bytes], name, { type });
};

const choose = (host: FieldHost, ...files: File[]): void => {
  const input = one(host, '[type=file]');
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
};
const statuses = (host: FieldHost): (string | undefined)[] =>
  all(host, '.file').map(({ dataset }) => dataset['status']);
const words = (host: FieldHost, selector: string): string[] =>
  all(host, selector).map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
const hashOf = (name: string): string => (name.startsWith('a') ? 'a' : 'b').repeat(64);

/** A draft that keeps each file when told to, and whose uploads are where the test says. */
class Draft {
  readonly waiting: { name: string; type: string; done(): void; fail(code: string): void }[] = [];
  readonly dropped: string[] = [];
  retried = 0;
  readonly #uploads = new Map<string, Upload>();
  #listener: (sha256: string) => void = () => undefined;
  readonly services = {
    storeFile: (_field: string, file: File, type: string): Promise<Attachment> =>
      new Promise((resolve, reject) => {
        const { name } = file;
        const done = (): void => {
          this.#uploads.set(hashOf(name), { status: 'waiting' });
          resolve(anAttachment(name, hashOf(name)));
        };
        this.waiting.push({ name, type, done, fail: (code) => reject(new KitError(code, code)) });
      }),
    dropFile: (_field: string, sha256: string): void => void this.dropped.push(sha256),
    upload: (sha256: string): Upload | undefined => this.#uploads.get(sha256),
    watchUploads: (_owner: string, listener: (sha256: string) => void): void => void (this.#listener = listener),
    retryUploads: (): void => void (this.retried += 1),
  };
  get reading(): Promise<void> {
    return until(() => this.waiting.length > 0);
  }
  /** An upload gets somewhere. */
  tell(name: string, upload: Upload): void {
    this.#uploads.set(hashOf(name), upload);
    this.#listener(hashOf(name));
  }
}

/** A field with one file chosen and kept. */
const withKept = async (name = 'a.pdf', size = 10): Promise<{ draft: Draft; host: FieldHost }> => {
  const draft = new Draft();
  const host = await hostField(allegati, { services: draft.services });
  choose(host, aFile(name, size));
  await draft.reading;
  draft.waiting[0]!.done();
  await until(() => host.value !== undefined);
  return { draft, host };
};

describe('a file field', () => {
  afterEach(clearPage);

  it('says its limits before anything is chosen', async () => {
    const host = await hostField(allegati);
    expect(one(host, '.help').textContent.trim()).to.equal(
      'Al massimo 2 file, fino a 1 MB ciascuno. Formati: PDF, immagini.',
    );
    expect(one(host, 'input').accept).to.equal('.pdf,image/*');
    expect(one(host, 'input').hasAttribute('capture')).to.equal(false);
  });

  it('answers with a file as soon as the device keeps it, and shows how much the server has', async () => {
    const { draft, host } = await withKept('a.pdf', 1000);
    expect(host.value).to.deep.equal([hashOf('a')]);
    expect(statuses(host)).to.deep.equal(['waiting']);
    draft.tell('a.pdf', { status: 'sending', offset: 0 });
    const bar = one<HTMLProgressElement & HTMLInputElement>(host, 'progress');
    expect(bar.hasAttribute('value'), 'nothing is acknowledged yet').to.equal(false);
    draft.tell('a.pdf', { status: 'sending', offset: 420 });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).to.deep.equal(['420', '1000']);
    expect(words(host, '.file-state')).to.deep.equal(['42%']);
    expect(await violations()).to.deep.equal([]);
    expect(host.announcements).to.deep.equal([]);
    draft.tell('a.pdf', { status: 'sent' });
    expect(words(host, '.file-state')).to.deep.equal(['Caricato: parte con la risposta']);
    expect(host.announcements).to.deep.equal(['a.pdf: caricato']);
  });

  it('names a file’s type by its name where the device does not know it', async () => {
    const draft = new Draft();
    const host = await hostField({ ...allegati, accept: ['.p7m'] } as Field, { services: draft.services });
    choose(host, new File(['\u0030\u0082'], 'atto.p7m', { type: '' }));
    await until(() => draft.waiting.length > 0 || all(host, '.file-wrong').length > 0);
    expect(statuses(host)).to.deep.equal(['refused'], 'UTF-8 is not what a signature begins with');
    choose(host, new File([Uint8Array.of(0x30, 0x82, 1, 2)], 'atto.p7m', { type: '' }));
    await draft.reading;
    expect(draft.waiting[0]!.type).to.equal('application/pkcs7-mime');
  });

  it('says what happens without a network, and lets the person try again', async () => {
    const { draft, host } = await withKept();
    draft.tell('a.pdf', { status: 'stalled', durable: true });
    expect(words(host, '.file-state')).to.deep.equal([
      'Salvato su questo dispositivo: il caricamento riprende da solo',
    ]);
    draft.tell('a.pdf', { status: 'stalled', durable: false });
    expect(words(host, '.file-state')[0]).to.contain('tieni aperta questa pagina');
    button(host, 'Riprova: a.pdf').click();
    expect(draft.retried).to.equal(1);
    expect(host.value).to.deep.equal([hashOf('a')]);
    expect(host.announcements).to.deep.equal(['a.pdf: aggiunto, il caricamento riprende da solo']);
    expect(await violations()).to.deep.equal([]);
  });

  it('refuses what is too large, of another format, or too many, each with its reason', async () => {
    const draft = new Draft();
    const host = await hostField(allegati, { services: draft.services });
    choose(
      host,
      aFile('grande.pdf', 1_048_577),
      aFile('voce.mp3', 10, 'audio/mpeg'),
      aFile('foto.png', 10, 'image/png'),
      aFile('a.pdf'),
      aFile('c.pdf'),
    );
    expect(statuses(host)).to.deep.equal(['refused', 'refused', 'reading', 'reading', 'refused']);
    expect(words(host, '.file-wrong')).to.deep.equal([
      'Non aggiunto: il file è troppo grande',
      'Non aggiunto: questo formato non è accettato',
      'Non aggiunto: puoi caricare al massimo 2 file',
    ]);
    expect(await violations()).to.deep.equal([]);
  });

  it('refuses at once what is not what its name says', async () => {
    const draft = new Draft();
    const host = await hostField(allegati, { services: draft.services });
    choose(host, new File(['<!doctype html>'], 'a.pdf', { type: 'application/pdf' }));
    await until(() => statuses(host)[0] === 'refused');
    expect(words(host, '.file-wrong')[0]).to.contain('il contenuto non è quello');
    expect(draft.waiting).to.deep.equal([]);
  });

  it('takes a file out of the answer that the server refuses, and leaves the reason in the list', async () => {
    const { draft, host } = await withKept();
    draft.tell('a.pdf', { status: 'refused', code: 'attachment.infected' });
    expect(statuses(host)).to.deep.equal(['refused']);
    expect(words(host, '.file-wrong')[0]).to.contain('virus');
    expect(host.value).to.equal(undefined);
    expect(draft.dropped).to.deep.equal([hashOf('a')]);
    expect(host.announcements.at(-1)).to.contain('virus');
  });

  it('takes a file out of the answer that was refused while the question was not shown', async () => {
    const draft = new Draft();
    draft.tell('a.pdf', { status: 'refused', code: 'request.unsupported-type' });
    const host = await hostField(allegati, { services: draft.services, value: [hashOf('a'), hashOf('b')] });
    await until(() => statuses(host)[0] === 'refused');
    expect(host.value).to.deep.equal([hashOf('b')]);
    expect(words(host, '.file-wrong')[0]).to.contain('il contenuto non è quello');
  });

  it('keeps a file again that the device could not keep', async () => {
    const draft = new Draft();
    const host = await hostField(allegati, { services: draft.services });
    choose(host, aFile('a.pdf'));
    await draft.reading;
    draft.waiting[0]!.fail('storage.failed');
    await until(() => statuses(host)[0] === 'failed');
    expect(words(host, '.file-wrong')[0]).to.contain('non c’è più spazio');
    button(host, 'Riprova: a.pdf').click();
    await until(() => draft.waiting.length === 2);
    draft.waiting[1]!.done();
    await until(() => statuses(host)[0] === 'waiting');
    expect(host.value).to.deep.equal([hashOf('a')]);
  });

  it('takes a file away by name, even while it is being read', async () => {
    const draft = new Draft();
    const host = await hostField(allegati, { services: draft.services, value: [hashOf('b')] });
    choose(host, aFile('a.pdf'));
    await draft.reading;
    const [first, second] = all<HTMLButtonElement>(host, '.file-remove');
    expect(second!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Annulla: a.pdf');
    second!.click();
    expect(focused(host)).to.equal(first);
    draft.waiting[0]!.done();
    await until(() => draft.dropped.length > 0);
    expect(draft.dropped).to.deep.equal([hashOf('a')]);
    first!.click();
    expect(draft.dropped).to.deep.equal([hashOf('a'), hashOf('b')]);
    expect(host.value).to.equal(undefined);
    expect(focused(host)).to.equal(one(host, 'input'));
    expect(host.announcements.at(-1)).to.contain('tolto');
  });

  it('takes the same file once only', async () => {
    const draft = new Draft();
    const host = await hostField({ ...allegati, maxFiles: 3 } as Field, {
      services: draft.services,
      value: [hashOf('a')],
    });
    choose(host, aFile('a copia.pdf'));
    await draft.reading;
    draft.waiting[0]!.done();
    await until(() => host.announcements.length > 0);
    expect(host.value).to.deep.equal([hashOf('a')]);
    expect(host.announcements).to.deep.equal(['a copia.pdf: lo stesso file è già nell’elenco']);
    expect(draft.dropped).to.deep.equal([]);
  });

  it('shows what was kept before, and what another tab adds or takes away', async () => {
    const host = await hostField(allegati, {
      value: [hashOf('a')],
      services: { attachment: (sha256) => anAttachment(sha256.startsWith('a') ? 'osservazione.pdf' : 'foto.png') },
    });
    expect(words(host, 'bdi')).to.deep.equal(['osservazione.pdf']);
    expect(statuses(host)).to.deep.equal(['sent']);
    host.value = [hashOf('b')];
    host.showNow();
    expect(words(host, 'bdi')).to.deep.equal(['foto.png']);
  });
});
