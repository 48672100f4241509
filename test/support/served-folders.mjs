import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';

/** What is served beside the project itself: `../shared`, where a checkout has one, and the bundle at a second address. */
const folders = [
  ['/shared/', resolve('../shared')],
  ['/second-copy/', resolve('dist/cdn')],
];

export function servedFolders() {
  return (context, next) => {
    for (const [prefix, root] of folders) {
      if (!context.path.startsWith(prefix)) continue;
      const file = resolve(root, decodeURIComponent(context.path.slice(prefix.length)));
      if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) continue;
      context.type = extname(file);
      context.body = createReadStream(file);
      return undefined;
    }
    return next();
  };
}
