import { fileURLToPath } from 'node:url';

/** A command for `CMTO_SCAN_COMMAND` that answers as virus scanners do. In quotes: the project may lie in a folder with a space in its name. */
export const testScanner = `"${process.execPath}" "${fileURLToPath(new URL('scanner.ts', import.meta.url))}"`;
