// Loaded before a real server (`NODE_OPTIONS=--import`) by the tests of `pnpm faults`: it says that an answer is stored,
// and stores it a moment later.
import { SubmissionWriter } from '../../src/intake/submission-writer.ts';

const write = SubmissionWriter.prototype.write;
const moment = 300;

SubmissionWriter.prototype.write = function (row) {
  // What ends the server, or its database, in this moment ends the answer.
  setTimeout(() => void write.call(this, row).catch(() => undefined), moment);
  return Promise.resolve(undefined);
};
