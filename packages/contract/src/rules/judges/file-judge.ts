import type { FieldOf } from '../../schemas/field.ts';
import { limits } from '../limits.ts';
import { own } from '../own.ts';
import { judgeRepeats } from './choice-judges.ts';
import type { Judge } from './judge.ts';

/** Hashes of files; their sizes and types are judged with the attachments. */
export const judgeFile = (field: FieldOf<'file'>): Judge => {
  const max = own(field, 'maxFiles') ?? limits.files;
  return (value, report) => {
    if (!Array.isArray(value)) return report('answer.shape');
    const files = value.length;
    if (files > max) return report('answer.max-files', { max, files, excess: files - max });
    value.forEach((hash, at) => {
      if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) report('answer.shape', {}, `/${at}`);
    });
    judgeRepeats(value, report);
  };
};
