import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { everyNode, placeOf, type SourceFile, sourceFiles } from './source-files.js';

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
const isDefault = (node: ts.Node): boolean =>
  ts.isExportAssignment(node) ||
  (isExported(node) &&
    (ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : []).some(
      ({ kind }) => kind === ts.SyntaxKind.DefaultKeyword,
    ));

/** What the sources do without, and how one sees it in the tree. */
const banned: readonly (readonly [what: string, is: (node: ts.Node) => boolean])[] = [
  ['a default export', isDefault],
  ['an enum', ts.isEnumDeclaration],
  ['a namespace', (node) => ts.isModuleDeclaration(node) && node.name.text !== 'global'],
  ['a parameter property', (node) => ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)],
  [
    'eval',
    (node) =>
      (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'eval') ||
      (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Function'),
  ],
];

const offences = (file: SourceFile): string[] => {
  const found: string[] = [];
  everyNode(file, (node) => {
    for (const [what, is] of banned) if (is(node)) found.push(`${placeOf(file, node)}: ${what}`);
  });
  return found;
};

describe('style', () => {
  it('has named exports only, no enum, namespace, parameter property or eval', () => {
    // What says the types of a package that has none has to name it as a module.
    const written = sourceFiles('src').filter(({ path }) => !path.endsWith('.d.ts'));
    assert.deepEqual(written.flatMap(offences), []);
  });

  it('has no folder that is a bucket', () => {
    const buckets = sourceFiles('src').filter(({ path }) =>
      /\/(utils?|helpers?|types|misc|common)(\/|\.ts$)/.test(path),
    );
    assert.deepEqual(
      buckets.map(({ path }) => path),
      [],
    );
  });

  it('silences no compiler error', () => {
    const silenced = [...sourceFiles('src'), ...sourceFiles('demo')].filter(({ text }) =>
      /@ts-(ignore|nocheck)/.test(text),
    );
    assert.deepEqual(
      silenced.map(({ path }) => path),
      [],
    );
  });

  it('runs all tests: none is the only one', () => {
    const only = sourceFiles('test').flatMap((file) => {
      const found: string[] = [];
      everyNode(file, (node) => {
        if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'only') return;
        const { expression } = node;
        if (ts.isIdentifier(expression) && ['describe', 'it', 'test', 'suite', 'context'].includes(expression.text)) {
          found.push(placeOf(file, node));
        }
      });
      return found;
    });
    assert.deepEqual(only, []);
  });
});
