import type { FieldOf } from '../schemas/field.ts';
import type { Form } from '../schemas/form.ts';
import type { Answers, Attachment } from '../schemas/submission.ts';
import { isNamedAsTyped } from './files/file-kinds.ts';
import { indexOf } from './form-index.ts';
import type { Issue, IssueCode, IssueParams } from './issue.ts';
import { limits } from './limits.ts';
import { isRecord, own } from './own.ts';

interface NamedFile {
  readonly file: FieldOf<'file'>;
  /** Id of the top-level field: the group, for a file in a row. */
  readonly top: string;
  readonly sha256: unknown;
  readonly pointer: string;
}

const filesIn = (file: FieldOf<'file'>, top: string, value: unknown, pointer: string): NamedFile[] =>
  Array.isArray(value) ? value.map((sha256, at) => ({ file, top, sha256, pointer: `${pointer}/${at}` })) : [];

const namedFiles = (form: Form, answers: Answers): NamedFile[] => {
  const found: NamedFile[] = [];
  for (const { id, field } of indexOf(form).fields.values()) {
    const value = own(answers, id);
    if (field.type === 'file') found.push(...filesIn(field, id, value, `/${id}`));
    if (field.type !== 'group' || !Array.isArray(value)) continue;
    for (const inner of field.fields) {
      if (inner.type !== 'file') continue;
      value.forEach((row, at) => {
        if (isRecord(row)) found.push(...filesIn(inner, id, own(row, inner.id), `/${id}/${at}/${inner.id}`));
      });
    }
  }
  return found;
};

/** Whether a file is of one of the kinds a field accepts: `.pdf`, `image/png`, `image/*`; none named, all are. */
export const isAccepted = (accept: readonly string[], name: string, type: string): boolean => {
  const [file, media] = [name.toLowerCase(), type.toLowerCase()];
  return (
    accept.length === 0 ||
    accept.some((raw) => {
      const kind = raw.trim().toLowerCase();
      if (kind.startsWith('.')) return file.endsWith(kind);
      return kind.endsWith('/*') ? media.startsWith(kind.slice(0, -1)) : media === kind;
    })
  );
};

const checkOne = (
  named: NamedFile,
  attachment: Attachment,
  report: (code: IssueCode, params: IssueParams) => void,
): void => {
  const { name, size, type } = attachment;
  const max = own(named.file, 'maxBytes') ?? limits.fileBytes;
  const accept = own(named.file, 'accept') ?? [];
  if (size > max) report('answer.file-size', { max, size, name });
  if (!isAccepted(accept, name, type) || !isNamedAsTyped(name, type)) {
    report('answer.file-type', { accept: accept.join(', '), name });
  }
};

/**
 * Judges the attachments of a submission against the answers: each file field names exactly its attachments, each is
 * small enough, of an accepted kind and named as such, and all together are not too many bytes. An attachment's `field` is the id of the file field, in a group too.
 * Pointers point into the answers, as in every issue.
 */
export const checkAttachments = (form: Form, answers: Answers, attachments: readonly Attachment[]): Issue[] => {
  const issues: Issue[] = [];
  let bytes = 0;
  const byFile = new Map(attachments.map((attachment) => [`${attachment.field} ${attachment.sha256}`, attachment]));
  const unnamed = new Set(byFile.keys());
  for (const named of namedFiles(form, answers)) {
    // Anything may stand here: `String` of an object with its own `toString` would throw.
    const key = `${named.file.id} ${typeof named.sha256 === 'string' ? named.sha256 : ''}`;
    const attachment = byFile.get(key);
    unnamed.delete(key);
    const report = (code: IssueCode, params: IssueParams): void => {
      issues.push({ pointer: named.pointer, field: named.top, code, params });
    };
    if (!attachment) {
      report('answer.file-missing', {});
      continue;
    }
    checkOne(named, attachment, report);
    bytes += attachment.size;
    if (bytes > limits.submissionBytes) report('answer.files-size', { max: limits.submissionBytes });
  }
  for (const key of unnamed) {
    const { field, name } = byFile.get(key)!;
    issues.push({ pointer: `/${field}`, field, code: 'answer.file-missing', params: { name } });
  }
  return issues.slice(0, limits.issues);
};
