import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';

const root = resolve('../shared');

/** Serves `../shared`, where a checkout has one beside it, as `/shared/`. */
export function sharedFolder() {
  return (context, next) => {
    if (!context.path.startsWith('/shared/')) return next();
    const file = resolve(root, decodeURIComponent(context.path.slice('/shared/'.length)));
    if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) return next();
    context.type = extname(file);
    context.body = createReadStream(file);
    return undefined;
  };
}
