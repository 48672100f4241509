/**
 * The url of a file below a root: its path encoded and put behind the root's path, or into the `d` of urls by which Label
 * Studio serves local files. A path that is a whole url stays as it is; without a root so does every path.
 */
export function joinUrl(root: string, path: string): string {
  const file = path.replaceAll('\\', '/').replace(/^\/+|\/+$/g, '');
  if (root === '') return file;
  if (/^[a-z][a-z\d+.-]+:/i.test(path)) return path;
  const [, before = '', query, fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(root) ?? [];
  if (query !== undefined && /\/data\/local-files\/?$/.test(before) && /[?&]d=/.test(query)) {
    const inside = (_: string, start: string, folder: string) =>
      `${start}${encoded(folder === '' ? file : `${decoded(folder).replace(/\/+$/, '')}/${file}`)}`;
    return before + query.replace(/([?&]d=)([^&]*)/, inside) + fragment;
  }
  return `${before.replace(/\/+$/, '')}/${encoded(file)}${query ?? ''}${fragment}`;
}

/** All but letters, digits, `-._~` and `/`. */
const encoded = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
