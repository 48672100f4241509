/** What the XML parser asks for and src/config/reader.ts never comes to: names of XML 1.1 and of namespaces. */
const stubs = {
  'xmlchars/xml/1.1/ed2': 'export const isChar = null;',
  'xmlchars/xmlns/1.0/ed3': 'export const isNCNameStartChar = null, isNCNameChar = null, NC_NAME_RE = null;',
};
const mark = '\0stub:';

/** Its methods for namespaces, XML 1.1, and for what `smoothed` in src/config/source.ts takes out. */
const unreached =
  /^(processAttribsNS|pushAttribNS|qname|resolve|getCode11|makeError|sEntity|parseEntity|s(Doctype|DTD|XMLDecl)\w*)$/;

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
      handler: (id, importer = '') => (Object.hasOwn(stubs, id) && /[\\/]saxes[\\/]/.test(importer) ? mark + id : null),
    },
    load: (id) => (id.startsWith(mark) ? stubs[id.slice(mark.length)] : null),
    transform(code, id) {
      const cut = /[\\/]src[\\/]tags[\\/]/.test(id)
        ? docs
        : /[\\/]src[\\/]ui[\\/](styles|theme)\b/.test(id)
          ? indents
          : /[\\/]node_modules[\\/]saxes[\\/]saxes\.js$/.test(id)
            ? methods
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

function methods({ type, key, value }, cuts) {
  if (type === 'MethodDefinition' && unreached.test(key.name)) cuts.push([value.body.start, value.body.end, '{}']);
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
