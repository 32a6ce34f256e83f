import { getReceipt } from '@cmto/core/api/receipts';
import type { Finish } from '@cmto/core/form-tag/finish/finish';
import type { ConfirmHost } from './confirm-controller.ts';

/** The receipt of the form, as the code that confirms an address needs it. */
export const confirmOnForm = (finish: Finish, changed: ConfirmHost['changed']): ConfirmHost => {
  const { survey, drafts } = finish;
  return {
    platform: survey.services!.platform,
    get t() {
      return survey.language.t;
    },
    get language() {
      return survey.language.code;
    },
    get open() {
      const receipt = survey.phase.name === 'submitted' ? survey.phase.receipt : drafts.delivered?.receipt;
      return receipt && !receipt.register ? receipt : undefined;
    },
    client: () => finish.client(),
    announce: (words) => survey.announce(words),
    changed,
    // On the page and on the device.
    async bringNumber(receipt) {
      const signal = AbortSignal.timeout(20_000);
      const { register } = await getReceipt(await finish.client(), receipt.receiptCode, signal);
      if (!register) return;
      const numbered = { ...receipt, register };
      const stored = await drafts.store?.update(receipt.id, (now) =>
        now?.receipt ? { ...now, receipt: numbered } : undefined,
      );
      if (drafts.delivered?.id === receipt.id) drafts.delivered = { ...drafts.delivered, ...stored, receipt: numbered };
      if (survey.phase.name === 'submitted') survey.enter({ name: 'submitted', receipt: numbered });
      else changed();
    },
  };
};
