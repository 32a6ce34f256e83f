import { localize, type LocalizedText } from '@cmto/contract';
import { toldSilence } from '@cmto/contract/rules/silence';
import type { Fact, Letter } from './letter.ts';
import { instantText, lastDayText, letterLanguage, wordsOf, type LetterLanguage } from './letter-language.ts';
import type { LetterData, LetterOrder, Template } from './letter-order.ts';
import type { Key, Words } from './locales/it.ts';
import type { RequestFacts } from './request-facts.ts';

/** What a template says: sentences, and which facts stand below them. */
type Content = readonly [paragraphs: readonly Key[], facts: readonly (Fact | undefined)[]];

interface Desk {
  readonly language: LetterLanguage;
  readonly words: Words;
  readonly facts: RequestFacts;
}

/** Writes a letter about a request as it stands. */
export function writeLetter(order: Pick<LetterOrder, 'template' | 'data' | 'language'>, facts: RequestFacts): Letter {
  const language = letterLanguage(order.language);
  const words = wordsOf(language);
  const desk: Desk = { language, words, facts };
  const write = writers[order.template] as (data: LetterOrder['data'], desk: Desk) => Content;
  const [paragraphs, told] = write(order.data, desk);
  return {
    language,
    subject: words[`subject.${order.template}`].replace('{number}', registrationText(facts)).trim(),
    paragraphs: [words['greeting.person'], ...paragraphs.map((key) => words[key])],
    facts: told.filter((fact) => fact !== undefined),
    ...(order.template in withoutLink || !facts.register ? {} : { link: { term: words.link, value: facts.url } }),
    footer: words.footer,
  };
}

/**
 * The code's letter goes to an address that nobody has confirmed, and the office's to people who have their own way in:
 * neither carries the address of the receipt, which opens it. Nor does any other before the request is registered.
 */
const withoutLink: Partial<Record<Template, true>> = { code: true, escalation: true };

const writers: { readonly [T in Template]: (data: LetterData[T], desk: Desk) => Content } = {
  receipt: (_data, desk) => [
    [
      'receipt.arrived',
      desk.facts.isFormal ? 'receipt.formal' : 'receipt.informal',
      'receipt.provisional',
      'receipt.keep',
    ],
    [...subjectOf(desk), ...procedureOf(desk)],
  ],
  code: ({ code }, { words }) => [['code.arrived', 'code.ignore'], [{ term: words['fact.code'], value: code }]],
  state: ({ event, resumed }, desk) => [
    [`state.${event}`, ...(resumed ? (['state.resumed'] as const) : [])],
    [...subjectOf(desk), deadlineOf(desk)],
  ],
  asked: ({ dueAt }, desk) => [
    // The clock stands still once only.
    desk.facts.procedure.suspendedAt === undefined ? ['asked.what'] : ['asked.what', 'asked.suspended'],
    [
      ...subjectOf(desk),
      dueAt === undefined ? undefined : { term: desk.words['fact.due'], value: lastDayText(dueAt, desk.language) },
    ],
  ],
  message: (_data, desk) => [['message.what'], subjectOf(desk)],
  closed: (_data, desk) => {
    const { outcome } = desk.facts;
    const told = outcome && { term: desk.words['fact.outcome'], value: desk.words[`outcome.${outcome.kind}`] };
    return [['closed.what'], [...subjectOf(desk), told]];
  },
  escalation: ({ level, deadline }, desk) => [
    [`escalation.${level}`],
    [
      ...subjectOf(desk),
      unitOf(desk),
      { term: desk.words['fact.deadline'], value: lastDayText(deadline, desk.language) },
    ],
  ],
};

const subjectOf = (desk: Desk): (Fact | undefined)[] => {
  const { words, facts, language } = desk;
  return [
    { term: words['fact.service'], value: inWords(facts.title, desk) },
    facts.register && { term: words['fact.number'], value: registrationText(facts) },
    { term: words['fact.received'], value: instantText(facts.receivedAt, language) },
  ];
};

function procedureOf(desk: Desk): (Fact | undefined)[] {
  const { words, facts } = desk;
  const { officer, contacts, silence } = facts.procedure;
  const reached = [contacts.email, contacts.pec && `PEC ${contacts.pec}`, contacts.phone].filter(Boolean);
  return [
    unitOf(desk),
    officer === undefined ? undefined : { term: words['fact.officer'], value: officer },
    reached.length > 0 ? { term: words['fact.contacts'], value: reached.join(' · ') } : undefined,
    deadlineOf(desk),
    { term: words['fact.silence'], value: words[`silence.${toldSilence(silence, facts.isFormal)}`] },
  ];
}

const unitOf = (desk: Desk): Fact => ({
  term: desk.words['fact.unit'],
  value: inWords(desk.facts.procedure.unit, desk),
});

const deadlineOf = ({ words, facts, language }: Desk): Fact | undefined =>
  facts.procedure.deadline === undefined
    ? undefined
    : { term: words['fact.deadline'], value: lastDayText(facts.procedure.deadline, language) };

const inWords = (text: LocalizedText, { language, facts }: Desk): string =>
  localize(text, language, [facts.language]).text;

/** As people read a registration aloud: register, year, number. Nothing where there is none yet. */
const registrationText = ({ register }: RequestFacts): string =>
  register ? `${register.code}-${register.year}/${register.number}` : '';
