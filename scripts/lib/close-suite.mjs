import { writeFileSync } from 'node:fs';
import { closingLine, worthALook } from './counts.mjs';

/**
 * Ends one suite's script: leaves its counts for the script that asked for them (`CMTO_SUM_FILE`), else says them
 * itself. Exits non-zero on any failure and when nothing ran.
 */
export function closeSuite(name, counts) {
  const { CMTO_SUM_FILE } = process.env;
  if (CMTO_SUM_FILE) writeFileSync(CMTO_SUM_FILE, JSON.stringify(counts));
  else console.log(['', ...worthALook(counts), `${name}: ${closingLine(counts)}`].join('\n'));
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}
