import type { Receipt } from '@cmto/contract';
import { printCopy } from '../../element/print-copy.ts';
import type { FormController } from '../form-controller.ts';
import type { Finish } from './finish.ts';
import { offerHere } from './offer-here.ts';
import { receiptAddress } from './receipt-link.ts';

const looks = `
  body { margin: 0; font: 12pt/1.5 system-ui, sans-serif; }
  h1 { font-size: 18pt; line-height: 1.2; }
  dd { margin: 0; }
  code { font: 14pt ui-monospace, monospace; }
  code span { display: inline-block; margin-inline-end: 0.5em; }
  .address { overflow-wrap: anywhere; }
`;

/** The receipt without what can be pressed, under the survey's title and above the receipt's own address. */
const fill = (page: Document, survey: FormController, shown: Element, receipt: Receipt): void => {
  const { language } = survey;
  const text = language.text(survey.survey!);
  const title = page.createElement('h1');
  title.textContent = text.words(survey.survey!.title);
  const address = page.createElement('p');
  address.className = 'address';
  address.textContent = receiptAddress(receipt, language.code);
  const copy = page.importNode(shown, true);
  for (const control of copy.querySelectorAll('.actions, button, iframe')) control.remove();
  page.title = title.textContent;
  page.documentElement.lang = language.code;
  page.documentElement.dir = language.direction;
  page.body.append(title, copy, address);
};

/** Prints the receipt and nothing of the page around it. */
export const printReceipt = (finish: Finish, receipt: Receipt): void => {
  const { survey } = finish;
  const shown = survey.host.renderRoot.querySelector('.receipt')!;
  printCopy(shown, survey.language.t('form.print'), looks, (page) => fill(page, survey, shown, receipt));
  offerHere(finish, 'receipt', 'allow-modals');
};
