const seen: string[] = [];
const expected: RegExp[] = [];

const text = (value: unknown): string => (value instanceof Error ? (value.stack ?? value.message) : String(value));

/**
 * Says that the running test makes an error of this kind: a console.error, an uncaught error or an unhandled rejection.
 * The test fails if it does not. Any other error fails the test (strict.ts).
 */
export function expectError(pattern: RegExp): void {
  expected.push(pattern);
}

export function noteError(...values: unknown[]): void {
  seen.push(values.map(text).join(' '));
}

export function isExpected(value: unknown): boolean {
  return expected.some((pattern) => pattern.test(text(value)));
}

/** Ends one test: throws what went wrong unnoticed in it. */
export function settleErrors(): void {
  const surprises = seen.filter((message) => !isExpected(message));
  const missing = expected.filter((pattern) => !seen.some((message) => pattern.test(message)));
  seen.length = 0;
  expected.length = 0;
  if (surprises.length > 0) throw new Error(`Errors during the test:\n${surprises.join('\n')}`);
  if (missing.length > 0) throw new Error(`Expected errors did not come: ${missing.join(', ')}`);
}
