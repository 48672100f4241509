/** A reporter of node:test: what failed, and at last the plain line `N passed, N failed`. */
export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  const open = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') open.length = data.nesting;
    if (type === 'test:start') open[data.nesting] = data.name;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.skip !== undefined && data.skip !== false) {
      yield `- ${open.slice(0, data.nesting).concat(data.name).join(' › ')}: skipped, ${data.skip === true ? 'no reason given' : data.skip}\n`;
      continue;
    }
    if (type === 'test:pass') {
      if (data.details.type !== 'suite') passed += 1;
      continue;
    }
    // A suite fails with its tests, which are counted; with a hook of its own it fails alone.
    const { error } = data.details;
    if (error?.failureType === 'subtestsFailed') continue;
    failed += 1;
    const cause = error?.cause ?? error;
    yield `✖ ${open.slice(0, data.nesting).concat(data.name).join(' › ')}\n  ${String(cause?.stack ?? cause).replaceAll('\n', '\n  ')}\n`;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
