import { localize } from '@cmto/contract';
import { DOMImplementation, XMLSerializer, type Element } from '@xmldom/xmldom';
import { shorten } from '../requests/model/applicant.ts';
import { toInstant } from '../surveys/definition.ts';
import type { PublishedConsultation } from '../surveys/published-survey.ts';
import { startOfRomeDay } from '../time/rome-day.ts';
import type { WholeContribution } from './contribution-table.ts';
import { withoutControls } from './without-controls.ts';
import { license } from './model/license.ts';

const namespace = 'http://www.w3.org/2005/Atom';
/** Readers ask again: what is older they have. */
const most = 100;

/** When an entry last changed: the day it came, or when it was answered. */
const changedAt = ({ row, answer }: WholeContribution): number =>
  Math.max(startOfRomeDay(row.received_at), answer?.at ?? 0);

/** The newest contributions as Atom (RFC 4287), all text as text. `address`: of the list that the feed is of. */
export function atomFeed(
  { slug, current: { definition } }: PublishedConsultation,
  contributions: readonly WholeContribution[],
  address: string,
): string {
  const newest = contributions.toSorted((one, other) => changedAt(other) - changedAt(one)).slice(0, most);
  const root = new DOMImplementation().createDocument(namespace, 'feed', null).documentElement!;
  add(root, 'id', `urn:cmto:consultation:${slug}`);
  add(root, 'title', localize(definition.title, definition.languages[0]!, definition.languages).text);
  add(root, 'updated', toInstant(newest[0] ? changedAt(newest[0]) : 0));
  link(root, 'self', `${address}?format=atom`);
  link(root, 'license', license.url);
  add(root, 'rights', `${license.name}, ${license.url}`);
  add(add(root, 'author'), 'name', 'Città metropolitana di Torino');
  for (const contribution of newest) addEntry(root, contribution, address);
  const xml = new XMLSerializer().serializeToString(root.ownerDocument!, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

function addEntry(root: Element, contribution: WholeContribution, address: string): void {
  const { row, parts, answer } = contribution;
  const entry = add(root, 'entry');
  add(entry, 'id', `urn:cmto:contribution:${row.public_id}`);
  add(entry, 'title', shorten(parts.title ?? parts.text, 120));
  add(entry, 'updated', toInstant(changedAt(contribution)));
  link(entry, 'alternate', address);
  if (row.section !== null) add(entry, 'category').setAttribute('term', row.section);
  const words = [parts.text, parts.proposal, answer && `${answer.outcome}: ${answer.text}`];
  add(entry, 'content', words.filter(Boolean).join('\n\n')).setAttribute('type', 'text');
}

function link(parent: Element, rel: string, href: string): void {
  const element = add(parent, 'link');
  element.setAttribute('rel', rel);
  element.setAttribute('href', href);
}

function add(parent: Element, name: string, text?: string): Element {
  const element = parent.ownerDocument!.createElementNS(namespace, name);
  if (text !== undefined) element.appendChild(parent.ownerDocument!.createTextNode(withoutControls(text)));
  return parent.appendChild(element) as Element;
}
