import { registrationText } from '../../register/entry.ts';
import { romeClock } from '../../time/rome-clock.ts';
import { romeDate } from '../../time/rome-date.ts';
import type { Consignment, ReadingCopy } from '../adapter.ts';
import { it } from '../locales/it.ts';

/** What a protocol office reads: nothing of the person in the subject, everything a registration needs in the text. */
export function pecMessage(consignment: Consignment, copy?: ReadingCopy): { subject: string; text: string } {
  const { task, register, files } = consignment;
  const { registration, correspondent, direction, key, request } = task;
  const number = registrationText({ ...registration, number: Number(registration.number) });
  const linked = linkedText(consignment);
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
      ...(copy ? [`${it.copy}: ${copy.name}`] : []),
      `${it.next.replace('{key}', key)}\n${it.again}`,
    ].join('\n\n'),
  };
}

/** The registration that it belongs to: by its official number, or by ours until it has one. */
export function linkedText({ linkedTo, task }: Pick<Consignment, 'linkedTo' | 'task'>): string | undefined {
  if (linkedTo) return `${linkedTo.register} ${linkedTo.number}, ${linkedTo.date}`;
  return task.linkedTo && registrationText({ ...task.linkedTo, code: task.registration.code });
}

/** What somebody typed stays on its line, and cannot pass for another one. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
