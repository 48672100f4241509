import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesUnder, root } from '../../scripts/project.mjs';

export interface SourceFile {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}
export interface Import {
  readonly specifier: string;
  /** `dynamic` is `import()`; `type` leaves nothing in the code. */
  readonly kind: 'static' | 'dynamic' | 'type';
}

/** The TypeScript files under a folder, parsed. */
export function sourceFiles(folder: string): SourceFile[] {
  return filesUnder(folder, (name) => name.endsWith('.ts')).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
  });
}

/** Calls `visit` for every node of a file. */
export function everyNode({ tree }: SourceFile, visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, walk);
  };
  walk(tree);
}

/** All that a file imports, re-exports included. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  everyNode(file, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause) ? 'type' : 'static');
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'static');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'type');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], 'dynamic');
    }
  });
  return found;

  function add(specifier: ts.Node | undefined, kind: Import['kind']): void {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, kind });
  }
}

/** `import { type A, type B }` keeps no name, but with verbatimModuleSyntax the import itself; only `import type` leaves nothing. */
const isTypeImport = (clause: ts.ImportClause | undefined): boolean =>
  clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

/** `file:line` of a node. */
export const placeOf = ({ path, tree }: SourceFile, node: ts.Node): string =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
