// Loaded before a real server, as `acknowledges-first.ts` is: it stores whatever comes, as one without a unique key does.
import { randomUUID } from 'node:crypto';
import { SubmissionWriter } from '../../src/intake/submission-writer.ts';

const write = SubmissionWriter.prototype.write;

SubmissionWriter.prototype.write = function (row) {
  return write.call(this, { ...row, id: randomUUID(), receipt_hash: randomUUID() });
};
