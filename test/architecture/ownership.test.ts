import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { everyNode, placeOf, type SourceFile, sourceFiles } from './source-files.js';

/** Calls that start something which has to be ended; a `Scope` makes them and ends them. */
const calls = new Set([
  'addEventListener',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'requestIdleCallback',
  'requestVideoFrameCallback',
]);
const constructions = new Set([
  'ResizeObserver',
  'IntersectionObserver',
  'MutationObserver',
  'PerformanceObserver',
  'Worker',
  'SharedWorker',
]);

/** The owner itself. */
const owner = 'src/base/scope.ts';
/** What starts workers, each with the signal that ends it, and how one speaks with them; reactions, which end what they wait for. */
const starters = /^src\/(media\/remote|reactive)\//;

const nameOf = (callee: ts.Expression): string =>
  ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';

function unowned(file: SourceFile): string[] {
  const found: string[] = [];
  everyNode(file, (node) => {
    if (ts.isCallExpression(node) && calls.has(nameOf(node.expression))) {
      found.push(`${placeOf(file, node)}: ${nameOf(node.expression)}`);
    }
    if (ts.isNewExpression(node) && constructions.has(nameOf(node.expression))) {
      found.push(`${placeOf(file, node)}: new ${nameOf(node.expression)}`);
    }
  });
  return found;
}

describe('ownership', () => {
  const files = sourceFiles('src');

  it('finds the calls where they belong', () => {
    const scope = files.filter(({ path }) => path === owner);
    assert.ok(scope.flatMap(unowned).length >= 4);
  });

  it('has every listener, timer, frame, observer and worker belong to a Scope', () => {
    assert.deepEqual(files.filter(({ path }) => path !== owner && !starters.test(path)).flatMap(unowned), []);
  });
});
