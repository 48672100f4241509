/**
 * Leaves out of the bundle for pages what no page has a use for:
 * - the docs in tag descriptors (`about`, `examples`), which are read when documentation is made;
 * - the XML parser's check of entities that a DOCTYPE declares: a config with a DOCTYPE is refused before it is parsed.
 * Stands behind the compiler in the list of plugins.
 */
export function trim() {
  const stub = '\0is-unsafe';
  return {
    name: 'trim',
    // Before anyone looks for the real one.
    resolveId: { order: 'pre', handler: (id) => (id === 'is-unsafe' ? stub : null) },
    // Were it ever asked, it would refuse.
    load: (id) =>
      id === stub ? 'export const HTML = []; export const XML = []; export const isUnsafe = () => true;' : null,
    transform(code, id) {
      if (!/[\\/]src[\\/]tags[\\/]/.test(id) || !/\b(about|examples):/.test(code)) return null;
      const cuts = [];
      visit(this.parse(code), ({ type, key, value }) => {
        if (type !== 'Property') return;
        if (key.name === 'about' && /Literal$/.test(value.type)) cuts.push([value.start, value.end, "''"]);
        if (key.name === 'examples' && value.type === 'ArrayExpression') cuts.push([value.start, value.end, '[]']);
      });
      cuts.sort(([a], [b]) => b - a);
      return {
        code: cuts.reduce((text, [start, end, put]) => text.slice(0, start) + put + text.slice(end), code),
        map: null,
      };
    },
  };
}

function visit(node, see) {
  if (Array.isArray(node)) for (const each of node) visit(each, see);
  else if (typeof node?.type === 'string') {
    see(node);
    for (const child of Object.values(node)) if (typeof child === 'object') visit(child, see);
  }
}
