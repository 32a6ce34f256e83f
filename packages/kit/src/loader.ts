import { apiBase } from '@cmto/core/api/api-base';
import { define } from '@cmto/core/define';
import { pageRegistry } from '@cmto/core/page-registry';
import { queuedEntries } from '@cmto/core/platform/sentinel-counts';

export { addLocale } from '@cmto/core/i18n/add-locale';

/**
 * Elements by tag: each is its own chunk, and only those on the page are fetched. They are registered here: chunks share
 * code, so that a chunk which registers its own element would do so as soon as another one is fetched.
 */
const elements: { readonly [tag: string]: () => Promise<CustomElementConstructor> } = {
  'cmto-provider': async () => (await import('@cmto/core/context/provider-element')).CmtoProvider,
  'cmto-kept': async () => (await import('@cmto/core/kept/kept-element')).CmtoKept,
  'cmto-feedback': async () => (await import('@cmto/feedback-widget/feedback/feedback-element')).CmtoFeedback,
  'cmto-rating': async () => (await import('@cmto/feedback-widget/rating/rating-element')).CmtoRating,
  'cmto-receipt': async () => (await import('@cmto/request-form/receipt-element')).CmtoReceipt,
  'cmto-request-form': async () => (await import('@cmto/request-form/request-form-element')).CmtoRequestForm,
  'cmto-request-status': async () => (await import('@cmto/request-form/request-status-element')).CmtoRequestStatus,
  'cmto-survey': async () => (await import('@cmto/survey-widget/survey-element')).CmtoSurvey,
};

const registry = pageRegistry();
// …/kit/v1/cmto.js → …/api/v1
registry.api ??= new URL(/* @vite-ignore */ '../../api/v1', import.meta.url).href;

/** Milliseconds after which an answer is no longer waited for: the widget asks again by itself. */
const patience = 20_000;

/** Asks for a survey's definition while its widget's code is still on its way. */
const askEarly = (tag: Element): void => {
  const slug = tag.getAttribute('slug')?.trim();
  const base = apiBase(tag.getAttribute('api') || tag.closest('cmto-provider[api]')?.getAttribute('api'));
  if (!slug || !base) return;
  const url = `${base}/surveys/${encodeURIComponent(slug)}`;
  if (registry.early.has(url)) return;
  const answer = fetch(url, {
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patience),
  });
  registry.early.set(url, answer);
  // The widget hears of a failure when it takes the answer; until then nobody else does.
  answer.catch(() => undefined);
  setTimeout(() => registry.early.delete(url), 10_000);
};

const waiting = new Set(Object.keys(elements));

let provider: Promise<unknown> = Promise.resolve();

const load = (tag: string): void => {
  waiting.delete(tag);
  // A provider must be there when the widgets inside it ask for what it provides.
  const code = provider.then(elements[tag]!).then((element) => define(tag, element));
  if (tag === 'cmto-provider') provider = code.catch(() => undefined);
  // After the code, which is more, and is waited for by all of them.
  if (tag === 'cmto-survey') document.querySelectorAll(tag).forEach(askEarly);
  code.catch((error: unknown) => {
    // The tag stays undefined, so its own content shows: a link or a text, never a blank.
    console.error(`<${tag}> could not be loaded`, error);
  });
};

const look = (): void => {
  for (const tag of waiting) if (document.querySelector(tag)) load(tag);
};

look();
// An answer that waits to be sent does not wait for its own page, whatever the widgets on this one can do.
// Asked on every page, in a task of its own: the first look takes a slow phone 16 ms.
setTimeout(() => {
  if (queuedEntries() > 0) {
    import('@cmto/core/outbox/send-waiting').then(
      ({ sendWaiting }) => sendWaiting(),
      // It stays where it is, and the next page tries again.
      () => undefined,
    );
  }
});
// Previews of a CMS, and pages put together by script, add tags later.
new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
