/** Put into every bundled test file: each starts in the same window, and errors that nobody looks at fail the test. */
import { emulateMedia, resetMouse, setViewport } from '@web/test-runner-commands';
import { isExpected, noteError, settleErrors } from './errors.js';

const report = console.error.bind(console);
/** The test runner's own remark on a rejection, which is noted below. */
const remark = 'An error was thrown in a Promise outside a test.';
console.error = (...values: unknown[]) => {
  if (String(values[0]).startsWith(remark)) return;
  noteError(...values);
  if (!values.some(isExpected)) report(...values);
};
window.addEventListener('unhandledrejection', (event) => {
  noteError(event.reason);
  event.preventDefault();
});
// Mocha fails the test on an uncaught error by window.onerror, which comes after this listener.
window.addEventListener('error', (event) => {
  if (!isExpected(event.error ?? event.message)) return;
  noteError(event.error ?? event.message);
  event.preventDefault();
  event.stopImmediatePropagation();
});

/** A rejection is announced by a task that is queued only when the microtasks of the present one are done. */
const rejectionsAnnounced = async () => {
  for (let task = 0; task < 2; task++) await new Promise((done) => setTimeout(done));
};

before(async () => {
  // The page is the one of the test file before.
  await setViewport({ width: 1280, height: 800 });
  await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
});
// An error thrown in a hook would end the whole file, so the test's own function is wrapped.
beforeEach(function () {
  const test = this.currentTest;
  const run = test?.fn;
  if (!test || !run) return;
  test.fn = async function (this: Mocha.Context) {
    await (run.length > 0
      ? new Promise<void>((done, fail) => run.call(this, (error?: unknown) => (error ? fail(error) : done())))
      : run.call(this, () => {}));
    await rejectionsAnnounced();
    settleErrors();
  };
});
afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  await resetMouse();
  try {
    settleErrors();
  } catch {
    // Reported by the test itself; the next one starts clean.
  }
});
after(() => resetMouse());
