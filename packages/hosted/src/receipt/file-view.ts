import type { MessageAttachment } from '@cmto/contract';
import { describeSize } from '@cmto/contract/rules/byte-size';
import { html } from '@lit-labs/ssr';
import type { PageLanguage } from '../language.ts';

/** Files with their fingerprints; whoever has the receipt's code may have them back. */
export function renderFiles(files: readonly MessageAttachment[], code: string, language: PageLanguage): unknown {
  if (files.length === 0) return '';
  return html`<ul>
    ${files.map(
      (file) =>
        html`<li>
          <a href=${`/r/${code}/files/${file.sha256}`} dir="auto">${file.name}</a>
          (${describeSize(file.size, language)})<br />
          <small><code>SHA-256 ${file.sha256}</code></small>
        </li>`,
    )}
  </ul>`;
}
