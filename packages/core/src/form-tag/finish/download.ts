import { answersAsText } from './answers-as-text.ts';
import type { Finish } from './finish.ts';
import { offerHere } from './offer-here.ts';

/** Hands the person a copy of their own answers as plain text, in the page where a frame may keep it; nothing leaves the device. */
export const downloadAnswers = (finish: Finish): void => {
  const { survey } = finish;
  const url = URL.createObjectURL(new Blob(['\u{FEFF}', answersAsText(finish)], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${survey.survey!.slug}-${survey.language.t('form.download-name')}.txt`;
  link.click();
  offerHere(finish, 'copy', 'allow-downloads');
  survey.services!.platform.setTimer(() => URL.revokeObjectURL(url), 60_000);
};
