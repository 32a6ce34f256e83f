import type { ReceiptTag } from '../receipt-tag.ts';
import { maySend } from '../model/may-send.ts';
import { ConfirmController, type ConfirmHost } from './confirm-controller.ts';

/** The code that confirms an address, where its request is followed. Another receipt needs another one. */
export const confirmOnStatus = (tag: ReceiptTag): ConfirmController => {
  const { code, services, base } = tag.receipt;
  const isOpen = (): boolean => tag.isConnected && tag.receipt.code === code;
  const host: ConfirmHost = {
    platform: services!.platform,
    get t() {
      return tag.t;
    },
    get language() {
      return tag.language;
    },
    get open() {
      const { phase } = tag;
      if (!isOpen() || phase.name !== 'shown' || phase.status.kind !== 'request') return undefined;
      return maySend('confirm', phase.status.state) ? phase.status : undefined;
    },
    client: async () => (await services!.delivery()).client(base!),
    announce(words) {
      if (isOpen()) tag.announce(words);
    },
    changed(place) {
      if (!isOpen()) return;
      if (place === 'done') tag.announce(tag.t('confirm.done'), true);
      tag.requestUpdate();
      if (!place) return;
      // The box is gone once the code was right: how the request stands is what comes next.
      const selector = place === 'done' ? '[data-heading]' : '#confirm';
      void tag.updateComplete.then(() => tag.renderRoot.querySelector<HTMLElement>(selector)?.focus());
    },
    bringNumber: async () => {
      if (isOpen()) await tag.receipt.refresh();
    },
  };
  const confirm = new ConfirmController(host);
  confirm.mayResend = true;
  return confirm;
};
