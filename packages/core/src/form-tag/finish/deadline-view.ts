import type { Finish } from './finish.ts';
import { formatDeadline } from './when.ts';

/** Until when answers are taken. */
export const renderDeadline = ({ survey }: Finish, closesAt: string): string => {
  const { t, code } = survey.language;
  return `${t('form.closes', { when: formatDeadline(closesAt, code, t) })}.`;
};
