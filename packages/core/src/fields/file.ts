import type { FieldOf } from '@cmto/contract';
import { limits } from '@cmto/contract/rules/limits';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Upload } from '../uploads/upload.ts';
import type { FieldKind } from './field-context.ts';
import { formatsOf } from './file-formats.ts';
import { FileBox, type FileContext, type FileItem } from './file-box.ts';
import { describedBy, invalid, renderField } from './frame.ts';

export { fileStyles as styles } from './file.styles.ts';

const sizeOf = ({ t }: FileContext, bytes: number): string =>
  bytes >= 1_048_576
    ? t('field.megabytes', { size: Math.round(bytes / 104_857.6) / 10 })
    : t('field.kilobytes', { size: Math.max(1, Math.round(bytes / 1024)) });

/** What is accepted, said before anything is chosen. */
const limitsOf = (context: FileContext): string => {
  const { field, t } = context;
  const n = field.maxFiles ?? limits.files;
  const words = t('field.file-limits', { n, size: sizeOf(context, field.maxBytes ?? limits.fileBytes) });
  const families = (family: string): string => (family === 'image' ? t('field.file-images') : family);
  return field.accept?.length
    ? `${words} ${t('field.file-formats', { formats: formatsOf(field.accept, families) })}`
    : words;
};

/** Where a file is, as a word for the style sheet and in words for people. */
interface Shown {
  readonly status: Upload['status'] | 'reading' | 'failed';
  readonly words: unknown;
}

/** Without a value until the server has acknowledged something: then the bar only says that something happens. */
const renderProgress = ({ t }: FileContext, { name, size = 0 }: FileItem, offset: number): TemplateResult =>
  html`<span class="file-state"
    ><progress max=${size || 1} value=${offset || nothing} aria-label=${t('field.file-sending', { name })}></progress>
    ${t('field.file-percent', { n: size > 0 ? Math.floor((100 * offset) / size) : 0 })}</span
  >`;

const keptAs = (context: FileContext, item: FileItem, upload: Upload): Shown => {
  const { t } = context;
  const say = (key: string): Shown => ({
    status: upload.status,
    words: html`<span class="file-state">${t(key)}</span>`,
  });
  switch (upload.status) {
    case 'sending':
      return { status: 'sending', words: renderProgress(context, item, upload.offset) };
    case 'waiting':
      return say('field.file-waiting');
    case 'stalled':
      return say(upload.durable ? 'field.file-kept' : 'field.file-held');
    default:
      return say('field.file-done');
  }
};

const shownAs = (context: FileContext, box: FileBox, item: FileItem): Shown => {
  const { t } = context;
  if (item.phase === 'kept') return keptAs(context, item, box.upload(item));
  if (item.phase === 'reading') {
    return { status: 'reading', words: html`<span class="file-state">${t('field.file-reading')}</span>` };
  }
  return { status: item.phase, words: html`<span class="file-wrong">${item.reason}</span>` };
};

const renderRetry = ({ t }: FileContext, { name }: FileItem, retry: () => void): TemplateResult =>
  html`<button type="button" class="button plain" @click=${retry}>
    ${t('field.retry')}<span class="sr">: ${name}</span>
  </button>`;

/** The focus goes to the next file's button, or back to the one that chooses files. */
const remove = (box: FileBox, item: FileItem, event: Event): void => {
  const root = (event.currentTarget as Element).closest('.files')!;
  const index = box.items.indexOf(item);
  box.remove(item);
  const buttons = root.querySelectorAll<HTMLElement>('.file-remove');
  (buttons[Math.min(index, buttons.length - 1)] ?? root.querySelector('input'))?.focus();
};

const renderItem = (context: FileContext, box: FileBox, item: FileItem): TemplateResult => {
  const { t, services } = context;
  const { status, words } = shownAs(context, box, item);
  const underWay = status === 'reading' || status === 'waiting' || status === 'sending';
  return html`<li class="file" data-status=${status}>
    <span class="file-name"
      ><bdi>${item.name}</bdi>
      ${item.size === undefined ? nothing : html`<small>${sizeOf(context, item.size)}</small>`}</span
    >
    ${words} ${status === 'failed' ? renderRetry(context, item, () => box.keep(item)) : nothing}
    ${status === 'stalled' ? renderRetry(context, item, () => services.retryUploads()) : nothing}
    <button type="button" class="button plain file-remove" @click=${(event: Event) => remove(box, item, event)}>
      ${t(underWay ? 'field.file-cancel' : 'field.file-remove')}<span class="sr">: ${item.name}</span>
    </button>
  </li>`;
};

/** Files, each kept on the device as soon as it is chosen and sent in the background; the answer is their hashes. */
export const kind: FieldKind<FieldOf<'file'>> = {
  render(context) {
    const { id, field, t } = context;
    const box = context.state(() => new FileBox(context));
    box.sync();
    const hint = limitsOf(context);
    const choose = (event: Event): void => {
      const input = event.currentTarget as HTMLInputElement;
      box.choose([...(input.files ?? [])]);
      // So that the same file, chosen again after it was removed or had failed, is heard of.
      input.value = '';
    };
    return renderField(
      context,
      html`<div class="files">
        <input
          class="file-input"
          id=${id}
          type="file"
          ?multiple=${(field.maxFiles ?? limits.files) > 1}
          accept=${field.accept?.join(',') ?? nothing}
          aria-labelledby="${id}-label ${id}-choose"
          aria-invalid=${invalid(context)}
          ?required=${context.required}
          aria-describedby=${describedBy(context, hint)}
          @change=${choose}
        />
        <label class="button outline" id="${id}-choose" for=${id}
          >${t('field.file-choose', { n: field.maxFiles ?? limits.files })}</label
        >
        ${
          box.items.length > 0
            ? html`<ul role="list" aria-label=${t('field.file-list')}>
                ${repeat(
                  box.items,
                  ({ key }) => key,
                  (item) => renderItem(context, box, item),
                )}
              </ul>`
            : nothing
        }
      </div>`,
      hint,
    );
  },
};
