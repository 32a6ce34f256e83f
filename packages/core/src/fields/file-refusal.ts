import { isAccepted } from '@cmto/contract/rules/attachments';
import { endsOf, headLength, isWhatItSays, tailLength } from '@cmto/contract/rules/files/file-content';
import { isNamedAsTyped, mediaTypeOf } from '@cmto/contract/rules/files/file-kinds';
import { limits } from '@cmto/contract/rules/limits';
import type { FileContext } from './file-box.ts';

/** Words for why a file was not taken, by the code of the error; any other reason is the connection's. */
const reasons: Readonly<Record<string, string>> = {
  'request.unsupported-type': 'field.file-content',
  'attachment.infected': 'field.file-infected',
  'attachment.mismatch': 'field.file-damaged',
  'attachment.too-large': 'field.file-too-large',
  'file.unreadable': 'field.file-unreadable',
  'storage.failed': 'field.file-no-room',
};

export const reasonFor = ({ t }: FileContext, code: string): string =>
  t((Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? 'field.file-failed');

/** Errors after which the same file, chosen again as it is, would meet the same answer. */
export const isFinal = (code: string): boolean =>
  ['request.unsupported-type', 'attachment.infected', 'attachment.too-large'].includes(code);

/** Why a file cannot be taken, in words, by what its name and size tell; `others`: files of the field so far. */
export const refusalOf = ({ field, t }: FileContext, file: File, others: number): string | undefined => {
  const max = field.maxFiles ?? limits.files;
  if (others >= max) return t('field.file-too-many', { n: max });
  if (file.size > (field.maxBytes ?? limits.fileBytes)) return t('field.file-too-large');
  const type = mediaTypeOf(file.name, file.type);
  const accept = field.accept ?? [];
  return isAccepted(accept, file.name, type) && isNamedAsTyped(file.name, type) ? undefined : t('field.file-type');
};

/** Whether its bytes are of the type that it will be sent under: told before it is sent, also without a network. */
export const isGenuine = async (file: File): Promise<boolean> => {
  const read = async (start: number, end: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(start, end).arrayBuffer());
  const head = await read(0, headLength);
  const { tail } = endsOf(await read(Math.max(0, file.size - tailLength), file.size));
  return isWhatItSays(mediaTypeOf(file.name, file.type), { head, tail });
};
