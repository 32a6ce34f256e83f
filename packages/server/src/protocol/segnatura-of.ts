import type { OfficialNumber } from '@cmto/contract';
import type { Consignment } from './adapter.ts';
import { it } from './locales/it.ts';
import { segnatura } from './segnatura.ts';

/**
 * The segnatura of an answer that has its official number. Undefined: it is nothing that goes out, or the department's
 * codes are not known, without which there is none.
 */
export function segnaturaOf({ task, register, files }: Consignment, official: OfficialNumber): string | undefined {
  const { administration, area, office, classification, folder } = register;
  if (task.direction !== 'out' || !administration || !area || !classification) return undefined;
  return segnatura({
    sender: { name: it.institution, code: administration, area, office },
    official,
    subject: task.subject,
    classification,
    folder,
    recipients: [task.correspondent],
    files,
  });
}
