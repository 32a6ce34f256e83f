import { startMock } from './start-mock.ts';

const show = (id: string, words: string): void => {
  document.getElementById(id)!.textContent = words;
};

await startMock();
const code = location.hash.slice(1);
const answer = await fetch(`/api/v1/receipts/${encodeURIComponent(code)}`);
if (answer.ok) {
  const { title, receivedAt, contentHash } = (await answer.json()) as {
    title: string | Record<string, string>;
    receivedAt: string;
    contentHash: string;
  };
  show('titolo', typeof title === 'string' ? title : (title['it'] ?? ''));
  show('codice', code);
  show(
    'ricevuta',
    new Intl.DateTimeFormat('it', { dateStyle: 'long', timeZone: 'Europe/Rome' }).format(new Date(receivedAt)),
  );
  show('impronta', contentHash);
} else {
  show('titolo', 'Nessuna ricevuta con questo codice in questo browser.');
}
