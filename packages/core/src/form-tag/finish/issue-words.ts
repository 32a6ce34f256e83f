import type { Field, LocalizedText } from '@cmto/contract';
import type { FormSession } from '../../form/form-session.ts';
import { issueParameters } from '../../locales/issue-catalog.ts';
import type { ShownIssue } from '../../submission/refused.ts';

/** The field at a path: `ruolo`, or `referenti/0/nome` in a row of a group. */
export const fieldAt = (session: FormSession, path: string): Field | undefined => {
  const [id, , nested] = path.split('/');
  const field = session.state.field(id!);
  return nested && field?.type === 'group' ? field.fields.find((each) => each.id === nested) : field;
};

/** The words for an issue: the field's own, where the editor wrote some, else the kit's. */
export const wordsOf = (session: FormSession, path: string, issue: Pick<ShownIssue, 'code' | 'params'>): string => {
  const field = fieldAt(session, path);
  const messages =
    field && 'messages' in field ? (field.messages as Record<string, LocalizedText> | undefined) : undefined;
  const own = messages && Object.hasOwn(messages, issue.code) ? messages[issue.code] : undefined;
  return own === undefined ? session.t(issue.code, issueParameters(issue.params)) : session.text.words(own);
};
