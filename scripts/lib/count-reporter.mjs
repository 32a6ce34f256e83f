import { relative } from 'node:path';

/**
 * A reporter for Node's test runner that writes `{passed, failed, skipped, failures}` as JSON, a failure being the file,
 * the test's name and the error's message. Suites are not counted, only tests; a file in which no test ran shows up as a test named by its
 * path and counts as a failure.
 */
export default async function* countReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const fail = ({ file, name, details }) => {
    const { message = '', cause } = details?.error ?? {};
    counts.failed += 1;
    counts.failures.push({ file: relative(process.cwd(), file ?? name), name, why: cause?.message ?? message });
  };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') {
      // A suite fails by itself only when its body or a hook threw; its tests are counted on their own.
      if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') fail(data);
    } else if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:fail') {
      if (data.details?.error?.failureType !== 'subtestsFailed') fail(data);
    } else if (data.name === data.file) fail(data);
    else counts.passed += 1;
  }
  yield JSON.stringify(counts);
}
