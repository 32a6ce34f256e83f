import type { FormController } from '@cmto/core/form-tag/form-controller';
import { adoptStyles } from '@cmto/core/styles/adopt-styles';
import type { Consultation } from '@cmto/contract';
import { PublishedController } from './published-controller.ts';
import { publishedStyles } from './published.styles.ts';
import { renderPublished, renderPublishedBySection } from './views/published-view.ts';

/** What was published, as a tag with a form shows it below. */
export interface PublishedOnForm {
  /** Follows the tag: the consultation and the service that it shows now, or none while it is not on the page. */
  follow(consultation: Consultation): void;
  leave(): void;
  render(): unknown;
}

/** Brings the words, and shows what is published in this tag. */
export const publishedOn = async (form: FormController): Promise<PublishedOnForm> => {
  const { host, kind, language } = form;
  adoptStyles(host.renderRoot, publishedStyles);
  const published = await PublishedController.begin({
    get isConnected() {
      return host.isConnected;
    },
    get renderRoot() {
      return host.renderRoot;
    },
    get updateComplete() {
      return host.updateComplete;
    },
    get sharedDevice() {
      return host.sharedDevice;
    },
    get level() {
      return host.headingLevel + 1;
    },
    catalogs: kind.catalogs,
    words: language,
    requestUpdate: () => host.requestUpdate(),
    announce: (words) => form.announce(words),
  });
  return {
    follow: (consultation) => {
      if (form.services && form.base) void published.show(form.services, form.base, consultation);
    },
    leave: () => published.leave(),
    render: () => {
      // Not on the page yet, or no service is known.
      if (!published.isShowing) return undefined;
      return published.consultation.kind === 'document'
        ? renderPublishedBySection(published)
        : renderPublished(published);
    },
  };
};
