import { registrationText } from '../../register/entry.ts';
import { romeClock } from '../../time/rome-clock.ts';
import { romeDate } from '../../time/rome-date.ts';
import type { Consignment } from '../adapter.ts';
import { it } from '../locales/it.ts';

/** What a protocol office reads: nothing of the person in the subject, everything a registration needs in the text. */
export function pecMessage({ task, register, files, linkedTo }: Consignment): { subject: string; text: string } {
  const { registration, correspondent, direction, key, request } = task;
  const number = registrationText({ ...registration, number: Number(registration.number) });
  const linked = linkedTo ? `${linkedTo.register} ${linkedTo.number}, ${linkedTo.date}` : linkText(task);
  const lines: [string, string | undefined][] = [
    [it.internal, number],
    [it.at, `${romeDate(registration.at)} ${romeClock(registration.at)}`],
    [direction === 'out' ? it.recipient : it.sender, correspondent.name],
    [it.taxCode, correspondent.taxCode],
    [it.about, task.subject],
    [it.linked, linked],
    [it.register, register.registerCode],
    [it.office, register.office],
    [it.classification, register.classification],
    [it.folder, register.folder],
    [it.key, key],
  ];
  const subject =
    direction === 'out' ? it['subject.outgoing'] : key === request ? it['subject.register'] : it['subject.add'];
  return {
    subject: subject.replace('{number}', number).replace('{linked}', linked ?? ''),
    text: [
      it.intro,
      lines.flatMap(([term, value]) => (value ? [`${term}: ${oneLine(value)}`] : [])).join('\n'),
      `${it.files}:\n${files.map(({ name, sha256 }) => `${oneLine(name)}  ${sha256}`).join('\n')}`,
      `${it.next.replace('{key}', key)}\n${it.again}`,
    ].join('\n\n'),
  };
}

const linkText = ({ registration, linkedTo }: Consignment['task']): string | undefined =>
  linkedTo && registrationText({ ...linkedTo, code: registration.code });

/** What somebody typed stays on its line, and cannot pass for another one. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
