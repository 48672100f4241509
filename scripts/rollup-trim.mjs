/** What stands in for parts of the XML parser that src/config/parse.ts never comes to, by how they are imported. */
const stubs = {
  // A config with a DOCTYPE is refused before it is parsed. Were one ever met, it would be refused here.
  'is-unsafe': 'export const HTML = []; export const XML = []; export const isUnsafe = () => true;',
  './DocTypeReader.js':
    'export default class { setXmlVersion() {} readDocType() { throw new Error("There is a DOCTYPE."); } }',
  // The order of tags is kept, which this would drop.
  './node2json.js': 'export default () => {};',
  // Values stay texts.
  strnum: 'export default (text) => text;',
  // There are no stop nodes, and no callbacks that want the path: only the name of the open tag is asked for.
  'path-expression-matcher': `
    export class Matcher {
      names = [];
      push(name) { this.names.push(name); }
      pop() { this.names.pop(); }
      reset() { this.names = []; }
      getCurrentTag() { return this.names.at(-1); }
      updateCurrent() {}
      readOnly() { return this; }
    }
    export class ExpressionSet { size = 0; seal() {} }
    export class Expression {}`,
};
const mark = '\0stub:';

/**
 * Leaves out of the bundle for pages what no page has a use for:
 * - the docs in tag descriptors (`about`, `examples`), which are read when documentation is made;
 * - the indentation of style sheets;
 * - parts of the XML parser.
 * Stands behind the compiler in the list of plugins.
 */
export function trim() {
  return {
    name: 'trim',
    // Before anyone looks for the real one.
    resolveId: {
      order: 'pre',
      handler: (id, importer = '') =>
        Object.hasOwn(stubs, id) && /[\\/]fast-xml-parser[\\/]/.test(importer) ? mark + id : null,
    },
    load: (id) => (id.startsWith(mark) ? stubs[id.slice(mark.length)] : null),
    transform(code, id) {
      const cut = /[\\/]src[\\/]tags[\\/]/.test(id)
        ? docs
        : /[\\/]src[\\/]ui[\\/](styles|theme)\b/.test(id)
          ? indents
          : null;
      const cuts = [];
      if (cut) visit(this.parse(code), (node) => cut(node, cuts, code));
      if (cuts.length === 0) return null;
      cuts.sort(([a], [b]) => b - a);
      return {
        code: cuts.reduce((text, [start, end, put]) => text.slice(0, start) + put + text.slice(end), code),
        map: null,
      };
    },
  };
}

function docs({ type, key, value, shorthand }, cuts) {
  if (type !== 'Property') return;
  if (key.name === 'about' && /Literal$/.test(value.type)) cuts.push([value.start, value.end, "''"]);
  if (key.name === 'example' && !shorthand) cuts.push([value.start, value.end, 'null']);
  if (key.name === 'examples' && value.type === 'ArrayExpression') cuts.push([value.start, value.end, '[]']);
}

function indents({ type, start, end }, cuts, code) {
  if (type !== 'TemplateElement') return;
  cuts.push([start, end, code.slice(start, end).replace(/([{};,])\s*\n\s*/g, '$1')]);
}

function visit(node, see) {
  if (Array.isArray(node)) for (const each of node) visit(each, see);
  else if (typeof node?.type === 'string') {
    see(node);
    for (const child of Object.values(node)) if (typeof child === 'object') visit(child, see);
  }
}
