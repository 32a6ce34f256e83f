import { startMock } from './start-mock.ts';

await startMock();
// The scripts of the page waited for the service (see vite.config.ts beside this file).
for (const script of document.querySelectorAll<HTMLElement>('script[data-after-mock]')) {
  await import(/* @vite-ignore */ script.dataset['afterMock']!);
}
