import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.pcd': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/**
 * Serves files on this machine only. `mounts` are pairs of a URL prefix that ends in `/` and a folder; of those that
 * fit, the first that has the file wins. A folder is answered with its index.html. `port` 0 takes any free one.
 */
export async function serve(mounts, port = 0) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const file = find(mounts, url.pathname);
    if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    // Relative addresses in an index.html are relative to the folder only with the slash.
    if (file.redirect) return response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end();
    return send(request, response, file);
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}

function find(mounts, pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  for (const [prefix, folder] of mounts) {
    if (!path.startsWith(prefix)) continue;
    const root = resolve(folder);
    const file = resolve(root, path.slice(prefix.length));
    if (file !== root && !file.startsWith(root + sep)) continue;
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isFile()) return { path: file, size: stats.size };
    if (!stats?.isDirectory()) continue;
    const index = resolve(file, 'index.html');
    const found = statSync(index, { throwIfNoEntry: false });
    if (found?.isFile()) return { path: index, size: found.size, redirect: !path.endsWith('/') };
  }
  return undefined;
}

/** Answers with the file, or with the one range of it that was asked for: media elements seek by ranges. */
function send(request, response, { path, size }) {
  const headers = {
    'content-type': types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
  };
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  let start = 0;
  let end = size - 1;
  if (range && (range[1] || range[2])) {
    start = range[1] ? Number(range[1]) : Math.max(0, size - Number(range[2]));
    if (range[1] && range[2]) end = Math.min(end, Number(range[2]));
    if (start > end) return response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    headers['content-range'] = `bytes ${start}-${end}/${size}`;
  }
  response.writeHead(headers['content-range'] ? 206 : 200, { ...headers, 'content-length': end - start + 1 });
  if (request.method === 'HEAD' || size === 0) return response.end();
  return createReadStream(path, { start, end })
    .on('error', () => response.destroy())
    .pipe(response);
}
