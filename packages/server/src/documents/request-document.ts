import { hash } from 'node:crypto';
import {
  canonicalJson,
  type Answers,
  type AnswerValue,
  type Attachment,
  type MessageAttachment,
  type Submission,
} from '@cmto/contract';
import { describeAnswers, type DescribeOptions } from './describe-answers.ts';
import { it } from './locales/it.ts';

/** What is registered of a request: everything that was sent, in values and in Italian words. */
export interface RequestDocument {
  readonly kind: 'request';
  /** Of this description, raised when what is in it changes. */
  readonly format: 1;
  readonly id: string;
  readonly department: string;
  readonly slug: string;
  readonly formVersion: number;
  readonly title: string;
  readonly subject: string;
  /** The language it was filled in in. */
  readonly language: string;
  /** What is known of who sent it: `none`, `email`, `eid`. */
  readonly identity: string;
  /** Who signed in with SPID or CIE to send it, as the provider said: what makes it a formal request. */
  readonly signedIn?: { readonly givenName: string; readonly familyName: string; readonly taxCode: string };
  readonly isFormal: boolean;
  readonly receivedAt: string;
  readonly contentHash: string;
  readonly pages: readonly DocumentPage[];
  readonly attachments: readonly Attachment[];
}

export interface DocumentPage {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly DocumentAnswer[];
}

export interface DocumentAnswer {
  readonly field: string;
  readonly label: string;
  readonly words: string;
  readonly value: AnswerValue;
}

/** What is registered of a contribution: the same, with what of the document it is about. */
export interface ContributionDocument extends Omit<RequestDocument, 'kind' | 'isFormal' | 'signedIn'> {
  readonly kind: 'contribution';
  readonly target?: Submission['target'];
}

/** What is registered of a message on a request: what was added, asked, said or withdrawn. */
export interface MessageDocument {
  readonly kind: 'message';
  readonly format: 1;
  readonly id: string;
  /** The request's key. */
  readonly request: string;
  readonly from: 'office' | 'applicant';
  /** `addition`, `withdrawal`, `asked`, `message`, `outcome` … */
  readonly about: string;
  readonly at: string;
  readonly text?: string | undefined;
  readonly attachments: readonly MessageAttachment[];
}

/** A document with the bytes that the register keeps the hash of. */
export interface Sealed {
  /** RFC 8785 JSON. */
  readonly content: string;
  /** Of the content in UTF-8, hex. */
  readonly sha256: string;
}

export type RequestDocumentOptions = Omit<RequestDocument, 'kind' | 'format' | 'pages' | 'attachments'> &
  Pick<DescribeOptions, 'form' | 'answers' | 'languages' | 'municipalityName' | 'attachments'>;

/** `answers` and `attachments` as they were judged and stored. */
export function requestDocument(options: RequestDocumentOptions): RequestDocument {
  const { form, answers, languages, municipalityName, attachments, ...facts } = options;
  const described = describeAnswers({
    form,
    answers,
    attachments,
    languages,
    municipalityName,
    language: 'it',
    yes: it['answer.yes'],
    no: it['answer.no'],
  });
  return {
    kind: 'request',
    format: 1,
    ...facts,
    pages: described.map((page) => ({
      ...page,
      answers: page.answers.map((answer) => ({ ...answer, value: valueOf(answers, answer.field) })),
    })),
    attachments: attachments.map(({ field, sha256, name, type, size }) => ({ field, sha256, name, type, size })),
  };
}

const valueOf = (answers: Answers, field: string): AnswerValue => answers[field]!;

/** The same document is the same bytes, for ever: they are stored, and not made anew, since words may change. */
export function seal(document: RequestDocument | ContributionDocument | MessageDocument): Sealed {
  const content = canonicalJson(document);
  return { content, sha256: hash('sha256', content, 'hex') };
}
