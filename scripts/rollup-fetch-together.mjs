/**
 * Has a chunk and all that it imports fetched at once. Of a module's own imports a browser knows only when it is there, so
 * that each of them would come a round trip later.
 */
export const fetchTogether = () => ({
  name: 'fetch-together',
  generateBundle(_, bundle) {
    const chunks = new Map(
      Object.values(bundle)
        .filter(({ type }) => type === 'chunk')
        .map((chunk) => [chunk.fileName, chunk]),
    );
    const reach = (name, into = new Set()) => {
      for (const other of chunks.get(name)?.imports ?? []) {
        if (!into.has(other)) reach(other, into.add(other));
      }
      return into;
    };
    for (const chunk of chunks.values()) {
      const there = reach(chunk.fileName).add(chunk.fileName);
      chunk.code = chunk.code.replace(/\bimport\("\.\/([^"]+)"\)/g, (whole, file) => {
        const folder = chunk.fileName.slice(0, chunk.fileName.lastIndexOf('/') + 1);
        const more = [...reach(`${folder}${file}`)].filter((name) => !there.has(name));
        if (more.length === 0) return whole;
        // What fails is told by the import that needs it.
        const early = more.map((name) => `import("./${name.slice(folder.length)}").catch(()=>{})`);
        return `(${[...early, whole].join(',')})`;
      });
    }
  },
});
