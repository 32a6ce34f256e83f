import type { EscalationLevel, RequestMessage, TimelineEntry } from '@cmto/contract';
import { it } from '../locales/it.ts';
import type { ReceiptFacts } from '../receipt-facts.ts';
import { instantText, numberText, officialText } from './in-words.ts';
import { fileList } from './registered-parts.ts';
import { open, styles } from './sections.ts';
import type { Part, TaggedPages } from './tagged-page.ts';

/** What the rest of the receipt tells. */
const told: readonly TimelineEntry['event'][] = ['received', 'confirmed', 'registered'];

/** What has happened since the registration, each with its day and time: none of it is part of what was registered then. */
export function laterPart(pages: TaggedPages, facts: ReceiptFacts, asOf: string): void {
  const later = facts.timeline.filter(({ event }) => !told.includes(event));
  const group = open(pages, it['section.later']);
  const words = later.length === 0 ? it['later.none'] : it['later.about'];
  pages.text('P', words.replace('{when}', instantText(asOf)), styles.body, group);
  for (const entry of later) happening(pages, group, facts, entry);
}

function happening(pages: TaggedPages, group: Part, facts: ReceiptFacts, entry: TimelineEntry): void {
  const { at, event, note, register, official } = entry;
  const message = event === 'official-number' ? undefined : messageOf(facts, register);
  pages.text('H3', `${eventText(facts, event)}, ${instantText(at)}`, styles.subheading, group);
  if (register) pages.text('P', registerText(entry), styles.value, group);
  const number = official ?? message?.official;
  if (number) pages.text('P', `${it['fact.official']}: ${officialText(number)}`, styles.body, group);
  const words =
    event === 'escalated' ? escalatedText(note) : (note ?? (event === 'annulled' ? undefined : message?.text));
  if (words) pages.text('P', words, styles.body, group);
  if (event !== 'annulled' && message && message.attachments.length > 0) fileList(pages, message.attachments, group);
}

const eventText = ({ outcome }: ReceiptFacts, event: TimelineEntry['event']): string =>
  event === 'closed' && outcome ? `${it['event.closed']}: ${it[`outcome.${outcome.kind}`]}` : it[`event.${event}`];

/** Its number in the internal register; what was annulled says so wherever it is named (DPR 445/2000 art. 54). */
const registerText = ({ event, register }: TimelineEntry): string =>
  event !== 'annulled' && register!.status === 'annulled'
    ? `${numberText(register!)} · ${it.annulled}`
    : numberText(register!);

/** The message that was registered under this number. */
const messageOf = ({ messages }: ReceiptFacts, register: TimelineEntry['register']): RequestMessage | undefined =>
  register && messages.find((message) => message.register && numberText(message.register) === numberText(register));

const escalatedText = (level: string | undefined): string | undefined =>
  level && it[`escalated.${level as EscalationLevel}`];
