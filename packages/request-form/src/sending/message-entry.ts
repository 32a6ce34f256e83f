import type { SentMessage } from '@cmto/contract';
import { type Entry, entryLookup } from '@cmto/core/storage/entry';
import { pathOf, textField } from '../model/addition.ts';

export type MessageKind = SentMessage['kind'];

/** What may wait on the device; a code, or asking for one, is worth something only now. */
export type OutgoingKind = Exclude<MessageKind, 'confirm' | 'resend-code'>;

/** What a person sends to the receipt that is open. */
export interface OutgoingMessage {
  readonly kind: OutgoingKind;
  readonly text?: string | undefined;
  /** What it was written in: it keeps its key and its files. */
  readonly draft?: Entry | undefined;
}

/** Where a message goes, and how it is kept until it is there. */
export interface MessageFrame {
  /** The key, unless it was written in a draft, which has its own. */
  readonly id: string;
  readonly api: string;
  /** Of the receipt. */
  readonly code: string;
  readonly language: string;
  /** The name under which the panel of what is kept here shows it. */
  readonly title: string;
  /** Device clock, milliseconds. */
  readonly savedAt: number;
  readonly page: string | undefined;
}

/** Under which what is sent to a receipt is found. */
export const messageLookup = (api: string, code: string): string => entryLookup(api, 'message', code, '');

const toMessage = ({ kind, text, draft }: OutgoingMessage, language: string): SentMessage => {
  const attachments = draft?.attachments.map(({ field: _, ...rest }) => rest) ?? [];
  return { kind, language, ...(text ? { text } : {}), ...(attachments.length > 0 ? { attachments } : {}) };
};

/** A message as it is handed over. */
export const toMessageEntry = (outgoing: OutgoingMessage, frame: MessageFrame): Entry => {
  const { text, draft } = outgoing;
  const { id, api, code, language, title, savedAt, page } = frame;
  return {
    id,
    api,
    path: pathOf(code),
    formVersion: 1,
    attachments: [],
    uploaded: [],
    formPage: undefined,
    setAside: [],
    page,
    ...draft,
    state: 'draft',
    lookup: messageLookup(api, code),
    language,
    // As its copy has it.
    answers: text ? { [textField]: text } : {},
    savedAt,
    title,
    message: toMessage(outgoing, language),
  };
};
